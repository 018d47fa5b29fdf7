import type { RunSummary } from '../../domain/run-summary.ts';
import type { TrendPoint } from './trend-shape.ts';

const TREND_MS = 90 * 86_400_000;

/** Whether audits are of several days: of one, a map of days shows nothing. @param runs - oldest first */
export function spanDays(runs: readonly RunSummary[]): boolean {
	const [first, last] = [runs.at(0), runs.at(-1)].map((run) => run?.startedAt.slice(0, 10));
	return first !== last;
}

/** What the chart shows before a reader chooses a period. @param at - ISO 8601: the newest audit */
export function recentTrend(runs: readonly RunSummary[], at: string): readonly TrendPoint[] {
	return runs
		.filter(({ startedAt }) => Date.parse(startedAt) > Date.parse(at) - TREND_MS)
		.map(({ startedAt, fleet: { health, coverage } }) => ({ at: startedAt, health, coverage }));
}
