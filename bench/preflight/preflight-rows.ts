import { rmSync } from 'node:fs';
import { sshdMissing, startSshd } from '../../tests/support/openssh/sshd.ts';
import { makeKey } from '../../tests/support/ssh/test-keys.ts';
import { bundleBareClient } from '../support/bare-client.ts';
import { benchFleet, type FleetRecipe } from '../support/bench-fleet.ts';
import { type Distribution, distributionOf } from '../support/distribution.ts';
import { type BenchBastion, createFleetFolder } from '../support/fleet-folder.ts';
import { makeFolder } from '../support/make-folder.ts';
import { slowestOwnTimeMs } from '../support/own-time.ts';
import type { ResultRow } from '../support/result-row.ts';
import { runPreflight } from '../support/run-cli.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import { describeReport } from './describe-report.ts';

export interface PreflightBenchOptions {
	readonly cli: string;
	/** Of fleet.yml; the default of the tool is 50. */
	readonly concurrency: number;
	/** Of the 100 snowflakes; what costs less to know is measured a few times. */
	readonly runs: number;
}

const MOST_RUNS_OF_OTHERS = 5;

/** How long a pull request waits, from the start of the process to its exit code; the devices are simulated in another. */
export async function preflightRows(options: PreflightBenchOptions): Promise<readonly ResultRow[]> {
	const folder = makeFolder('bench-preflight-');
	try {
		const bareClient = await bundleBareClient(folder);
		const few = { ...options, runs: Math.min(options.runs, MOST_RUNS_OF_OTHERS) };
		return [
			...(await snowflakeRows(options, bareClient)),
			await oneDeviceRow(few, bareClient),
			...(await bastionRows(few)),
			await tooManyRow(options),
		];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function snowflakeRows(options: PreflightBenchOptions, bareClient: string): Promise<readonly ResultRow[]> {
	const own = await ownSeconds({ kind: 'snowflakes', count: 100, resets: 'never' }, bareClient);
	const ours = await preflightSeconds({ kind: 'snowflakes', count: 100, resets: 'one-in-twenty' }, options);
	const row = { what: 'pre-flight, 100 snowflakes', unit: 's', ours } as const;
	const beside = { what: 'slowest device by itself', measured: own };
	return [
		{ ...row, beside, goal: { bound: Math.min(own.median + 3, 12), ratio: null }, bounded: 'p95' },
		{ ...row, beside: null, goal: { bound: 30, ratio: null }, bounded: 'max' },
	];
}

async function oneDeviceRow(options: PreflightBenchOptions, bareClient: string): Promise<ResultRow> {
	const recipe: FleetRecipe = { kind: 'uniform', count: 1, lines: 3_000, latencyMs: 50, commandMs: 500 };
	const own = await ownSeconds(recipe, bareClient);
	return {
		what: 'pre-flight, 1 device',
		unit: 's',
		ours: await preflightSeconds(recipe, options),
		beside: { what: 'the device by itself', measured: own },
		goal: { bound: own.median + 0.6, ratio: null },
	};
}

/** All through one OpenSSH server, beside the same devices without it. */
async function bastionRows(options: PreflightBenchOptions): Promise<readonly ResultRow[]> {
	if (sshdMissing !== null) {
		process.stdout.write(`pre-flight behind a bastion: skipped, ${sshdMissing}\n`);
		return [];
	}
	const recipe: FleetRecipe = { kind: 'uniform', count: 100, lines: 1_000, latencyMs: 50, commandMs: 500 };
	const key = makeKey();
	await using sshd = await startSshd({ authorizedKeys: [key.publicKey] });
	const { port, fingerprint, username } = sshd;
	const bastion: BenchBastion = { port, fingerprint, username, privateKey: key.privateKey };
	const direct = await preflightSeconds(recipe, options);
	const ours = await preflightSeconds(recipe, { ...options, bastion });
	const logins = sshd.log().match(/^Accepted publickey/gm)?.length ?? 0;
	if (logins !== options.runs) throw new Error(`the bastion was logged in to ${logins} times in ${options.runs} runs`);
	return [
		{
			what: 'pre-flight, 100 devices behind one bastion',
			unit: 's',
			ours,
			beside: { what: 'the same, directly', measured: direct },
			goal: { bound: null, ratio: 1.5 },
		},
	];
}

/** More than can be asked in time: what is left has to be told as unknown, and the process still ends in time. */
async function tooManyRow(options: PreflightBenchOptions): Promise<ResultRow> {
	const recipe: FleetRecipe = { kind: 'snowflakes', count: 500, resets: 'one-in-twenty' };
	return {
		what: 'pre-flight, 500 snowflakes, once',
		unit: 's',
		ours: await preflightSeconds(recipe, { ...options, runs: 1 }),
		beside: null,
		goal: { bound: 31, ratio: null },
		bounded: 'max',
	};
}

async function ownSeconds(recipe: FleetRecipe, bareClient: string): Promise<Distribution> {
	return distributionOf([(await slowestOwnTimeMs(recipe, bareClient)) / 1_000]);
}

/** A device that resets its first connection does so in every run: the simulator is started anew for each. */
async function preflightSeconds(
	recipe: FleetRecipe,
	{ cli, concurrency, runs, bastion }: PreflightBenchOptions & { readonly bastion?: BenchBastion },
): Promise<Distribution> {
	const fleet = benchFleet(recipe);
	const seconds: number[] = [];
	for (let index = 0; index < runs; index += 1) {
		await using simulator = await startSimulatorProcess(recipe);
		using repository = createFleetFolder(fleet, {
			ports: simulator.ports,
			concurrency,
			...(bastion && { bastion }),
		});
		repository.commitCandidates();
		const { run, report } = await runPreflight(
			cli,
			repository,
			bastion && { env: { BENCH_JUMP_KEY: bastion.privateKey } },
		);
		process.stdout.write(
			`pre-flight of ${fleet.length}: ${(run.wallMs / 1_000).toFixed(2)} s, ${(run.cpuMs / 1_000).toFixed(2)} s CPU, ` +
				`${Math.round(run.peakRssMb)} MB; ${describeReport(report)}\n`,
		);
		seconds.push(run.wallMs / 1_000);
	}
	return distributionOf(seconds);
}
