import type { ConfigNode } from '../../config/tree.ts';
import { inRanges, type Steps } from '../../steps.ts';
import { firstWords, keyOf } from '../siblings/first-words.ts';
import { type KeyedLine, withoutNegation } from '../siblings/keyed-line.ts';
import type { Siblings } from '../siblings/match-siblings.ts';

/** By number of words, how many lines of a section begin with the same words. */
type KeyCounts = readonly (ReadonlyMap<string, number> | undefined)[];

/** Tells lists from single commands. */
export interface Lists {
	/** Whether a section holds several lines of a command: equal first words and as many words in all. */
	has(line: KeyedLine, length: number): boolean;
	/** Counts the lines of a large section, before anybody asks for so many words. */
	countInSteps(length: number): Steps<void>;
}

export function listsAmong({ intended, running }: Siblings, negation: string): Lists {
	/** Counted on first use, because most sections have nothing to pair. */
	const counts = new Map<number, readonly KeyCounts[]>();
	const countsOf = (length: number): readonly KeyCounts[] => {
		const known = counts.get(length);
		if (known !== undefined) return known;
		const counted = [intended, running].map((nodes) => countKeys([], nodes, { length, negation }));
		counts.set(length, counted);
		return counted;
	};
	return {
		has({ text, words, wholeFrom }, length) {
			if (length >= wholeFrom) return false;
			const key = keyOf(text, length);
			return countsOf(length).some((side) => (side[words]?.get(key) ?? 0) > 1);
		},
		*countInSteps(length) {
			if (counts.has(length)) return;
			const sides: KeyCounts[] = [];
			for (const nodes of [intended, running]) {
				const side: Map<string, number>[] = [];
				yield* inRanges(nodes.length, (from, to) => countKeys(side, nodes.slice(from, to), { length, negation }));
				yield;
				sides.push(side);
			}
			counts.set(length, sides);
		},
	};
}

/** Adds the lines to what was counted before. */
function countKeys(
	counts: Map<string, number>[],
	nodes: readonly ConfigNode[],
	{ length, negation }: { readonly length: number; readonly negation: string },
): KeyCounts {
	for (const node of nodes) {
		const { words, key } = firstWords(withoutNegation(node, negation), length);
		if (words < length) continue;
		counts[words] ??= new Map();
		counts[words].set(key, (counts[words].get(key) ?? 0) + 1);
	}
	return counts;
}
