/** Wall times of one piece of work, in milliseconds. */
export interface Timing {
	readonly min: number;
	readonly median: number;
	readonly max: number;
}

/** Runs work several times after one warm-up. The median is what is compared. */
export function measure(work: () => unknown, { repeats }: { readonly repeats: number }): Timing {
	work();
	const times = Array.from({ length: repeats }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	}).toSorted((one, other) => one - other);
	return { min: times[0] ?? 0, median: times[times.length >> 1] ?? 0, max: times.at(-1) ?? 0 };
}
