import type { DeviceReport } from '../../domain/fleet-report.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { Drifts, PageChange, PageDrift } from './page-data.ts';
import { inertJson, segmentScript } from './segment.ts';

/** More of one device nobody reads on a page; the report has all of them. */
const MAX_CHANGES = 300;

/** What differs on the drifted ones of these devices, as the page reads it. */
export function drifts(devices: readonly DeviceReport[]): Drifts {
	return { devices: [...pageDrifts(devices)] };
}

/** The same as data beside the page, in pieces: a large fleet's need not be in memory at once. */
export function driftsScript(path: string, devices: readonly DeviceReport[]): Pieces {
	return inPieces(partsOf(path, devices));
}

function* partsOf(path: string, devices: readonly DeviceReport[]): Generator<string> {
	const empty: Drifts = { devices: [] };
	const [before = '', behind = ''] = segmentScript(path, empty).split('[]');
	let between = `${before}[`;
	for (const drift of pageDrifts(devices)) {
		yield `${between}${inertJson(drift)}`;
		between = ',';
	}
	yield `${between === ',' ? '' : between}]${behind}`;
}

/** One after the other: what changed on a device may have to be read from a disk. */
function* pageDrifts(devices: readonly DeviceReport[]): Generator<PageDrift> {
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
