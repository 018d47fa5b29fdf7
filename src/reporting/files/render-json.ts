import type { FleetReport } from '../../domain/fleet-report.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';

/**
 * The report as `JSON.stringify(report, null, 2)` gives it, in pieces: a large fleet's is longer than a string can be, and its
 * devices need not be in memory at once.
 */
export function renderJson(report: FleetReport): Pieces {
	return inPieces(parts(report));
}

function* parts(report: FleetReport): Generator<string> {
	const [before = '', behind = ''] = JSON.stringify({ ...report, devices: [] }, null, 2).split(DEVICES);
	yield before;
	yield DEVICES.slice(0, -1);
	for (const [index, device] of report.devices.entries()) {
		yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(device, null, 2).replaceAll('\n', '\n    ')}`;
	}
	yield report.devices.length === 0 ? '' : '\n  ';
	yield `]${behind}\n`;
}

/** Stands there once: of quotation marks in a text none is without a backslash before it. */
const DEVICES = '\n  "devices": []';
