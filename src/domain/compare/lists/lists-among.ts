import type { ConfigNode } from '../../config/config-node.ts';
import { withoutNegation } from '../../config/without-negation.ts';
import { inRanges, type Steps } from '../../steps.ts';
import { firstWords, keyOf } from '../siblings/first-words.ts';
import type { KeyedLine } from '../siblings/keyed-line.ts';
import type { Siblings } from '../siblings/siblings.ts';

/** Tells lists from single commands. */
export interface Lists {
	/** Whether a section holds several lines of a command: equal first words and as many words in all. */
	has(line: KeyedLine, length: number): boolean;
	/** Counts the lines of a large section, before anybody asks for so many words. */
	countInSteps(length: number): Steps<void>;
}

/** Counts the lines of a section by their first words, at most once for each number of words that is asked for. */
export function listsAmong(siblings: Siblings, negation: string): Lists {
	const size = Math.max(siblings.intended.length, siblings.running.length);
	/** Counted on first use, because most sections have nothing to pair. */
	const counts = new Map<number, KeyCounts>();
	const noneOf = (length: number): KeyCounts => new KeyCounts(siblings, { length, negation });
	const countsOf = (length: number): KeyCounts => {
		const known = counts.get(length);
		if (known !== undefined) return known;
		const counted = noneOf(length);
		counted.count(0, size);
		counts.set(length, counted);
		return counted;
	};
	return {
		has({ text, words, wholeFrom }, length) {
			return length < wholeFrom && countsOf(length).areSeveral(words, keyOf(text, length));
		},
		*countInSteps(length) {
			if (counts.has(length)) return;
			const counted = noneOf(length);
			// At each place stand two lines.
			yield* inRanges(2 * size, (from, to) => counted.count(from >> 1, to >> 1));
			yield;
			counts.set(length, counted);
		},
	};
}

/** The sides that have a line, as bits, and whether one of them has several. */
const INTENDED = 1;
const RUNNING = 2;
const SEVERAL = 4;

/** Which first words several lines of one side begin with. */
class KeyCounts {
	readonly #siblings: Siblings;
	readonly #length: number;
	readonly #negation: string;
	/** By number of words, and by the first ones. */
	readonly #sidesOf: (Map<string, number> | undefined)[] = [];

	constructor(siblings: Siblings, { length, negation }: { readonly length: number; readonly negation: string }) {
		this.#siblings = siblings;
		this.#length = length;
		this.#negation = negation;
	}

	/** Adds the lines of both sides at these places. Nearly each is the same on both sides, and read once. */
	count(from: number, to: number): void {
		const { intended, running } = this.#siblings;
		for (let place = from; place < to; place += 1) {
			const [ours, theirs] = [intended[place], running[place]];
			if (ours?.text === theirs?.text) this.#add(ours, INTENDED | RUNNING);
			else {
				this.#add(ours, INTENDED);
				this.#add(theirs, RUNNING);
			}
		}
	}

	#add(node: ConfigNode | undefined, sides: number): void {
		if (node === undefined) return;
		const { words, key } = firstWords(withoutNegation(node.text, this.#negation), this.#length);
		if (words < this.#length) return;
		this.#sidesOf[words] ??= new Map();
		const sidesOf = this.#sidesOf[words];
		const before = sidesOf.get(key) ?? 0;
		sidesOf.set(key, before | sides | ((before & sides) === 0 ? 0 : SEVERAL));
	}

	areSeveral(words: number, key: string): boolean {
		return ((this.#sidesOf[words]?.get(key) ?? 0) & SEVERAL) !== 0;
	}
}
