import { inRanges, type Steps } from '../../steps.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { PlacesByText } from './places-by-text.ts';
import type { Match, Siblings } from './siblings.ts';

/** A list of nothing but the same few lines has more possible pairs than it is worth to look at. */
const MAX_CANDIDATES = 500_000;

/**
 * The longest list of equal lines that both lists have in the same order, duplicates included (Hunt and Szymanski: every
 * possible pair is a candidate, and an increasing sequence can take one partner per line only). Empty where there are too
 * many possible pairs.
 */
export function* commonInOrder({ intended, running }: Siblings): Steps<readonly Match[]> {
	const places = new PlacesByText();
	yield* inRanges(running.length, (from, end) => {
		for (let to = from; to < end; to += 1) places.add(running[to]?.text ?? '', to);
	});
	const candidates: Match[] = [];
	yield* inRanges(intended.length, (from, end) => {
		for (let at = from; at < end && candidates.length <= MAX_CANDIDATES; at += 1) {
			let to = places.latest(intended[at]?.text ?? '');
			for (; to !== undefined && candidates.length <= MAX_CANDIDATES; to = places.before(to))
				candidates.push({ at, to });
		}
	});
	return candidates.length > MAX_CANDIDATES ? [] : inSameOrder(candidates);
}

/** As many of some matches, in the intended order, as are in the order of the device too. */
export function inSameOrder(matches: readonly Match[]): readonly Match[] {
	// Most lists are in order but for the lines that differ.
	if (matches.every(({ to }, index) => index === 0 || (matches[index - 1] as Match).to < to)) return matches;
	const longest = longestIncreasing(matches.map(({ to }) => to));
	return matches.filter((_, index) => longest.has(index));
}
