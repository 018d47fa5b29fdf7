/**
 * Whether an audit costs the same per device however large the fleet is:
 * `npm run bench:large-fleet -- [--devices 10000] [--drifted 0]`.
 * A small and a large fleet of equal devices are audited with as many at once; each run is a whole process. `--drifted` says
 * how many of a hundred devices run twenty lines that nobody wrote down.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchFleet, type FleetRecipe } from './support/bench-fleet.ts';
import type { EventLoopDelay } from './support/event-loop-delay.ts';
import { createFleetFolder } from './support/fleet-folder.ts';
import { type GoalLine, renderGoals } from './support/goals.ts';
import { describeMachine } from './support/machine.ts';
import { runAudit } from './support/run-cli.ts';
import type { MeasuredRun } from './support/run-measured.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { watched } from './support/watched.ts';

const { values } = parseArgs({
	options: {
		devices: { type: 'string', default: '10000' },
		small: { type: 'string', default: '500' },
		lines: { type: 'string', default: '1000' },
		cli: { type: 'string', default: 'dist/cli.js' },
		concurrency: { type: 'string', default: '100' },
		drifted: { type: 'string', default: '0' },
	},
});
const concurrency = Number(values.concurrency);

interface Measured {
	readonly devices: number;
	readonly run: MeasuredRun;
	readonly delay: EventLoopDelay;
}

process.stdout.write(
	`${describeMachine()}; devices of ${values.lines} lines, ${concurrency} at once, ${values.drifted} % drifted\n`,
);
const small = await measure(Number(values.small));
const large = await measure(Number(values.devices));
process.stdout.write(renderGoals(goalsOf(small, large)));

async function measure(devices: number): Promise<Measured> {
	const recipe: FleetRecipe = {
		kind: 'uniform',
		count: devices,
		lines: Number(values.lines),
		latencyMs: 5,
		commandMs: 20,
		driftedPercent: Number(values.drifted),
	};
	await using simulator = await startSimulatorProcess(recipe);
	using repository = createFleetFolder(benchFleet(recipe), { ports: simulator.ports, concurrency });
	const { result, delay } = await watched((watching) => runAudit(resolve(values.cli), repository, watching));
	const { inSync, drifted } = result.report.fleet;
	if (inSync + drifted !== devices) throw new Error(`only ${inSync + drifted} of ${devices} were judged`);
	if (Number(values.drifted) === 0 && drifted > 0) throw new Error(`${drifted} devices drifted`);
	const measured = { devices, run: result.run, delay };
	process.stdout.write(describe(measured));
	return measured;
}

function describe({ devices, run, delay }: Measured): string {
	const figures = [
		`${(devices / (run.wallMs / 1_000)).toFixed(1).padStart(7)} devices/s`,
		`${(run.cpuMs / devices).toFixed(2).padStart(6)} ms CPU/device`,
		`${Math.round(run.peakRssMb).toString().padStart(5)} MB peak RSS`,
		`event loop delayed by ${delay.p50Ms.toFixed(0)} ms (median), ${delay.p99Ms.toFixed(0)} ms (p99), ${delay.maxMs.toFixed(0)} ms (longest)`,
		`longest piece ${longestPieceMs(delay).toFixed(0)} ms CPU, ${delay.before.cpuMs.toFixed(0)} before the first connection`,
	];
	return `  ${devices.toLocaleString('en').padStart(7)} devices  ${figures.join(', ')}\n`;
}

function goalsOf(small: Measured, large: Measured): readonly GoalLine[] {
	const beside = (what: string, value: number, bound: number): GoalLine => ({
		what: `${what}, ${large.devices.toLocaleString('en')} beside ${small.devices.toLocaleString('en')} devices`,
		value,
		goal: { kind: 'at-most', bound },
		unit: ' ×',
	});
	const perDevice = ({ run, devices }: Measured): number => run.cpuMs / devices;
	return [
		beside('CPU per device', perDevice(large) / perDevice(small), 1.1),
		beside('peak RSS', large.run.peakRssMb / small.run.peakRssMb, 1.25),
		{
			what: `longest piece of the main thread, ${large.devices.toLocaleString('en')} devices`,
			value: longestPieceMs(large.delay),
			goal: { kind: 'at-most', bound: 50 },
			unit: ' ms CPU',
		},
	];
}

/** From the first connection on. */
function longestPieceMs({ asking, after }: EventLoopDelay): number {
	return Math.max(asking.cpuMs, after.cpuMs);
}
