import type { FleetReport } from '../../domain/fleet-report.ts';
import type { DeviceHistory } from '../../domain/history/device-history.ts';
import type { FleetHistory } from '../../domain/history/fleet-history.ts';
import { jsonByItem } from '../../domain/text/json-by-item.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';

/** A report or a history as `JSON.stringify(told, null, 2)` gives it, in pieces. */
export function renderJson(told: FleetReport | FleetHistory | DeviceHistory): Pieces {
	return inPieces(parts(told));
}

function* parts(told: object): Generator<string> {
	yield* jsonByItem(told, '  ');
	yield '\n';
}
