import { alternationsOf, hasBackReference } from './any-of.ts';
import { LinearRegExp } from './linear-reg-exp.ts';

/** Whether a pattern may match the line that stands in a text from `start` to `end`. Asked from top to bottom. */
export type MayMatch = (start: number, end: number) => boolean;

/**
 * Finds the lines of a text that one of many patterns may match, each without its indentation. It goes through the whole text
 * at once, from one such place to the next: the engine passes over what lies between many times faster than it answers one
 * question about each line. It may find more lines than there are, and never fewer: see `inWholeText`.
 *
 * @returns null where that cannot be said of one of the patterns: then lines have to be asked about one by one
 */
export function sweepFor(patterns: readonly RegExp[]): ((text: string) => MayMatch) | null {
	if (!patterns.every(isSweepable)) return null;
	const sweeps = alternationsOf(patterns).map(inWholeText);
	return (text) => {
		/** Where each sweep has come to: the first place that it has found and nobody has asked about. */
		const places = sweeps.map(() => -1);
		let nearest = -1;
		return (start, end) => {
			// There is no newline in front of the first line.
			if (start === 0) return true;
			if (nearest >= end) return false;
			const from = start - 1;
			for (const [index, sweep] of sweeps.entries()) {
				if ((places[index] as number) < from) places[index] = nextPlace(sweep, text, from);
			}
			nearest = Math.min(...places);
			return nearest < end;
		};
	};
}

/** The same for a part of the text after the other, so that nobody waits until all of a large one has been gone through. */
export function inParts(sweep: (text: string) => MayMatch): (text: string) => MayMatch {
	return (text) => {
		if (text.length <= PART_LENGTH) return sweep(text);
		let part: MayMatch | null = null;
		let from = 0;
		let until = 0;
		return (start, end) => {
			if (part === null || start >= until) {
				// With the newline in front of its first line.
				from = Math.max(start - 1, 0);
				until = text.indexOf('\n', start + PART_LENGTH) + 1 || text.length;
				part = sweep(text.slice(from, until));
			}
			return part(start - from, end - from);
		};
	};
}

/** Some milliseconds of it; hardly any configuration is as large. */
const PART_LENGTH = 500_000;

function nextPlace(sweep: RegExp, text: string, from: number): number {
	sweep.lastIndex = from;
	return sweep.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** Another engine reads users' patterns, other flags give signs another meaning, a back-reference counts groups. */
function isSweepable(pattern: RegExp): boolean {
	const { flags, source } = pattern;
	return !(pattern instanceof LinearRegExp) && /^[dgi]*$/.test(flags) && !hasBackReference(source);
}

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
