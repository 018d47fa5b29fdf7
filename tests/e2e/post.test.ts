import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { scheduleEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POST = fileURLToPath(new URL('../../dist/post.js', import.meta.url));
const run = promisify(execFile);

it('takes away what a killed run has left in RUNNER_TEMP, and nothing else', async () => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	await using temporary = await temporaryFolder('post-');
	await proposeSmallChange(hosting, fleet);
	const folder = temporary.path;
	const clones = async (): Promise<readonly string[]> =>
		(await readdir(folder)).filter((name) => name.startsWith('fleet-drift-git-'));
	await mkdir(join(folder, 'fleet-drift-fleet'));
	await writeFile(join(folder, 'of-another-action'), '');
	await writeFile(join(folder, 'fleet-drift-details-0123456789abcdef'), '');

	await hosting.run({
		eventName: 'schedule',
		event: scheduleEvent,
		env: { ...LOGIN, RUNNER_TEMP: folder },
		onStart: async (action) => {
			while ((await clones()).length === 0) await sleep(5);
			action.kill('SIGKILL');
		},
	});
	expect(await clones()).not.toEqual([]);
	await run(process.execPath, [POST], { env: { RUNNER_TEMP: folder } });

	expect((await readdir(folder)).toSorted()).toEqual(['fleet-drift-fleet', 'of-another-action']);
});

it('has nothing to do where there is no RUNNER_TEMP', async () => {
	expect(await run(process.execPath, [POST], { env: {} })).toEqual({ stdout: '', stderr: '' });
});
