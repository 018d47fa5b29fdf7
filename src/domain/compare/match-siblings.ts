import type { ConfigNode } from '../config/tree.ts';
import { matchHiddenSecrets } from './hidden-secrets.ts';
import { longestIncreasing } from './longest-increasing.ts';

/** Two nodes that say the same on both sides. */
export interface MatchedPair {
	readonly intended: ConfigNode;
	readonly running: ConfigNode;
	/** At another place of an ordered section. */
	readonly moved: boolean;
}

export interface SiblingMatch {
	/** In the intended order. */
	readonly pairs: readonly MatchedPair[];
	readonly missing: readonly ConfigNode[];
	readonly extra: readonly ConfigNode[];
}

/**
 * Pairs equal siblings in linear time (n log n where order counts): the k-th of several equal lines with the k-th, so that
 * duplicates are kept. In an ordered section the fewest possible lines are called moved.
 */
export function matchSiblings(
	intended: readonly ConfigNode[],
	running: readonly ConfigNode[],
	ordered: boolean,
): SiblingMatch {
	const positions = new Map<string, number[]>();
	for (const [index, { text }] of running.entries()) {
		const sameText = positions.get(text);
		if (sameText === undefined) positions.set(text, [index]);
		else sameText.push(index);
	}
	for (const sameText of positions.values()) sameText.reverse();

	const found: { readonly at: number; readonly to: number }[] = [];
	const unmatched: number[] = [];
	for (const [at, { text }] of intended.entries()) {
		const to = positions.get(text)?.pop();
		if (to === undefined) unmatched.push(at);
		else found.push({ at, to });
	}
	const leftOver = [...positions.values()].flat().toSorted((one, other) => one - other);
	const hidden = matchHiddenSecrets({ intended, running, unmatched, leftOver });
	const matched = hidden.length === 0 ? found : [...found, ...hidden].toSorted((one, other) => one.at - other.at);

	const inPlace = ordered ? longestIncreasing(matched.map(({ to }) => to)) : null;
	const pairs = matched.map(({ at, to }, index) => ({
		intended: intended[at] as ConfigNode,
		running: running[to] as ConfigNode,
		moved: inPlace !== null && !inPlace.has(index),
	}));
	const hiddenAt = new Set(hidden.map(({ at }) => at));
	const hiddenTo = new Set(hidden.map(({ to }) => to));
	return {
		pairs,
		missing: unmatched.filter((at) => !hiddenAt.has(at)).map((at) => intended[at] as ConfigNode),
		extra: leftOver.filter((to) => !hiddenTo.has(to)).map((to) => running[to] as ConfigNode),
	};
}
