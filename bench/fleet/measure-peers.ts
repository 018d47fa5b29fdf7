import { PEERS, type Peer, runPeer } from '../support/peers.ts';
import type { MeasuredRun } from '../support/run-measured.ts';
import type { PortsOfDevices } from '../support/simulator-process.ts';

/** Some count CRLF as two and some as one; who is below this share of the bytes has not fetched everything. */
const SAME_TEXT = 0.95;

/** What a peer made of as many devices as it was asked for, or why nothing is known of it. */
export type PeerRun = { readonly peer: Peer; readonly devices: number } & (
	| { readonly run: MeasuredRun }
	| { readonly skipped: string }
);

export interface PeersOptions {
	readonly ports: PortsOfDevices;
	readonly concurrency: number;
	/** What the bare client fetched from each device, on average. */
	readonly bytesPerDevice: number;
	/** Leaves out those that are asked for a few devices only. */
	readonly fastOnly: boolean;
}

/** Asks every peer once, one after the other. One that is not installed, fails or misses text is skipped. */
export async function measurePeers(options: PeersOptions): Promise<readonly PeerRun[]> {
	const runs: PeerRun[] = [];
	for (const peer of PEERS) {
		if (options.fastOnly && peer.mostDevices !== undefined) continue;
		const measured = await measurePeer(peer, options);
		process.stdout.write(
			`  ${peer.name}: ${'run' in measured ? describe(measured) : `skipped, ${measured.skipped}`}\n`,
		);
		runs.push(measured);
	}
	return runs;
}

async function measurePeer(peer: Peer, { ports, concurrency, bytesPerDevice }: PeersOptions): Promise<PeerRun> {
	const asked = Object.fromEntries(Object.entries(ports).slice(0, peer.mostDevices));
	const devices = Object.keys(asked).length;
	const outcome = await runPeer(peer, asked, concurrency);
	if ('skipped' in outcome) return { peer, devices, skipped: outcome.skipped };
	const expected = bytesPerDevice * devices;
	if (outcome.bytes >= expected * SAME_TEXT) return { peer, devices, run: outcome.run };
	return { peer, devices, skipped: `it fetched ${outcome.bytes} bytes where ssh2 fetched ${Math.round(expected)}` };
}

/** Processor and memory have no goal beside peers, and no row. */
function describe({
	devices,
	run: { wallMs, cpuMs, peakRssMb },
}: {
	readonly devices: number;
	readonly run: MeasuredRun;
}): string {
	return [
		`${devices} devices in ${(wallMs / 1_000).toFixed(1)} s`,
		`${Math.round(cpuMs / devices)} ms CPU each`,
		`${Math.round(peakRssMb)} MB peak RSS of its largest process`,
	].join(', ');
}
