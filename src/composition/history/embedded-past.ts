import type { FleetReport } from '../../domain/fleet-report.ts';
import { summariseRun } from '../../domain/run-summary.ts';
import { ontoLatest } from '../../infrastructure/results-branch/onto-latest.ts';
import type { PastOfPage, PastReader } from '../../infrastructure/results-branch/read-past.ts';
import { isAfter } from '../../infrastructure/results-branch/run-order.ts';
import { devicesThatChanged, timelineChanges } from '../../infrastructure/results-branch/timeline-changes.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import type { EmbeddedPast } from '../../reporting/files/render-html.ts';
import { embeddedMonths } from './embedded-months.ts';

/** As much as its chart shows at first. */
const SHOWN_MS = 90 * 86_400_000;

/**
 * What the page of an audit shows of the time before; with the audit itself, whether the branch has it or not. Null:
 * nothing.
 */
export async function embeddedPast(past: PastReader, report: FleetReport): Promise<EmbeddedPast | null> {
	const known = await past.page({ since: Date.parse(report.startedAt) - SHOWN_MS });
	if (known === null) return null;
	const { runs, reports } = await withRun(known, { past, report });
	return { runs, ...(await inTurns(embeddedMonths(runs, reports))) };
}

async function withRun(
	{ latest, runs, reports }: PastOfPage,
	{ past, report }: { readonly past: PastReader; readonly report: FleetReport },
): Promise<Pick<PastOfPage, 'runs' | 'reports'>> {
	if (runs.some(({ runId }) => runId === report.runId)) return { runs, reports };
	const names = devicesThatChanged(report, latest).map(({ name }) => name);
	const timelines = new Map((await past.timelines(names)).map((timeline) => [timeline.name, timeline]));
	const next = runs.find((run) => isAfter(run, report));
	const changed = await inTurns(timelineChanges(report, { latest, timelines, next: () => next }));
	const devices = changed.map(({ device }) => device);
	return {
		runs: [...runs, summariseRun(await inTurns(ontoLatest(report, latest)), { changed })],
		reports: [...reports, { ...report, devices }],
	};
}
