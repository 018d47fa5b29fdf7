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
	const ended = episodes.flatMap(({ startedAt, endedAt }) => {
		const end = endedAt === null ? null : Date.parse(endedAt);
		return end === null || end < since ? [] : [end - Date.parse(startedAt)];
	});
	// Numbers in order without being asked about each pair.
	const lasted = Float64Array.from(ended).sort();
	return {
		repaired: lasted.length,
		meanMs: lasted.length === 0 ? null : Math.round(lasted.reduce((sum, ms) => sum + ms, 0) / lasted.length),
		medianMs: lasted[Math.floor((lasted.length - 1) / 2)] ?? null,
		open: episodes.filter(({ endedAt }) => endedAt === null).length,
	};
}
