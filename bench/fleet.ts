/**
 * What an audit of a fleet costs beside bare clients: `npm run bench:fleet -- [--devices 500] [--runs 3] [--cli dist/cli.js]`.
 * Absolute figures are this machine's, ratios are not.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fleetRows } from './fleet/fleet-rows.ts';
import { printTable } from './support/print-table.ts';

const { values } = parseArgs({
	options: {
		devices: { type: 'string', default: '500' },
		lines: { type: 'string', default: '3000' },
		cli: { type: 'string', default: 'dist/cli.js' },
		concurrency: { type: 'string', default: '500' },
		runs: { type: 'string', default: '3' },
	},
});
printTable(
	await fleetRows({
		cli: resolve(values.cli),
		devices: Number(values.devices),
		lines: Number(values.lines),
		concurrency: Number(values.concurrency),
		runs: Number(values.runs),
	}),
);
