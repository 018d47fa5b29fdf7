import { rmSync } from 'node:fs';
import { bundleBareClient, runBareClient } from '../support/bare-client.ts';
import { benchFleet, type FleetRecipe } from '../support/bench-fleet.ts';
import { distributionOf, rateOf } from '../support/distribution.ts';
import { createFleetFolder } from '../support/fleet-folder.ts';
import { makeFolder } from '../support/make-folder.ts';
import type { ResultRow } from '../support/result-row.ts';
import { runAudit } from '../support/run-cli.ts';
import type { MeasuredRun } from '../support/run-measured.ts';
import { type PortsOfDevices, startSimulatorProcess } from '../support/simulator-process.ts';
import { measurePeers, type PeerRun } from './measure-peers.ts';

export interface FleetBenchOptions {
	readonly cli: string;
	readonly devices: number;
	readonly lines: number;
	/** Devices asked at once, by everybody; fleet.yml takes up to 1,000. */
	readonly concurrency: number;
	/** Of the audit and of the bare client, in turns; peers run once. */
	readonly runs: number;
}

interface Scenario {
	readonly name: string;
	readonly latencyMs: number;
	readonly commandMs: number;
	/** Goals of speed are for realistic devices: without latency a client is as fast as its processor. */
	readonly realistic: boolean;
}

const SCENARIOS: readonly Scenario[] = [
	{ name: '50 ms a round trip, 500 ms the command', latencyMs: 50, commandMs: 500, realistic: true },
	{ name: 'no latency', latencyMs: 0, commandMs: 0, realistic: false },
];

/** What an audit of a fleet costs beside bare clients, all of which ask the same simulated devices, one after the other. */
export async function fleetRows(options: FleetBenchOptions): Promise<readonly ResultRow[]> {
	const folder = makeFolder('bench-fleet-');
	try {
		const bareClient = await bundleBareClient(folder);
		const rows: ResultRow[] = [];
		for (const scenario of SCENARIOS) rows.push(...(await measureScenario(scenario, { ...options, bareClient })));
		return rows;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

interface ScenarioOptions extends FleetBenchOptions {
	readonly bareClient: string;
}

async function measureScenario(scenario: Scenario, options: ScenarioOptions): Promise<readonly ResultRow[]> {
	const { devices, lines, concurrency, runs, bareClient } = options;
	const { latencyMs, commandMs } = scenario;
	const size = `${devices.toLocaleString('en')} devices of ${lines.toLocaleString('en')} lines`;
	process.stdout.write(`audit of ${size}, ${concurrency} at once, ${scenario.name}\n`);
	const recipe: FleetRecipe = { kind: 'uniform', count: devices, lines, latencyMs, commandMs };
	await using simulator = await startSimulatorProcess(recipe);
	const { ports } = simulator;
	const askBare = (): ReturnType<typeof runBareClient> => runBareClient({ file: bareClient, ports, concurrency });
	// The devices make their keys at the first connection; whoever comes first must not wait for that.
	const { result } = await askBare();

	const bare: MeasuredRun[] = [];
	const ours: MeasuredRun[] = [];
	for (let index = 0; index < runs; index += 1) {
		bare.push((await askBare()).run);
		ours.push(await audit(recipe, { ...options, ports }));
	}
	const bytesPerDevice = result.bytes / devices;
	const peers = await measurePeers({ ports, concurrency, bytesPerDevice, fastOnly: !scenario.realistic });
	return rowsOf({ ours, bare, peers }, scenario, options);
}

async function audit(
	recipe: FleetRecipe,
	{ cli, concurrency, devices, ports }: ScenarioOptions & { readonly ports: PortsOfDevices },
): Promise<MeasuredRun> {
	using repository = createFleetFolder(benchFleet(recipe), { ports, concurrency });
	const { run, report } = await runAudit(cli, repository);
	if (report.fleet.inSync !== devices) throw new Error(`only ${report.fleet.inSync} of ${devices} devices are in sync`);
	return run;
}

interface Measured {
	readonly ours: readonly MeasuredRun[];
	readonly bare: readonly MeasuredRun[];
	readonly peers: readonly PeerRun[];
}

function rowsOf(
	{ ours, bare, peers }: Measured,
	{ name, realistic }: Scenario,
	{ devices, concurrency }: FleetBenchOptions,
): readonly ResultRow[] {
	const row = { what: `audit, ${name}`, unit: 'devices/s', ours: rateOf(devices, secondsOf(ours)) } as const;
	const faster = (ratio: number): ResultRow['goal'] => (realistic ? { bound: null, ratio } : null);
	const beside = (what: string, asked: number, runs: readonly MeasuredRun[]): ResultRow['beside'] => ({
		what: asked === devices ? what : `${what}, ${asked} devices`,
		measured: rateOf(asked, secondsOf(runs)),
	});
	const speed: readonly ResultRow[] = [
		{ ...row, beside: beside('bare ssh2', devices, bare), goal: faster(0.85) },
		...peers.map(({ peer, ...asked }) =>
			'skipped' in asked
				? { ...row, beside: { what: peer.name, skipped: asked.skipped }, goal: null }
				: { ...row, beside: beside(peer.name, asked.devices, [asked.run]), goal: faster(peer.timesFaster) },
		),
	];
	const cpuPerDevice = (runs: readonly MeasuredRun[]) => distributionOf(runs.map(({ cpuMs }) => cpuMs / devices));
	const peakRss = (runs: readonly MeasuredRun[]) => distributionOf(runs.map(({ peakRssMb }) => peakRssMb));
	return [
		...speed,
		{
			what: `audit, ${name}: CPU per device`,
			unit: 'ms CPU',
			ours: cpuPerDevice(ours),
			beside: { what: 'bare ssh2', measured: cpuPerDevice(bare) },
			goal: { bound: null, ratio: 1.5 },
		},
		{
			what: `audit, ${name}: peak RSS`,
			unit: 'MB',
			ours: peakRss(ours),
			beside: { what: 'bare ssh2', measured: peakRss(bare) },
			goal: { bound: 120 + 0.15 * Math.min(concurrency, devices), ratio: null },
		},
	];
}

function secondsOf(runs: readonly MeasuredRun[]): readonly number[] {
	return runs.map(({ wallMs }) => wallMs / 1_000);
}
