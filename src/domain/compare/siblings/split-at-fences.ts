import type { ConfigNode } from '../../config/config-node.ts';
import type { Match, Siblings } from './siblings.ts';

/** Lines without a partner that stand at the same place. */
export interface Gap {
	readonly missing: readonly ConfigNode[];
	readonly extra: readonly ConfigNode[];
}

/**
 * Groups the lines without a partner by the gap between two fences in which they stand: where order counts, a line can
 * only have been replaced by one at its own place. Everything ascends; without fences all is one gap.
 */
export function splitAtFences(
	{ intended, running }: Siblings,
	fences: readonly Match[],
	{ missing, extra }: { readonly missing: readonly number[]; readonly extra: readonly number[] },
): readonly Gap[] {
	if (fences.length === 0 && missing.length + extra.length > 0) return [gapOf({ intended, running }, missing, extra)];
	const missingIn = Map.groupBy(missing, fencesPassed(fences.map(({ at }) => at)));
	const extraIn = Map.groupBy(extra, fencesPassed(fences.map(({ to }) => to)));
	return [...new Set([...missingIn.keys(), ...extraIn.keys()])].map((gap) =>
		gapOf({ intended, running }, missingIn.get(gap), extraIn.get(gap)),
	);
}

function gapOf({ intended, running }: Siblings, missing: readonly number[] = [], extra: readonly number[] = []): Gap {
	return {
		missing: missing.map((at) => intended[at] as ConfigNode),
		extra: extra.map((to) => running[to] as ConfigNode),
	};
}

/** Counts the fences in front of an index; to be asked in ascending order. */
function fencesPassed(fences: readonly number[]): (index: number) => number {
	let passed = 0;
	return (index) => {
		while (passed < fences.length && (fences[passed] ?? 0) < index) passed += 1;
		return passed;
	};
}
