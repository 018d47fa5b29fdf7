import type { UnknownReason } from '../errors.ts';
import type { FleetReport, FleetSummary, Mode } from './fleet-report.ts';

/** One run in one line of `data/runs/*.ndjson`: enough for a trend and for "since when", without any device text. */
export interface RunSummary {
	readonly schemaVersion: 1;
	readonly runId: string;
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	readonly durationMs: number;
	readonly mode: Mode;
	readonly fleet: FleetSummary;
	/** Names of the drifted devices, in the order of fleet.yml. */
	readonly drifted: readonly string[];
	readonly unknown: readonly { readonly name: string; readonly reason: UnknownReason }[];
	/** The drift's identity by device name, for drifted devices only: an equal fingerprint is the same drift. */
	readonly fingerprints: Readonly<Record<string, string>>;
}

/** What the history keeps of a report. */
export function summariseRun(report: FleetReport): RunSummary {
	const { runId, startedAt, durationMs, mode, fleet, devices } = report;
	const drifted = devices.filter((device) => device.status === 'drifted');
	return {
		schemaVersion: 1,
		runId,
		startedAt,
		durationMs,
		mode,
		fleet,
		drifted: drifted.map((device) => device.name),
		unknown: devices
			.filter((device) => device.status === 'unknown')
			.map((device) => ({ name: device.name, reason: device.reason ?? 'internal' })),
		// fromEntries, not assignment: a device called `__proto__` is an entry like any other
		fingerprints: Object.fromEntries(drifted.map((device) => [device.name, device.fingerprint ?? ''])),
	};
}
