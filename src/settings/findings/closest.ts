/**
 * The beginning of a fix that names what the user probably meant; empty where nothing is near.
 *
 * @example
 * didYouMean('transprot', ['transport', 'timeouts']) //=> 'Did you mean "transport"? '
 */
export function didYouMean(word: string, candidates: readonly string[]): string {
	const near = closest(word, candidates);
	return near === null ? '' : `Did you mean "${near}"? `;
}

/** The candidate that the user probably meant, or null where none is near. */
export function closest(word: string, candidates: readonly string[]): string | null {
	if (word.length > 64) return null;
	const allowed = Math.max(1, Math.floor(word.length / 3));
	const folded = fold(word);
	const near = candidates
		.map((candidate) => ({ candidate, edits: editDistance(folded, fold(candidate), allowed) }))
		.filter(({ edits, candidate }) => edits <= allowed && edits < candidate.length)
		.toSorted((one, other) => one.edits - other.edits);
	return near[0]?.candidate ?? null;
}

function fold(word: string): string {
	return word.toLowerCase().replaceAll(/[_\s]/g, '-');
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
 *
 * @param bound - how many are of interest; with more, the result is only known to be above it
 */
function editDistance(from: string, to: string, bound: number): number {
	if (Math.abs(from.length - to.length) > bound) return bound + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) {
			const same = from[row - 1] === to[column - 1];
			const replaced = (last[column - 1] ?? 0) + (same ? 0 : 1);
			let edits = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced);
			const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			if (swapped) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
			current.push(edits);
		}
		beforeLast = last;
		last = current;
	}
	return last[to.length] ?? 0;
}
