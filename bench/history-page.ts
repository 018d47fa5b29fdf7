/**
 * What a reader of a large fleet's page waits for: `npm run bench:history-page -- [--runs 400] [--devices 5000] [--changes 50]`.
 * The runs are recorded by the code that records them on a branch, without git around it.
 */
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordInMemory } from '../tests/support/git/branch-in-memory.ts';
import { writeFiles } from '../tests/support/page/write-files.ts';
import { historyOfReports } from './support/history-of-reports.ts';
import { describeWeight, weighPage } from './support/weigh-page.ts';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '400' },
		devices: { type: 'string', default: '5000' },
		changes: { type: 'string', default: '50' },
	},
});
const [runs, devices, changes] = [Number(values.runs), Number(values.devices), Number(values.changes)];

await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-history-page-'));
const { files } = await recordInMemory(historyOfReports({ runs, devices, changes }));
await writeFiles(folder.path, files);
console.log(`${runs} runs of ${devices} devices, ${changes} of them change from run to run`);
for (const path of ['index.html', 'page/devices.js']) {
	console.log(`${path.padEnd(20)} ${Math.round(Buffer.byteLength(files.get(path) ?? '') / 1000)} kB`);
}
console.log(describeWeight(await weighPage(folder.path)));
