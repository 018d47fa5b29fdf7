import fc from 'fast-check';
import type { Change } from '../../src/domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import { deviceName } from './hostile-names.ts';
import { hostileText } from './hostile-text.ts';
import { aChange, aDevice, aReport } from './report-fixtures.ts';

const hostileChange: fc.Arbitrary<Change> = fc
	.record({
		kind: fc.constantFrom('missing', 'extra', 'changed', 'moved'),
		lineage: fc.array(hostileText, { maxLength: 2 }),
		line: hostileText,
		runningText: hostileText,
		class: fc.constantFrom(null, 'planned', 'applied', 'drift', 'conflict'),
	})
	.map(({ runningText, ...change }) => aChange({ ...change, ...(change.kind === 'changed' ? { runningText } : {}) }));

const hostileDevice: fc.Arbitrary<DeviceReport> = fc
	.record({
		name: deviceName,
		platform: fc.oneof(fc.constantFrom('arista_eos', 'www_x', 'gh-12'), hostileText),
		findings: fc.array(fc.record({ line: fc.integer({ min: 1, max: 9 }), message: fc.constant('look at it') }), {
			maxLength: 2,
		}),
		remediation: fc.array(hostileText, { maxLength: 2 }),
		features: fc.array(fc.record({ name: hostileText, compliant: fc.boolean(), changes: fc.nat(3) }), { maxLength: 1 }),
		status: fc.constantFrom('in-sync', 'drifted', 'unknown'),
		changes: fc.array(hostileChange, { maxLength: 3 }),
		site: hostileText,
		role: hostileText,
		message: hostileText,
		intendedPath: fc.oneof(fc.constant(null), hostileText),
		diff: fc.array(hostileText, { maxLength: 4 }).map((lines) => lines.map((line) => `+${line}`).join('\n')),
		metadata: fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
		ignored: fc.nat(3),
		ignoredBy: fc.array(fc.record({ reason: hostileText, changes: fc.nat(3) }), { maxLength: 2 }),
	})
	.map((device) => aDevice(device));

/**
 * A report in which every text that a device, its configuration or a pull request can shape is hostile. Its devices share a
 * change, so that it is also told as a repeated one. Only a pre-flight check tells changes apart.
 */
export const hostileReport: fc.Arbitrary<FleetReport> = fc
	.record({
		mode: fc.constantFrom('audit', 'preflight'),
		devices: fc.array(hostileDevice, { maxLength: 4 }),
		shared: hostileChange,
		warnings: fc.array(hostileText, { maxLength: 3 }),
	})
	.map(({ devices, shared, ...report }) => {
		const told = (change: Change): Change => (report.mode === 'audit' ? { ...change, class: null } : change);
		return aReport({
			...report,
			devices: devices.map((device) => ({ ...device, changes: [...device.changes, shared].map(told) })),
		});
	});
