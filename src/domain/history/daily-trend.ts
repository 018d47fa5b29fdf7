import type { RunSummary } from '../run-summary.ts';

/** The fleet at the end of a day. */
export interface DayOfFleet {
	/** YYYY-MM-DD, UTC. */
	readonly day: string;
	/** Audits of the day. */
	readonly runs: number;
	/** Of the last one, like all that follows. */
	readonly devices: number;
	readonly drifted: number;
	readonly unknown: number;
	readonly health: number | null;
	readonly coverage: number | null;
}

/** One entry per day with an audit, oldest first: its last one. Pre-flight checks see only what a change touches. */
export function dailyTrend(runs: readonly RunSummary[], { since }: { readonly since: number }): readonly DayOfFleet[] {
	const audits = runs
		.filter((run) => run.mode === 'audit' && Date.parse(run.startedAt) >= since)
		.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
	const days = Map.groupBy(audits, ({ startedAt }) => startedAt.slice(0, 10));
	return [...days].flatMap(([day, ofDay]) => {
		const last = ofDay.at(-1)?.fleet;
		if (last === undefined) return [];
		const { devices, drifted, unknown, health, coverage } = last;
		return [{ day, runs: ofDay.length, devices, drifted, unknown, health, coverage }];
	});
}
