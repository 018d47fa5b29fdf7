import { asReport } from '../../domain/history/fleet-state.ts';
import { wordless } from '../../domain/text/pieces.ts';
import type { PastOfPage } from '../../infrastructure/results-branch/read-past.ts';
import { drifts } from '../../reporting/dashboard/drifts.ts';
import { inventory } from '../../reporting/dashboard/inventory.ts';
import { renderDashboard } from '../../reporting/dashboard/render-dashboard.ts';
import { DEVICES_PATH, STANDING_PATH } from '../../reporting/dashboard/segment.ts';
import { embeddedMonths } from './embedded-months.ts';

/** The page of a results branch with all data of a period inside: one file, to send around or to open from a disk. */
export function* pageInOneFile({ latest: state, runs, reports }: PastOfPage): Generator<string> {
	const latest = yield* wordless(asReport(state));
	const { months, embedded: ofMonths } = yield* wordless(embeddedMonths(runs, reports));
	const embedded = new Map<string, unknown>([
		[DEVICES_PATH, yield* wordless(inventory(latest.devices))],
		[STANDING_PATH, drifts(latest.devices)],
		...ofMonths,
	]);
	yield* renderDashboard({ latest, masks: state.masks, runs, months, embedded });
}
