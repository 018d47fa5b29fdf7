/**
 * Indices of one longest increasing subsequence: the lines that kept their order when as few as possible moved.
 * Patience sorting, O(n log n).
 *
 * @example longestIncreasing([1, 2, 0, 3]) //=> Set { 0, 1, 3 }
 */
export function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
	/** Index of the smallest value that ends a subsequence of length i + 1. */
	const tails: number[] = [];
	const previous: number[] = [];
	for (const [index, value] of values.entries()) {
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
			else high = middle;
		}
		previous[index] = tails[low - 1] ?? -1;
		tails[low] = index;
	}
	const kept = new Set<number>();
	for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) kept.add(index);
	return kept;
}
