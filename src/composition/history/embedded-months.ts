import type { RunSummary } from '../../domain/run-summary.ts';
import type { Steps } from '../../domain/steps.ts';
import type { Pieces } from '../../domain/text/pieces.ts';
import type { StoredReport } from '../../infrastructure/results-branch/stored-report.ts';
import { driftsJson } from '../../reporting/dashboard/drifts.ts';
import { monthSegment } from '../../reporting/dashboard/month-segment.ts';
import { type Embedded, inertJson, monthPath, runPath } from '../../reporting/dashboard/segment.ts';

/** Months of audits, and what was new in them, as a page in one file carries them. @param runs - oldest first */
export function* embeddedMonths(
	runs: readonly RunSummary[],
	reports: readonly StoredReport[],
): Steps<{ readonly months: readonly string[]; readonly embedded: Embedded }> {
	const months = Map.groupBy(runs, ({ startedAt }) => startedAt.slice(0, 7));
	const segments: [path: string, json: () => Pieces][] = [];
	for (const [month, ofMonth] of months) {
		const segment = yield* monthSegment(month, ofMonth);
		segments.push([monthPath(month), () => [inertJson(segment)]]);
	}
	const embedded = new Map([
		...segments,
		...reports.map(
			({ startedAt: at, runId: id, devices }) => [runPath({ at, id }), () => driftsJson(devices)] as const,
		),
	]);
	return { months: [...months.keys()], embedded };
}
