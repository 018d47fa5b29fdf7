import { amended, type DeviceDetails, hasDetailsElsewhere } from '../../domain/device-details.ts';
import type { Change } from '../../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';

type Redact = (text: string) => string;

/**
 * Takes registered secrets out of whatever a device or a file wrote, before any of it is rendered or stored: masks know
 * where a platform keeps its secrets, not that somebody wrote a login into a description.
 */
export function* redactReport(report: FleetReport, redact: Redact): Steps<FleetReport> {
	return {
		...report,
		devices: yield* flatMapInSteps(report.devices, (device) => [redactDevice(device, redact)]),
		warnings: report.warnings.map(redact),
	};
}

/** The device itself where there is nothing to take out: most of a large fleet are in memory once. */
function redactDevice(device: DeviceReport, redact: Redact): DeviceReport {
	let isClean = true;
	const redacted = copyRedacted(device, (text) => {
		const clean = redact(text);
		isClean &&= clean === text;
		return clean;
	});
	return isClean ? device : redacted;
}

function copyRedacted(device: DeviceReport, redact: Redact): DeviceReport {
	const { message, findings, ignoredBy, metadata } = device;
	const short = amended(device, {
		message: message === null ? null : redact(message),
		...(findings === undefined
			? {}
			: { findings: findings.map((finding) => ({ ...finding, message: redact(finding.message) })) }),
		...(ignoredBy === undefined
			? {}
			: { ignoredBy: ignoredBy.map((ignored) => ({ ...ignored, reason: redact(ignored.reason) })) }),
		metadata: Object.fromEntries(
			Object.entries(metadata).map(([key, value]) => [key, typeof value === 'string' ? redact(value) : value]),
		),
	});
	// Details are redacted on their way to where they lie: SpooledDetails.
	return hasDetailsElsewhere(device) ? short : { ...short, ...redactDetails(device, redact) };
}

/** As `redactReport`, for what there is to tell of one device at length. */
export function redactDetails({ changes, diff, remediation }: DeviceDetails, redact: Redact): DeviceDetails {
	const change = (of: Change): Change => ({
		...of,
		lineage: of.lineage.map(redact),
		line: redact(of.line),
		runningText: of.runningText === null ? null : redact(of.runningText),
	});
	return {
		changes: changes.map(change),
		diff: redact(diff),
		...(remediation === undefined ? {} : { remediation: remediation.map(redact) }),
	};
}
