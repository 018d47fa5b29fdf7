import type { FleetReport } from '../../domain/fleet-report.ts';
import { jsonByDevice } from '../../domain/text/json-by-device.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';

/** The report as `JSON.stringify(report, null, 2)` gives it, in pieces. */
export function renderJson(report: FleetReport): Pieces {
	return inPieces(parts(report));
}

function* parts(report: FleetReport): Generator<string> {
	yield* jsonByDevice(report, '  ');
	yield '\n';
}
