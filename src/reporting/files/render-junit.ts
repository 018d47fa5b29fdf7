import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';
import { escapeXml } from '../escaping/escape-xml.ts';
import { describeChanges } from '../wording/describe-device.ts';
import { describeReason } from '../wording/describe-reason.ts';

/**
 * JUnit XML with one test case per device, in pieces: drift is a failure, unknown an error. Most viewers show of both nothing
 * but the message beside the name of the case.
 */
export function renderJunit(report: FleetReport): Pieces {
	return inPieces(parts(report));
}

function* parts(report: FleetReport): Generator<string> {
	const { fleet, startedAt, durationMs, devices, mode } = report;
	const counts = `tests="${devices.length}" failures="${fleet.drifted}" errors="${fleet.unknown}" skipped="0" time="${seconds(durationMs)}"`;
	yield `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="fleet-drift-audit" ${counts}>
<testsuite name="${mode}" timestamp="${escapeXml(startedAt)}" ${counts}>
`;
	for (const device of devices) yield `${testCase(device)}\n`;
	// Of no device there is an empty line, as of any list that is joined.
	yield `${devices.length === 0 ? '\n' : ''}</testsuite>
</testsuites>
`;
}

function testCase(device: DeviceReport): string {
	const { name, platform, durationMs, intendedPath } = device;
	const file = intendedPath === null ? '' : ` file="${escapeXml(intendedPath)}"`;
	const attributes = `name="${escapeXml(name)}" classname="${escapeXml(platform)}" time="${seconds(durationMs)}"${file}`;
	const outcome = outcomeOf(device);
	return outcome === '' ? `<testcase ${attributes}/>` : `<testcase ${attributes}>${outcome}</testcase>`;
}

function outcomeOf(device: DeviceReport): string {
	const { status, reason, message, diff } = device;
	if (status === 'drifted')
		return `<failure type="drift" message="${escapeXml(`drifted: ${describeChanges(device)}`)}">${escapeXml(diff)}</failure>`;
	if (status === 'unknown')
		return `<error type="${reason ?? 'internal'}" message="${escapeXml(`not judged: ${describeReason(device)}`)}">${escapeXml(message ?? '')}</error>`;
	return '';
}

function seconds(durationMs: number): string {
	return (durationMs / 1000).toFixed(3);
}
