import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';

/** A device of a report; in sync unless said otherwise. */
export function deviceReport(name: string, overrides: Partial<DeviceReport> = {}): DeviceReport {
	return {
		name,
		platform: 'arista_eos',
		site: 'ams',
		role: 'edge',
		status: 'in-sync',
		reason: null,
		message: null,
		reachable: true,
		durationMs: 10,
		fingerprint: null,
		intendedPath: `intended-configs/${name}.cfg`,
		changes: [],
		diff: '',
		ignored: 0,
		masked: { lines: 0, patterns: {} },
		metadata: {},
		...overrides,
	};
}

/** A drifted device; `fingerprint` is the identity of its drift. */
export function driftedDevice(name: string, fingerprint: string): DeviceReport {
	return deviceReport(name, {
		status: 'drifted',
		fingerprint,
		diff: '--- intended\n+++ running\n@@ -1 +1 @@\n+shutdown\n',
		changes: [
			{
				kind: 'extra',
				lineage: ['interface Ethernet1'],
				line: 'shutdown',
				runningText: null,
				intendedLine: null,
				runningLine: 14,
				class: null,
			},
		],
	});
}

/** A report whose figures follow from its devices. */
export function fleetReport(
	runId: string,
	devices: readonly DeviceReport[],
	overrides: Partial<FleetReport> = {},
): FleetReport {
	const count = (status: DeviceReport['status']): number => devices.filter((device) => device.status === status).length;
	const reachable = devices.filter((device) => device.reachable).length;
	const judged = count('in-sync') + count('drifted');
	return {
		schemaVersion: 1,
		tool: { name: 'fleet-drift-audit', version: '0.1.0' },
		mode: 'audit',
		runId,
		startedAt: '2026-11-20T06:00:00.000Z',
		durationMs: 1_234,
		fleet: {
			devices: devices.length,
			reachable,
			inSync: count('in-sync'),
			drifted: count('drifted'),
			unknown: count('unknown'),
			health: reachable === 0 ? null : percentage(count('in-sync'), reachable),
			coverage: devices.length === 0 ? null : percentage(judged, devices.length),
		},
		devices,
		warnings: [],
		...overrides,
	};
}

function percentage(part: number, whole: number): number {
	return Math.round((part / whole) * 10_000) / 100;
}
