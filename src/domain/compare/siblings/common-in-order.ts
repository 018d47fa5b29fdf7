import { longestIncreasing } from './longest-increasing.ts';
import type { Match, Siblings } from './match-siblings.ts';

/** A list of nothing but the same few lines has more possible pairs than it is worth to look at. */
const MAX_CANDIDATES = 500_000;

/**
 * The longest list of equal lines that both lists have in the same order, duplicates included (Hunt and Szymanski: every
 * possible pair is a candidate, and an increasing sequence can take one partner per line only). Empty where there are too
 * many possible pairs.
 */
export function commonInOrder({ intended, running }: Siblings): readonly Match[] {
	const positions = Map.groupBy(running.keys(), (to) => running[to]?.text);
	const candidates: Match[] = [];
	for (const [at, { text }] of intended.entries()) {
		const partners = positions.get(text) ?? [];
		if (candidates.length + partners.length > MAX_CANDIDATES) return [];
		for (const to of partners.toReversed()) candidates.push({ at, to });
	}
	const longest = longestIncreasing(candidates.map(({ to }) => to));
	return candidates.filter((_, index) => longest.has(index));
}
