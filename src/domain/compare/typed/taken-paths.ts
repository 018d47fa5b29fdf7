/** Where among the lines of a section something was seen. */
export interface Seen {
	first: number;
	last: number;
}

/** What clearing commands take away, by its words: finds in a line what it begins with. */
export class TakenPaths {
	readonly #paths = new Map<string, Seen>();
	/** By a path, and by the word that a command takes below it. */
	readonly #parts = new Map<string, Map<string, Seen>>();
	/** The same of keywords, which a command may cut short where a line says them in full. */
	readonly #keywords = new Map<string, Map<string, Seen>>();
	#words = 0;

	add(path: string): void {
		const words = path.split(' ');
		this.#words = Math.max(this.#words, words.length);
		if (!this.#paths.has(path)) this.#paths.set(path, neverSeen());
	}

	/** The same of a path of which a line may hold a part among others: one of several values, or of several statements. */
	addParts(path: string): void {
		const words = path.split(' ');
		for (let depth = 1; depth < words.length; depth += 1) {
			const above = words.slice(0, depth).join(' ');
			const word = words[depth] as string;
			if (depth >= FIRST_PART) lookFor(this.#parts, above, unbracketed(word));
			if (KEYWORD.test(word)) lookFor(this.#keywords, above, word);
		}
	}

	/** Notes the line that stands there. */
	see(text: string, at: number): void {
		for (const end of endsOf(text, this.#words)) {
			const path = text.slice(0, end);
			note(this.#paths.get(path), at);
			const parts = this.#parts.get(path);
			if (parts !== undefined) seeParts(text.slice(end + 1), parts, at);
			const keywords = this.#keywords.get(path);
			if (keywords !== undefined) seeShortened(text.slice(end + 1), keywords, at);
		}
	}

	/** What of it begins a line: the whole line last. */
	pathsIn(text: string): readonly string[] {
		const paths = endsOf(text, this.#words).map((end) => text.slice(0, end));
		return paths.filter((path) => this.#paths.has(path));
	}

	/** The first line that may hold a part of what is taken, and more; none: Infinity. */
	firstPart(path: string): number {
		if (this.#parts.size === 0 && this.#keywords.size === 0) return Number.POSITIVE_INFINITY;
		const words = path.split(' ');
		let first = Number.POSITIVE_INFINITY;
		for (let depth = 1; depth < words.length; depth += 1) {
			const above = words.slice(0, depth).join(' ');
			const word = words[depth] as string;
			const part = this.#parts.get(above)?.get(unbracketed(word));
			const keyword = this.#keywords.get(above)?.get(word);
			first = Math.min(first, part?.first ?? first, keyword?.first ?? first);
		}
		return first;
	}

	/** The last line that is, or begins with, what is taken; none: -1. */
	last(path: string): number {
		return this.#paths.get(path)?.last ?? -1;
	}
}

/** The verb and what it is about: nothing is set beside these on one line. */
const FIRST_PART = 2;

const KEYWORD = /^[a-z-]+$/;

function lookFor(words: Map<string, Map<string, Seen>>, above: string, word: string): void {
	const below = words.get(above) ?? new Map<string, Seen>();
	words.set(above, below);
	if (!below.has(word)) below.set(word, neverSeen());
}

function neverSeen(): Seen {
	return { first: Number.POSITIVE_INFINITY, last: -1 };
}

function note(seen: Seen | undefined, at: number): void {
	if (seen === undefined) return;
	seen.first = Math.min(seen.first, at);
	seen.last = Math.max(seen.last, at);
}

/** What stands straight below the path is a path of its own; what stands further on, or in brackets, is beside something. */
function seeParts(rest: string, parts: ReadonlyMap<string, Seen>, at: number): void {
	const [next = '', ...others] = rest.split(' ');
	for (const word of [next, ...others]) {
		const plain = unbracketed(word);
		if (plain !== next) note(parts.get(plain), at);
	}
}

/** `interfaces` is what `delete int` may be about. */
function seeShortened(rest: string, keywords: ReadonlyMap<string, Seen>, at: number): void {
	const next = rest.split(' ', 1)[0] ?? '';
	if (!KEYWORD.test(next)) return;
	for (let end = 1; end < next.length; end += 1) note(keywords.get(next.slice(0, end)), at);
}

/** Where the first words of a line end, so many of them at most. */
function endsOf(text: string, words: number): readonly number[] {
	const ends: number[] = [];
	for (let end = text.indexOf(' '); end !== -1 && ends.length < words; end = text.indexOf(' ', end + 1)) ends.push(end);
	if (ends.length < words) ends.push(text.length);
	return ends;
}

/** `["a"` and `a` may be one value. */
function unbracketed(word: string): string {
	return word.replaceAll(/["'[\]]/g, '');
}
