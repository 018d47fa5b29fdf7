import { renderUnified } from '../../src/domain/compare/unified.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import type { DeviceReport, FleetReport, FleetSummary } from '../../src/domain/fleet-report.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { judge } from '../../src/domain/verdict.ts';

/** A change; without overrides an intended top-level line that does not run. */
export function aChange(overrides: Partial<Change> = {}): Change {
	const kind = overrides.kind ?? 'missing';
	return {
		kind,
		lineage: [],
		line: 'ntp server 192.0.2.1',
		runningText: kind === 'changed' ? 'ntp server 192.0.2.99' : null,
		intendedLine: kind === 'extra' ? null : 12,
		runningLine: kind === 'missing' ? null : 14,
		class: null,
		...overrides,
	};
}

/** A device; its status, diff and fingerprint follow from its changes unless they are given. */
export function aDevice(overrides: Partial<DeviceReport> = {}): DeviceReport {
	const changes = overrides.changes ?? [];
	const drifts = changes.some(
		(change) => change.class === null || change.class === 'drift' || change.class === 'conflict',
	);
	const status = overrides.status ?? (drifts ? 'drifted' : 'in-sync');
	const name = overrides.name ?? 'edge-01';
	return {
		name,
		platform: 'arista_eos',
		site: 'ams',
		role: 'edge',
		status,
		reason: status === 'unknown' ? 'timed-out' : null,
		message: status === 'unknown' ? 'no answer within 30 s; check the path to it' : null,
		reachable: status !== 'unknown',
		durationMs: 812,
		fingerprint: drifts ? 'f1e2d3c4b5a60718' : null,
		intendedPath: `intended-configs/${name}.cfg`,
		changes,
		diff: renderUnified(changes),
		ignored: 0,
		masked: { lines: 0, patterns: {} },
		metadata: {},
		...overrides,
	};
}

/** A report whose summary is counted from its devices unless it is given. */
export function aReport(overrides: Partial<FleetReport> = {}): FleetReport {
	const devices = overrides.devices ?? [];
	return {
		schemaVersion: 1,
		tool: { name: 'fleet-drift-audit', version: '1.2.3' },
		mode: 'audit',
		runId: '4711-1',
		startedAt: '2026-11-23T07:30:00.000Z',
		durationMs: 12_345,
		fleet: aSummary(devices),
		devices,
		warnings: [],
		...overrides,
	};
}

/** The verdict on a report under the default policy. */
export function aVerdict(report: FleetReport): Verdict {
	return judge(report, { scope: 'full', failOn: ['drift'], minHealth: null });
}

function aSummary(devices: readonly DeviceReport[]): FleetSummary {
	const count = (status: string): number => devices.filter((device) => device.status === status).length;
	const reachable = devices.filter((device) => device.reachable).length;
	const percent = (part: number, whole: number): number | null =>
		whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
	return {
		devices: devices.length,
		reachable,
		inSync: count('in-sync'),
		drifted: count('drifted'),
		unknown: count('unknown'),
		health: percent(count('in-sync'), reachable),
		coverage: percent(count('in-sync') + count('drifted'), devices.length),
	};
}
