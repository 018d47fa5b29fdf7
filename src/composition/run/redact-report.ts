import type { Change } from '../../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';

/**
 * Takes registered secrets out of whatever a device or a file wrote, before any of it is rendered or stored: masks know
 * where a platform keeps its secrets, not that somebody wrote a login into a description.
 */
export function redactReport(report: FleetReport, redact: (text: string) => string): FleetReport {
	const change = (of: Change): Change => ({
		...of,
		lineage: of.lineage.map(redact),
		line: redact(of.line),
		runningText: of.runningText === null ? null : redact(of.runningText),
	});
	const device = (of: DeviceReport): DeviceReport => ({
		...of,
		message: of.message === null ? null : redact(of.message),
		changes: of.changes.map(change),
		...(of.findings === undefined
			? {}
			: { findings: of.findings.map((finding) => ({ ...finding, message: redact(finding.message) })) }),
		diff: redact(of.diff),
		...(of.remediation === undefined ? {} : { remediation: of.remediation.map(redact) }),
		metadata: Object.fromEntries(
			Object.entries(of.metadata).map(([key, value]) => [key, typeof value === 'string' ? redact(value) : value]),
		),
	});
	return { ...report, devices: report.devices.map(device), warnings: report.warnings.map(redact) };
}
