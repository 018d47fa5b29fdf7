export interface Distribution {
	readonly min: number;
	readonly median: number;
	/** By nearest rank: of fewer than 20 values it is the largest. */
	readonly p95: number;
	readonly max: number;
}

/** Throws for no values: there is nothing to tell of them. */
export function distributionOf(values: readonly number[]): Distribution {
	const sorted = values.toSorted((one, other) => one - other);
	const ranked = (share: number): number => {
		const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
		if (value === undefined) throw new Error('nothing was measured');
		return value;
	};
	return { min: ranked(0), median: ranked(0.5), p95: ranked(0.95), max: ranked(1) };
}

/** How much of an amount is done in a unit of time, where doing all of it took these times. Fastest last. */
export function rateOf(amount: number, times: readonly number[]): Distribution {
	return distributionOf(times.map((time) => amount / time));
}
