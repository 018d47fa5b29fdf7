import type { Match, Siblings, Unmatched } from './siblings.ts';

/**
 * Which lines of a section have found their partner so far. Its loops count: `entries()` makes a pair for each line, a fifth of
 * all that a comparison makes.
 */
export class Partners {
	/** By index of an intended line: that of the running one; -1: none. */
	readonly #partnerOf: number[];
	/** By index of a running line. */
	readonly #isTaken: boolean[];

	constructor({ intended, running }: Siblings) {
		this.#partnerOf = new Array<number>(intended.length).fill(-1);
		this.#isTaken = new Array<boolean>(running.length).fill(false);
	}

	join(matches: readonly Match[]): void {
		for (const { at, to } of matches) {
			this.#partnerOf[at] = to;
			this.#isTaken[to] = true;
		}
	}

	/** In the intended order. */
	matches(): readonly Match[] {
		const matches: Match[] = [];
		for (let at = 0; at < this.#partnerOf.length; at += 1) {
			const to = this.#partnerOf[at] as number;
			if (to !== -1) matches.push({ at, to });
		}
		return matches;
	}

	/** Those that have found none, ascending. */
	missing(): Pick<Unmatched, 'unmatched' | 'leftOver'> {
		const unmatched: number[] = [];
		const leftOver: number[] = [];
		for (let at = 0; at < this.#partnerOf.length; at += 1) if (this.#partnerOf[at] === -1) unmatched.push(at);
		for (let to = 0; to < this.#isTaken.length; to += 1) if (this.#isTaken[to] === false) leftOver.push(to);
		return { unmatched, leftOver };
	}
}
