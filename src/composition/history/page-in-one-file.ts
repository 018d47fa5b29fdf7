import { asReport } from '../../domain/history/fleet-state.ts';
import { type Pieces, wordless } from '../../domain/text/pieces.ts';
import type { PastOfPage } from '../../infrastructure/results-branch/read-past.ts';
import { driftsJson } from '../../reporting/dashboard/drifts.ts';
import { inventory } from '../../reporting/dashboard/inventory.ts';
import { renderDashboard } from '../../reporting/dashboard/render-dashboard.ts';
import { DEVICES_PATH, inertJson, STANDING_PATH } from '../../reporting/dashboard/segment.ts';
import { embeddedMonths } from './embedded-months.ts';

/** The page of a results branch with all data of a period inside: one file, to send around or to open from a disk. */
export function* pageInOneFile({ latest: state, runs, reports }: PastOfPage): Generator<string> {
	const latest = yield* wordless(asReport(state));
	const { months, embedded: ofMonths } = yield* wordless(embeddedMonths(runs, reports));
	const fleet = yield* wordless(inventory(latest.devices));
	const embedded = new Map<string, () => Pieces>([
		[DEVICES_PATH, () => [inertJson(fleet)]],
		[STANDING_PATH, () => driftsJson(latest.devices)],
		...ofMonths,
	]);
	yield* renderDashboard({ latest, masks: state.masks, runs, months, embedded });
}
