import type { RunSummary, RunTransition } from '../../domain/run-summary.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { describeReason } from '../wording/describe-reason.ts';
import type { MonthSegment } from './page-data.ts';

/** A month as the page reads it. @param runs - the audits of the month, oldest first */
export function monthSegment(month: string, runs: readonly RunSummary[]): MonthSegment {
	const standing = runs.find((run) => run.standing !== undefined)?.standing ?? [];
	const seen = transitionsByRun(runs);
	return {
		month,
		standing: standing.map(({ name, status }) => [neutraliseLine(name), status]),
		runs: runs.map(({ runId: id, startedAt: at, fleet: { health, coverage }, masks = [] }, index) => {
			const of = (wanted: RunTransition['status']): readonly RunTransition[] =>
				(seen.get(index) ?? []).filter(({ status }) => status === wanted);
			const names = (transitions: readonly RunTransition[]): readonly string[] =>
				transitions.map(({ name }) => neutraliseLine(name));
			return {
				id,
				at,
				health,
				coverage,
				drifted: names(of('drifted')),
				inSync: names(of('in-sync')),
				unknown: of('unknown').map(({ name, reason }) => [neutraliseLine(name), describeReason({ reason })]),
				...(masks.length > 0 && { masks: masks.map(({ id: mask, hits }) => [neutraliseLine(mask), hits] as const) }),
			};
		}),
	};
}

/** By the index of the run that saw them. A late run also says what the one after it saw; that may be of the next month. */
function transitionsByRun(runs: readonly RunSummary[]): ReadonlyMap<number, readonly RunTransition[]> {
	const places = new Map(runs.map(({ runId }, index) => [runId, index]));
	return Map.groupBy(
		runs.flatMap(({ runId, transitions }) => transitions.map((transition) => ({ runId, ...transition }))),
		({ runId }) => places.get(runId) ?? runs.length - 1,
	);
}
