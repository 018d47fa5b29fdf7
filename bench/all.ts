/**
 * Everything that has a goal of speed, in one table: `npm run bench -- [--devices 300] [--runs 3] [--cli dist/cli.js]`. It takes
 * minutes, and says meanwhile what it is at.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { engineRows } from './engine/engine-rows.ts';
import { fleetRows } from './fleet/fleet-rows.ts';
import { preflightRows } from './preflight/preflight-rows.ts';
import { startupRows } from './startup/startup-rows.ts';
import { printTable } from './support/print-table.ts';

const { values } = parseArgs({
	options: {
		devices: { type: 'string', default: '300' },
		runs: { type: 'string', default: '3' },
		cli: { type: 'string', default: 'dist/cli.js' },
	},
});
const cli = resolve(values.cli);
const devices = Number(values.devices);
const runs = Number(values.runs);

const say = (what: string): boolean => process.stdout.write(`${what}\n`);
say('masks and comparisons of up to 200,000 lines');
const engine = engineRows();
say('the start of the Action');
const startup = await startupRows({ runs: Math.max(runs, 10) });
const fleet = await fleetRows({ cli, runs, devices, lines: 3_000, concurrency: devices });
const preflight = await preflightRows({ cli, runs, concurrency: 100 });
printTable([...engine, ...startup, ...fleet, ...preflight]);
