/**
 * How long a pull request waits for its pre-flight check: `npm run bench:preflight -- [--runs 20] [--cli dist/cli.js]`.
 * Every run is a whole process, from its start to its exit code; the devices are simulated in another one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { FleetReport } from '../src/domain/fleet-report.ts';
import { bundleBareClient } from './support/bare-client.ts';
import { benchFleet, type FleetRecipe } from './support/bench-fleet.ts';
import { distributionOf } from './support/distribution.ts';
import { createFleetFolder } from './support/fleet-folder.ts';
import { type GoalLine, renderGoals } from './support/goals.ts';
import { describeMachine } from './support/machine.ts';
import { slowestOwnTimeMs } from './support/own-time.ts';
import { type MeasuredReport, runPreflight } from './support/run-cli.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '3' },
		cli: { type: 'string', default: 'dist/cli.js' },
		/** Of fleet.yml; the default of the tool is 50. */
		concurrency: { type: 'string', default: '100' },
	},
});
const cli = resolve(values.cli);
const concurrency = Number(values.concurrency);
const runs = Number(values.runs);

const folder = mkdtempSync(join(tmpdir(), 'bench-preflight-'));
try {
	const bareClient = await bundleBareClient(folder);
	process.stdout.write(`${describeMachine()}; ${concurrency} devices at once\n`);
	await measureSnowflakes(bareClient);
	await measureOneDevice(bareClient);
	await measureTooMany();
} finally {
	rmSync(folder, { recursive: true });
}

async function measureSnowflakes(bareClient: string): Promise<void> {
	const own = await slowestOwnTimeMs({ kind: 'snowflakes', count: 100, resets: 'never' }, bareClient);
	const measured = await preflightRuns({ kind: 'snowflakes', count: 100, resets: 'one-in-twenty' }, runs);
	const wall = distributionOf(measured.map(({ run }) => run.wallMs));
	print(`100 snowflakes touched, ${runs} runs; slowest device's own time ${seconds(own)}`, measured, [
		atMost('p95, beside the slowest device + 3 s', wall.p95, own + 3_000),
		atMost('p95', wall.p95, 12_000),
		atMost('longest', wall.max, 30_000),
	]);
}

async function measureOneDevice(bareClient: string): Promise<void> {
	const recipe: FleetRecipe = { kind: 'uniform', count: 1, lines: 3_000, latencyMs: 50, commandMs: 500 };
	const own = await slowestOwnTimeMs(recipe, bareClient);
	const measured = await preflightRuns(recipe, runs);
	const wall = distributionOf(measured.map(({ run }) => run.wallMs));
	print(`1 device touched, ${runs} runs; its own time ${seconds(own)}`, measured, [
		atMost('median, over the device’s own time', wall.median - own, 600),
	]);
}

/** More than can be asked in time: what is left has to be told as unknown, and the process still ends in time. */
async function measureTooMany(): Promise<void> {
	const measured = await preflightRuns({ kind: 'snowflakes', count: 500, resets: 'one-in-twenty' }, 1);
	const wall = distributionOf(measured.map(({ run }) => run.wallMs));
	print('500 snowflakes touched, 1 run', measured, [atMost('whole process, its start included', wall.max, 31_000)]);
}

/** A device that resets its first connection does so in every run: the simulator is started anew for each. */
async function preflightRuns(recipe: FleetRecipe, count: number): Promise<readonly MeasuredReport[]> {
	const fleet = benchFleet(recipe);
	const measured: MeasuredReport[] = [];
	for (let index = 0; index < count; index += 1) {
		await using simulator = await startSimulatorProcess(recipe);
		using repository = createFleetFolder(fleet, { ports: simulator.ports, concurrency });
		repository.commitCandidates();
		measured.push(await runPreflight(cli, repository));
	}
	return measured;
}

function print(title: string, measured: readonly MeasuredReport[], goals: readonly GoalLine[]): void {
	const { min, median, p95, max } = distributionOf(measured.map(({ run }) => run.wallMs));
	const cpu = distributionOf(measured.map(({ run }) => run.cpuMs));
	const rss = distributionOf(measured.map(({ run }) => run.peakRssMb));
	process.stdout.write(
		[
			`\n${title}\n`,
			`  whole process: min ${seconds(min)}, median ${seconds(median)}, p95 ${seconds(p95)}, max ${seconds(max)}\n`,
			`  median client CPU ${seconds(cpu.median)}, peak RSS ${Math.round(rss.max)} MB\n`,
			...new Set(measured.map(({ report }) => `  ${describe(report)}\n`)),
			renderGoals(goals),
		].join(''),
	);
}

/** `97 in-sync, 3 drifted; changes: 200 planned, 3 drift`. */
function describe({ devices }: FleetReport): string {
	const statuses = countBy(devices.map(({ status, reason }) => (reason === null ? status : `${status} (${reason})`)));
	const classes = countBy(devices.flatMap(({ changes }) => changes.map((change) => change.class ?? 'unclassified')));
	return `${statuses}; changes: ${classes || 'none'}`;
}

function countBy(names: readonly string[]): string {
	const groups = Object.groupBy(names, (name) => name);
	return Object.entries(groups)
		.map(([name, members = []]) => `${members.length} ${name}`)
		.join(', ');
}

function atMost(what: string, ms: number, boundMs: number): GoalLine {
	return { what, value: ms / 1_000, goal: { kind: 'at-most', bound: boundMs / 1_000 }, unit: ' s' };
}

function seconds(ms: number): string {
	return `${(ms / 1_000).toFixed(2)} s`;
}
