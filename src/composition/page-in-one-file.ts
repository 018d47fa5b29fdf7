import { asReport } from '../domain/history/fleet-state.ts';
import type { PastOfPage } from '../infrastructure/results-branch/read-past.ts';
import { drifts } from '../reporting/dashboard/drifts.ts';
import { inventory } from '../reporting/dashboard/inventory.ts';
import { monthSegment } from '../reporting/dashboard/month-segment.ts';
import { DEVICES_PATH, monthPath, runPath, STANDING_PATH } from '../reporting/dashboard/segment.ts';
import { renderDashboard } from '../reporting/render-dashboard.ts';

/** The page of a results branch with all data of a period inside: one file, to send around or to open from a disk. */
export function pageInOneFile({ latest: state, runs, reports }: PastOfPage): string {
	const latest = asReport(state);
	const months = Map.groupBy(runs, ({ startedAt }) => startedAt.slice(0, 7));
	const embedded = new Map<string, unknown>([
		[DEVICES_PATH, inventory(latest.devices)],
		[STANDING_PATH, drifts(latest.devices)],
		...[...months].map(([month, ofMonth]) => [monthPath(month), monthSegment(month, ofMonth)] as const),
		...reports.map(({ startedAt: at, runId: id, devices }) => [runPath({ at, id }), drifts(devices)] as const),
	]);
	return renderDashboard({ latest, masks: state.masks, runs, months: [...months.keys()], embedded });
}
