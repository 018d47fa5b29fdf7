import type { DeviceReport } from '../../domain/fleet-report.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { Drifts, PageChange } from './page-data.ts';

/** More of one device nobody reads on a page; the report has all of them. */
const MAX_CHANGES = 300;

/** What differs on the drifted ones of these devices, as the page reads it. */
export function drifts(devices: readonly DeviceReport[]): Drifts {
	return {
		devices: devices
			.filter(({ status }) => status === 'drifted')
			.map(({ name, changes }) => ({
				name: neutraliseLine(name),
				changes: changes.slice(0, MAX_CHANGES).map(pageChange),
				more: Math.max(0, changes.length - MAX_CHANGES),
			})),
	};
}

function pageChange(change: DeviceReport['changes'][number]): PageChange {
	const { kind, lineage, line, runningText, intendedLine, runningLine, severity = null } = change;
	return {
		kind,
		lineage: lineage.map(neutraliseLine),
		line: neutraliseLine(line),
		running: runningText === null ? null : neutraliseLine(runningText),
		intendedLine,
		runningLine,
		severity,
	};
}
