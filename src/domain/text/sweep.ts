import { alternationsOf, hasBackReference } from './any-of.ts';
import { LinearRegExp } from './linear-reg-exp.ts';

/**
 * A text that is asked about its lines, from top to bottom. An object and not a function: what V8 has compiled for one text is
 * good for the next one, where it would let go of it together with a function that was called there.
 */
export interface SweptText {
	/** Whether a pattern may match the line that stands from `start` to `end`. */
	mayMatch(start: number, end: number): boolean;
}

/** Begins with a text. */
export type Sweep = (text: string) => SweptText;

/**
 * Finds the lines of a text that one of many patterns may match, each without its indentation. It goes through the whole text
 * at once, from one such place to the next: the engine passes over what lies between many times faster than it answers one
 * question about each line. It may find more lines than there are, and never fewer: see `inWholeText`.
 *
 * @returns null where that cannot be said of one of the patterns: then lines have to be asked about one by one
 */
export function sweepFor(patterns: readonly RegExp[]): Sweep | null {
	if (!patterns.every(isSweepable)) return null;
	const expressions = alternationsOf(behindTheSameSigns(patterns)).map(inWholeText);
	return (text) => new TextSweptAtOnce(text, expressions);
}

class TextSweptAtOnce implements SweptText {
	readonly #text: string;
	readonly #expressions: readonly RegExp[];
	/** Where each expression has come to: the first place that it has found and nobody has asked about. */
	readonly #places: number[];
	#nearest = -1;

	constructor(text: string, expressions: readonly RegExp[]) {
		this.#text = text;
		this.#expressions = expressions;
		this.#places = expressions.map(() => -1);
	}

	mayMatch(start: number, end: number): boolean {
		// There is no newline in front of the first line.
		if (start === 0) return true;
		if (this.#nearest < end) this.#nearest = this.#nearestFrom(start - 1);
		return this.#nearest < end;
	}

	#nearestFrom(from: number): number {
		for (const [index, expression] of this.#expressions.entries()) {
			if ((this.#places[index] as number) < from) this.#places[index] = nextPlace(expression, this.#text, from);
		}
		return Math.min(...this.#places);
	}
}

function nextPlace(expression: RegExp, text: string, from: number): number {
	expression.lastIndex = from;
	return expression.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** The same for a part of the text after the other, so that nobody waits until all of a large one has been gone through. */
export function inParts(sweep: Sweep): Sweep {
	return (text) => (text.length <= PART_LENGTH ? sweep(text) : new TextSweptInParts(text, sweep));
}

/** Some milliseconds of it; hardly any configuration is as large. */
const PART_LENGTH = 500_000;

class TextSweptInParts implements SweptText {
	readonly #text: string;
	readonly #sweep: Sweep;
	#part: SweptText | null = null;
	#from = 0;
	#until = 0;

	constructor(text: string, sweep: Sweep) {
		this.#text = text;
		this.#sweep = sweep;
	}

	mayMatch(start: number, end: number): boolean {
		if (this.#part === null || start >= this.#until) {
			// With the newline in front of its first line.
			this.#from = Math.max(start - 1, 0);
			this.#until = this.#text.indexOf('\n', start + PART_LENGTH) + 1 || this.#text.length;
			this.#part = this.#sweep(this.#text.slice(this.#from, this.#until));
		}
		return this.#part.mayMatch(start - this.#from, end - this.#from);
	}
}

/** Another engine reads users' patterns, other flags give signs another meaning, a back-reference counts groups. */
function isSweepable(pattern: RegExp): boolean {
	const { flags, source } = pattern;
	return !(pattern instanceof LinearRegExp) && /^[dgi]*$/.test(flags) && !hasBackReference(source);
}

/**
 * What begins behind one of some signs is looked for behind those of all such patterns: as one question the text is gone
 * through once, and not once for each set of signs.
 */
function behindTheSameSigns(patterns: readonly RegExp[]): readonly RegExp[] {
	const signs = new Set(patterns.flatMap(({ source }) => BEHIND_SIGN.exec(source)?.groups?.signs ?? []));
	// A hyphen at the end of a class is one; in front of another class it would make a range.
	const lead = `(?:^|[\\s${[...signs].map((some) => some.replace(/(?<!\\)-$/, '\\-')).join('')}])`;
	return patterns.map((pattern) => {
		const { source, flags } = pattern;
		return BEHIND_SIGN.test(source)
			? new RegExp(
					source.replace(BEHIND_SIGN, () => lead),
					flags,
				)
			: pattern;
	});
}

/** The start of a line, a blank or a sign: a class that begins with the blank. */
const BEHIND_SIGN = /^\(\?:\^\|\[\\s(?<signs>(?:\\.|[^\]\\])*)\]\)(?![?*+{])/;

/**
 * A pattern for one line as one for a text of many. Wherever it matches a line, this matches there or at the newline in front:
 *
 * - It does not ask what must not stand there (`(?!…)`, `(?<!…)`). All that is left asks for something that has to be there, and
 *   what stands in the line stands in the text, too.
 * - `^` is a newline and the indentation behind it, and `$` is where nothing of the line follows. `^` beside `\s` is one of the
 *   two: there is a blank in front of every line.
 * - What matches many characters does not go beyond the line, so that the time it takes does not grow with the square of a text.
 */
function inWholeText({ source, flags }: RegExp): RegExp {
	let swept = '';
	let depth = 0;
	/** How deep what must not stand there begins, while that is passed over. */
	let forbidden: number | null = null;
	for (const { 0: token, index } of source.matchAll(TOKEN)) {
		if (token === ')') depth -= 1;
		if (forbidden !== null) {
			if (depth === forbidden) forbidden = null;
		} else if (token === '(?!' || token === '(?<!') forbidden = depth;
		else if (token === '^' && index === 0) swept += '\\n *(?! )';
		else swept += IN_WHOLE_TEXT.get(token) ?? token.replace(/^\[\^/, '[^\\n');
		if (token.startsWith('(')) depth += 1;
	}
	return new RegExp(swept, `${flags}g`);
}

const TOKEN = /\^\|\\s|\^\|(?=\[\\s)|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?!|[\s\S]/g;

const IN_WHOLE_TEXT: ReadonlyMap<string, string> = new Map([
	['^', '(?<=\\n *)(?! )'],
	['^|\\s', '\\s'],
	['^|', ''],
	['\\s', '[^\\S\\n]'],
	['$', '(?![^\\n])'],
]);
