/** How long a pull request waits for its pre-flight check: `npm run bench:preflight -- [--runs 20] [--cli dist/cli.js]`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { preflightRows } from './preflight/preflight-rows.ts';
import { printTable } from './support/print-table.ts';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '20' },
		cli: { type: 'string', default: 'dist/cli.js' },
		concurrency: { type: 'string', default: '100' },
	},
});
printTable(
	await preflightRows({
		cli: resolve(values.cli),
		concurrency: Number(values.concurrency),
		runs: Number(values.runs),
	}),
);
