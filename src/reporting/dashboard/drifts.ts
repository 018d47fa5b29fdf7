import type { DeviceReport } from '../../domain/fleet-report.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { PageChange, PageDrift } from './page-data.ts';
import { inertJson, segmentOf } from './segment.ts';

/** More of one device nobody reads on a page; the report has all of them. */
const MAX_CHANGES = 300;

/** What differs on the drifted ones of these devices, as a script beside the page, in pieces. */
export function driftsScript(path: string, devices: readonly DeviceReport[]): Pieces {
	return inPieces(segmentOf(path, driftsJson(devices)));
}

/** The same as JSON (`Drifts`), in pieces: a large fleet's need not be in memory at once. */
export function* driftsJson(devices: readonly DeviceReport[]): Generator<string> {
	yield '{"devices":[';
	let between = '';
	for (const drift of pageDrifts(devices)) {
		yield `${between}${inertJson(drift)}`;
		between = ',';
	}
	yield ']}';
}

/** One after the other: what changed on a device may have to be read from a disk. */
export function* pageDrifts(devices: readonly DeviceReport[]): Generator<PageDrift> {
	for (const device of devices) {
		if (device.status !== 'drifted') continue;
		const { name, changes } = device;
		yield {
			name: neutraliseLine(name),
			changes: changes.slice(0, MAX_CHANGES).map(pageChange),
			more: Math.max(0, changes.length - MAX_CHANGES),
		};
	}
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
