import type { DriftEpisode } from './drift-episodes.ts';

/** How fast drift goes away. */
export interface RepairTime {
	/** Episodes that ended in the period. */
	readonly repaired: number;
	/** Mean of what they lasted from the first sight to the last, in milliseconds; null where none ended. */
	readonly meanMs: number | null;
	/** Half of them took no longer. */
	readonly medianMs: number | null;
	/** Episodes that go on. */
	readonly open: number;
}

/** @param options.since - milliseconds since the epoch: episodes that ended before do not count */
export function repairTime(episodes: readonly DriftEpisode[], { since }: { readonly since: number }): RepairTime {
	const lasted = episodes
		.flatMap(({ startedAt, endedAt }) =>
			endedAt === null || Date.parse(endedAt) < since ? [] : [Date.parse(endedAt) - Date.parse(startedAt)],
		)
		.toSorted((one, other) => one - other);
	return {
		repaired: lasted.length,
		meanMs: lasted.length === 0 ? null : Math.round(lasted.reduce((sum, ms) => sum + ms, 0) / lasted.length),
		medianMs: lasted[Math.floor((lasted.length - 1) / 2)] ?? null,
		open: episodes.filter(({ endedAt }) => endedAt === null).length,
	};
}
