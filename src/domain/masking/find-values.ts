import type { LineMatch, LinePattern } from './pattern.ts';
import { wholeQuoted } from './whole-quoted.ts';

/** Where a value stands in its line: from the first character to behind the last. */
export type Span = readonly [start: number, end: number];

/**
 * How many characters are read for one line, all in all: enough for a hundred values in a line of a thousand
 * characters, and a few readings of a line that no device writes. What stands behind is taken as one value then.
 */
const MAX_READ = 1_000_000;

/** More than there are words between a keyword and its value: `version 3 auth`. */
const MAX_WORDS_BEFORE = 8;

/** Stands for what must not be found again: a character of private use, which no pattern asks for. */
const FOUND = '\u{e000}';

/**
 * Every value that a pattern finds in a line (its groups `secret`, `secret2`…, `volatile`…), from left to right.
 *
 * A pattern that is asked again finds the same value again. So it is asked about a copy in which that value is blacked out,
 * and word by word what stands in front of it, until it finds another value or nothing. Only a value that stands behind is
 * taken then: in front of the first one stand its own keywords.
 *
 * @param first - what the pattern finds in the line as it is
 *
 * @example
 * // /:\/\/\w+:(?<secret>\w+)@/d in 'ftp://a:one@host ftp://b:two@host' //=> [[8, 11], [25, 28]]
 */
export function findValues(text: string, first: LineMatch, pattern: LinePattern): readonly Span[] {
	const found: Span[] = [];
	let copy = text;
	/** What is blacked out in front of the end of the last value begins here. */
	let from = 0;
	let wordsBefore = 0;
	let read = 0;
	for (let match: LineMatch | null = first; match !== null; match = pattern.exec(copy)) {
		read += text.length;
		const end = found.at(-1)?.[1] ?? 0;
		const spans = valueSpans(match, text).filter(([start, stop]) => start >= end && (stop > end || found.length === 0));
		const [next] = spans;
		if (read > MAX_READ) return [...found, [next?.[0] ?? end, text.length]];
		if (next === undefined) {
			if (wordsBefore === MAX_WORDS_BEFORE || from === 0) break;
			wordsBefore += 1;
			const word = lastWordStart(copy, from);
			copy = copy.slice(0, word) + copy.slice(word, from).replaceAll(/\S/g, FOUND) + copy.slice(from);
			from = word;
			continue;
		}
		found.push(...spans);
		for (const span of spans) copy = blackOut(copy, span);
		from = next[0];
		wordsBefore = 0;
		// Most lines end with their secret.
		if (!/\S/.test(text.slice(found.at(-1)?.[1]))) break;
	}
	return found;
}

/** Whether a group names a value to replace; every other name is a fact to keep. */
export function isReplaced(group: string): boolean {
	return /^(?:secret|volatile)\d*$/.test(group);
}

/**
 * Apart from each other: of two groups of which one stands inside the other, the outer one is the value. No secret is none; that
 * nothing stands where else a counter does may change by itself.
 */
function valueSpans({ indices }: LineMatch, text: string): readonly Span[] {
	const spans = Object.entries(indices?.groups ?? {})
		.flatMap(([name, span]) => (span !== undefined && isValue(name, span) ? [wholeValue(name, span, text)] : []))
		.toSorted(([one], [other]) => one - other);
	const apart: Span[] = [];
	for (const [start, end] of spans) {
		const last = apart.at(-1);
		if (last === undefined || start >= last[1]) apart.push([start, end]);
		else apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
	}
	return apart;
}

function isValue(name: string, [start, end]: Span): boolean {
	return isReplaced(name) && (start < end || name.startsWith('volatile'));
}

function wholeValue(name: string, span: Span, text: string): Span {
	return name.startsWith('secret') ? wholeQuoted(text, span) : span;
}

function blackOut(text: string, [start, end]: Span): string {
	return text.slice(0, start) + FOUND.repeat(end - start) + text.slice(end);
}

function lastWordStart(text: string, end: number): number {
	let start = end;
	while (start > 0 && /\s/.test(text.charAt(start - 1))) start -= 1;
	while (start > 0 && /\S/.test(text.charAt(start - 1))) start -= 1;
	return start;
}
