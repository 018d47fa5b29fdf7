import type { RunSummary } from '../../domain/run-summary.ts';
import type { Steps } from '../../domain/steps.ts';
import type { StoredReport } from '../../infrastructure/results-branch/stored-report.ts';
import { drifts } from '../../reporting/dashboard/drifts.ts';
import { monthSegment } from '../../reporting/dashboard/month-segment.ts';
import { monthPath, runPath } from '../../reporting/dashboard/segment.ts';

/** Months of audits, and what was new in them, as a page in one file carries them. @param runs - oldest first */
export function* embeddedMonths(
	runs: readonly RunSummary[],
	reports: readonly StoredReport[],
): Steps<{ readonly months: readonly string[]; readonly embedded: ReadonlyMap<string, unknown> }> {
	const months = Map.groupBy(runs, ({ startedAt }) => startedAt.slice(0, 7));
	const segments: [path: string, data: unknown][] = [];
	for (const [month, ofMonth] of months) segments.push([monthPath(month), yield* monthSegment(month, ofMonth)]);
	const embedded = new Map<string, unknown>([
		...segments,
		...reports.map(({ startedAt: at, runId: id, devices }) => [runPath({ at, id }), drifts(devices)] as const),
	]);
	return { months: [...months.keys()], embedded };
}
