/**
 * How many changes are reported for configurations of which little was changed: by diff, by a compare of sets, and here:
 * `npm run bench:noise`.
 */
import { markdownTable } from '../scripts/tables/markdown-table.ts';
import { NOISE_HEADINGS, noiseRows } from './noise/noise-table.ts';
import { SAMPLE } from './noise/sample.ts';
import { WRITTEN } from './noise/written.ts';

for (const sample of [SAMPLE, WRITTEN]) {
	process.stdout.write(`${markdownTable([...NOISE_HEADINGS], noiseRows(sample))}\n`);
}
