/**
 * How long the main thread goes on before timers and sockets have their turn, in whole runs of a large fleet:
 *
 *   npm run bench:whole-runs -- [--devices 10000] [--lines 200] [--drifted 10]
 *     [--runs preflights,audits,issues,files,adopting,pulls]
 *
 * A pre-flight check that touches every device, on the command line and in the Action, of which most are not asked in time;
 * two audits in the Action, the second with a history; and where all devices drift audits that keep issues, an audit of
 * files, a merge of shards, and adopting what runs, whose memory is held against that of a small fleet, too; and adopting in
 * the Action. In processor time of that thread, so that other work of the machine does not count.
 */
import { parseArgs } from 'node:util';
import { renderGoals } from './support/goals.ts';
import { describeMachine } from './support/machine.ts';
import { adoptRuns } from './whole-runs/adopt-runs.ts';
import { fileRuns } from './whole-runs/file-runs.ts';
import { describeRun, goalsOf, type WholeRun } from './whole-runs/whole-run.ts';
import { adoptionPulls, audits, issues, preflights } from './whole-runs/whole-runs.ts';

const { values } = parseArgs({
	options: {
		devices: { type: 'string', default: '10000' },
		lines: { type: 'string', default: '200' },
		drifted: { type: 'string', default: '10' },
		runs: { type: 'string', default: 'preflights,audits,issues,files,adopting,pulls' },
	},
});
const fleet = { devices: Number(values.devices), lines: Number(values.lines), driftedPercent: Number(values.drifted) };
const { devices, lines, driftedPercent } = fleet;
process.stdout.write(`${describeMachine()}; ${devices} devices of ${lines} lines, ${driftedPercent} % drifted\n`);

const MEASURED = { preflights, audits, issues, files: fileRuns, adopting: adoptRuns, pulls: adoptionPulls } as const;
const wanted = values.runs.split(',');
const runs: WholeRun[] = [];
for (const [name, measured] of Object.entries(MEASURED)) {
	if (!wanted.includes(name)) continue;
	for await (const run of measured(fleet)) {
		process.stdout.write(describeRun(run));
		runs.push(run);
	}
}
process.stdout.write(renderGoals(runs.flatMap(goalsOf)));
