/**
 * What an audit of a fleet costs beside bare clients: `npm run bench:fleet -- [--devices 500] [--cli dist/cli.js]`.
 * All ask the same simulated devices, one after the other, in one run; absolute figures are this machine's, ratios are not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleBareClient, runBareClient } from './support/bare-client.ts';
import { benchFleet, type FleetRecipe } from './support/bench-fleet.ts';
import { createFleetFolder } from './support/fleet-folder.ts';
import { type GoalLine, renderGoals } from './support/goals.ts';
import { describeMachine } from './support/machine.ts';
import { PEERS, runPeer } from './support/peers.ts';
import { runAudit } from './support/run-cli.ts';
import type { MeasuredRun } from './support/run-measured.ts';
import { type PortsOfDevices, startSimulatorProcess } from './support/simulator-process.ts';

const { values } = parseArgs({
	options: {
		devices: { type: 'string', default: '500' },
		lines: { type: 'string', default: '3000' },
		cli: { type: 'string', default: 'dist/cli.js' },
		/** Devices asked at once, by everybody; fleet.yml takes up to 1,000. */
		concurrency: { type: 'string', default: '500' },
	},
});
const cli = resolve(values.cli);
const count = Number(values.devices);
const lines = Number(values.lines);
const concurrency = Number(values.concurrency);

/** Some count CRLF as two and some as one; who is below this share of the bytes has not fetched everything. */
const SAME_TEXT = 0.95;

/** What a client made of the fleet, or why it was not asked. */
type Row = { readonly name: string } & ({ readonly run: MeasuredRun } | { readonly skipped: string });

const folder = mkdtempSync(join(tmpdir(), 'bench-fleet-'));
try {
	const bareClient = await bundleBareClient(folder);
	process.stdout.write(
		`${describeMachine()}; ${count} devices × ${lines.toLocaleString('en')} lines, ${concurrency} at once\n`,
	);
	await measure('realistic: 50 ms a round trip, 500 ms the command', { latencyMs: 50, commandMs: 500 }, bareClient);
	await measure('no latency', { latencyMs: 0, commandMs: 0 }, bareClient);
} finally {
	rmSync(folder, { recursive: true });
}

async function measure(
	title: string,
	times: { readonly latencyMs: number; readonly commandMs: number },
	bareClient: string,
): Promise<void> {
	const recipe: FleetRecipe = { kind: 'uniform', count, lines, ...times };
	await using simulator = await startSimulatorProcess(recipe);
	const { ports } = simulator;
	// The devices make their keys at the first connection; whoever comes first must not wait for that.
	await runBareClient({ file: bareClient, ports, concurrency });

	const { run: bare, result } = await runBareClient({ file: bareClient, ports, concurrency });
	const ours = await audit(recipe, ports);
	const peers = await measurePeers(ports, result.bytes);
	const rows: readonly Row[] = [{ name: 'bare ssh2', run: bare }, { name: 'fleet-drift audit', run: ours }, ...peers];
	process.stdout.write(`\n${title}\n${rows.map(describe).join('')}`);
	process.stdout.write(renderGoals(goalsOf(ours, { bare, peers, latencyMs: times.latencyMs })));
}

async function audit(recipe: FleetRecipe, ports: PortsOfDevices): Promise<MeasuredRun> {
	using repository = createFleetFolder(benchFleet(recipe), { ports, concurrency });
	const { run, report } = await runAudit(cli, repository);
	if (report.fleet.inSync !== count) throw new Error(`only ${report.fleet.inSync} of ${count} devices are in sync`);
	return run;
}

async function measurePeers(ports: PortsOfDevices, expectedBytes: number): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const peer of PEERS) {
		const outcome = await runPeer(peer, ports, concurrency);
		const fetchedLess = 'bytes' in outcome && outcome.bytes < expectedBytes * SAME_TEXT;
		const skipped = `it fetched ${'bytes' in outcome ? outcome.bytes : 0} bytes where ssh2 fetched ${expectedBytes}`;
		rows.push(fetchedLess ? { name: peer.name, skipped } : { name: peer.name, ...outcome });
	}
	return rows;
}

interface Beside {
	readonly bare: MeasuredRun;
	readonly peers: readonly Row[];
	readonly latencyMs: number;
}

/** Goals of speed are for realistic devices: without latency a client is as fast as its processor. */
function goalsOf(ours: MeasuredRun, { bare, peers, latencyMs }: Beside): readonly GoalLine[] {
	const faster = (name: string, run: MeasuredRun, bound: number): GoalLine => ({
		what: `devices/s beside ${name}`,
		value: run.wallMs / ours.wallMs,
		goal: { kind: 'at-least', bound },
		unit: ' ×',
	});
	const speed = [
		faster('bare ssh2', bare, 0.85),
		...PEERS.flatMap(({ name, timesFaster }) =>
			peers.flatMap((row) => (row.name === name && 'run' in row ? [faster(name, row.run, timesFaster)] : [])),
		),
	];
	const atMost = (what: string, value: number, bound: number, unit: string): GoalLine => ({
		what,
		value,
		goal: { kind: 'at-most', bound },
		unit,
	});
	return [
		...(latencyMs > 0 ? speed : []),
		atMost('client CPU beside bare ssh2', ours.cpuMs / bare.cpuMs, 1.5, ' ×'),
		atMost('peak RSS', ours.peakRssMb, 120 + 0.15 * Math.min(concurrency, count), ' MB'),
	];
}

function describe(row: Row): string {
	if ('skipped' in row) return `  ${row.name.padEnd(18)} skipped: ${row.skipped}\n`;
	const { wallMs, cpuMs, peakRssMb } = row.run;
	const figures = [
		`${(count / (wallMs / 1_000)).toFixed(1).padStart(7)} devices/s`,
		`${(cpuMs / count).toFixed(2).padStart(8)} ms CPU/device`,
		`${Math.round(peakRssMb).toString().padStart(6)} MB peak RSS`,
		`${(wallMs / 1_000).toFixed(2).padStart(7)} s`,
	];
	return `  ${row.name.padEnd(18)} ${figures.join(', ')}\n`;
}
