import type { ConfigNode } from '../../config/tree.ts';
import { areMany, inRanges, type Steps } from '../../steps.ts';
import { matchSpellings, type Speller, spelledInSteps } from '../spellings/spelling.ts';
import { commonInOrder } from './common-in-order.ts';
import { matchHiddenSecrets } from './hidden-secrets.ts';
import { longestIncreasing } from './longest-increasing.ts';
import { type Gap, splitAtFences } from './split-at-fences.ts';

/** Siblings of one section, on both sides. */
export interface Siblings {
	readonly intended: readonly ConfigNode[];
	readonly running: readonly ConfigNode[];
}

/** Indices of two siblings that say the same: in the intended list and in the running one. */
export interface Match {
	readonly at: number;
	readonly to: number;
}

/** Siblings, and the indices of those that found no equal line. */
export interface Unmatched extends Siblings {
	readonly unmatched: readonly number[];
	readonly leftOver: readonly number[];
}

/** Two nodes that say the same. */
export interface MatchedPair {
	readonly intended: ConfigNode;
	readonly running: ConfigNode;
	/** At another place of an ordered section. */
	readonly moved: boolean;
}

/** Which lines of one section belong together, and which are left over. */
export interface SiblingMatch {
	/** In the intended order. */
	readonly pairs: readonly MatchedPair[];
	/** What found no partner; of an ordered section one gap between every two lines that kept their place. */
	readonly gaps: readonly Gap[];
}

/**
 * Pairs equal siblings, each with one other only, so that duplicates are kept. Linear, n log n where order counts. In an
 * ordered section the fewest possible lines are called moved.
 */
export function* matchSiblings(
	{ intended, running }: Siblings,
	{ ordered, speller }: { readonly ordered: boolean; readonly speller: Speller },
): Steps<SiblingMatch> {
	const { before, after } = commonEnds({ intended, running });
	const head = inPlace({ intended: intended.slice(0, before), running });
	if (before === intended.length && before === running.length) return { pairs: head, gaps: [] };
	const inside = {
		intended: intended.slice(before, intended.length - after),
		running: running.slice(before, running.length - after),
	};
	const { pairs, gaps } = yield* matchInside(inside, ordered, speller);
	const tail = {
		intended: intended.slice(intended.length - after),
		running: running.slice(running.length - after),
	};
	return { pairs: [...head, ...pairs, ...inPlace(tail)], gaps };
}

/** How many equal lines both lists begin and end with: most sections of most devices are as they should be. */
function commonEnds({ intended, running }: Siblings): { readonly before: number; readonly after: number } {
	const shorter = Math.min(intended.length, running.length);
	let before = 0;
	while (before < shorter && intended[before]?.text === running[before]?.text) before += 1;
	let after = 0;
	while (after < shorter - before && intended.at(-1 - after)?.text === running.at(-1 - after)?.text) after += 1;
	return { before, after };
}

function inPlace({ intended, running }: Siblings): readonly MatchedPair[] {
	return intended.map((node, index) => ({ intended: node, running: running[index] as ConfigNode, moved: false }));
}

function* matchInside(siblings: Siblings, ordered: boolean, speller: Speller): Steps<SiblingMatch> {
	const { intended, running } = siblings;
	const isLarge = areMany(intended.length + running.length);
	const common = ordered ? commonInOrder(siblings) : [];
	if (isLarge) yield;
	const equal = equalMatcher(siblings, common);
	yield* inRanges(running.length, equal.note);
	yield* inRanges(intended.length, equal.match);
	const { matches, unmatched } = equal;
	const leftOver = equal.leftOver();
	const rest = { intended, running, unmatched, leftOver };
	if (isLarge) yield;
	// To write lines as others are written takes longer than all else.
	const alike = matchAlike(rest, isLarge ? yield* spelledInSteps(rest, speller) : speller);
	if (isLarge) yield;
	const all = [...matches, ...alike].toSorted((one, other) => one.at - other.at);
	const kept = ordered ? longestIncreasing(all.map(({ to }) => to)) : null;
	const fences = kept === null ? [] : all.filter((_, index) => kept.has(index));
	if (isLarge) yield;
	const alikeAt = new Set(alike.map(({ at }) => at));
	const alikeTo = new Set(alike.map(({ to }) => to));
	return {
		pairs: all.map(({ at, to }, index) => ({
			intended: intended[at] as ConfigNode,
			running: running[to] as ConfigNode,
			moved: kept !== null && !kept.has(index),
		})),
		gaps: splitAtFences(siblings, fences, {
			missing: unmatched.filter((at) => !alikeAt.has(at)),
			extra: leftOver.filter((to) => !alikeTo.has(to)),
		}),
	};
}

/** Pairs lines that are not equal but mean the same: a secret is hidden, or a value is written in another way. */
function matchAlike(rest: Unmatched, speller: Speller): readonly Match[] {
	const hidden = matchHiddenSecrets(rest);
	if (hidden.length === 0) return matchSpellings(rest, speller);
	const [at, to] = [new Set(hidden.map((match) => match.at)), new Set(hidden.map((match) => match.to))];
	const stillUnmatched = rest.unmatched.filter((index) => !at.has(index));
	const stillLeft = rest.leftOver.filter((index) => !to.has(index));
	return [...hidden, ...matchSpellings({ ...rest, unmatched: stillUnmatched, leftOver: stillLeft }, speller)];
}

/** Pairs what the given matches leave over: the k-th of several equal lines with the k-th. */
interface EqualMatcher {
	/** Takes in some of the running lines: all of them before the first match. */
	readonly note: (from: number, to: number) => void;
	/** Finds the partners of some of the intended lines. */
	readonly match: (from: number, to: number) => void;
	/** The given matches, and those that were found. */
	readonly matches: readonly Match[];
	/** Intended lines without a partner. */
	readonly unmatched: readonly number[];
	/** Running lines without a partner. */
	readonly leftOver: () => readonly number[];
}

function equalMatcher({ intended, running }: Siblings, common: readonly Match[]): EqualMatcher {
	const takenAt = new Set(common.map(({ at }) => at));
	const takenTo = new Set(common.map(({ to }) => to));
	const positions = new Map<string, number[]>();
	const matches = [...common];
	const unmatched: number[] = [];
	return {
		matches,
		unmatched,
		note(from, end) {
			// The last comes first, so that the first is what is taken first.
			for (let to = running.length - 1 - from; to >= running.length - end; to -= 1) {
				if (takenTo.has(to)) continue;
				const text = running[to]?.text ?? '';
				const sameText = positions.get(text);
				if (sameText === undefined) positions.set(text, [to]);
				else sameText.push(to);
			}
		},
		match(from, end) {
			for (let at = from; at < end; at += 1) {
				if (takenAt.has(at)) continue;
				const to = positions.get(intended[at]?.text ?? '')?.pop();
				if (to === undefined) unmatched.push(at);
				else matches.push({ at, to });
			}
		},
		leftOver: () => [...positions.values()].flat().toSorted((one, other) => one - other),
	};
}
