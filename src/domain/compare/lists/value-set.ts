import type { ListRule } from '../../platform/list-rules.ts';
import { compareTexts } from '../../text/compare-texts.ts';

type Form = ListRule['form'];

/**
 * Numbers that follow each other, with the word in front of them: `Gi1/0/1` to `Gi1/0/4` is
 * `{ prefix: 'Gi1/0/', from: 1, to: 4 }`.
 */
interface Span {
	readonly prefix: string;
	readonly from: number;
	readonly to: number;
}

/** A set of values: names, and spans that neither overlap nor touch, ascending. Spans keep what a hostile range costs small. */
export interface ValueSet {
	readonly words: ReadonlySet<string>;
	readonly spans: readonly Span[];
}

/** More than any VLAN, port or community number; a larger one is not a range of values. */
const MAX_NUMBER = 65_535;

/** Reads values as the form writes them; null where they are something else (`all`, `none`). */
export function parseValues(text: string, form: Form): ValueSet | null {
	if (form === 'words' || form === 'brackets') return { words: new Set(wordsOf(text)), spans: [] };
	// Blanks are trimmed afterwards: /\s*,\s*/ looks at a long run of them once for every blank.
	if (form === 'ranges' && text.startsWith('except ')) return allVlansBut(parseValues(text.slice(7), form));
	const parts =
		form === 'ranges' ? text.split(',').map((part) => part.trim()) : text.replaceAll(/ to /g, '-').split(/\s+/);
	const spans = parts.map(parseSpan);
	return spans.every((span) => span !== null) ? { words: new Set(), spans: joinSpans(spans) } : null;
}

/** `except 5` of a trunk is every other VLAN that there can be (IEEE 802.1Q: 1 to 4094). */
function allVlansBut(excepted: ValueSet | null): ValueSet | null {
	const all = { words: new Set<string>(), spans: [{ prefix: '', from: 1, to: 4094 }] };
	return excepted === null ? null : without(all, excepted);
}

/** Values between blanks; a quoted one may hold blanks, and a quoted plain word is the word. */
function wordsOf(text: string): readonly string[] {
	const words = text.trim().match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
	return words.map((word) => word.replace(/^"([^"\s\\]+)"$/, '$1'));
}

function parseSpan(text: string): Span | null {
	const match =
		/^(?<prefix>(?:[\w./:]*[A-Za-z./:])?)(?<from>\d{1,5})(?:-(?<end>(?:[\w./:]*[A-Za-z./:])?)(?<to>\d{1,5}))?$/.exec(
			text,
		);
	const { prefix = '', from = '', end, to = from } = match?.groups ?? {};
	if (match === null || (end !== undefined && end !== '' && end !== prefix)) return null;
	const span = { prefix, from: Number(from), to: Number(to) };
	return span.from <= span.to && span.to <= MAX_NUMBER ? span : null;
}

/** Sorted by prefix and number; what overlaps or touches is one. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
	const sorted = spans.toSorted((one, other) => compareTexts(one.prefix, other.prefix) || one.from - other.from);
	const joined: Span[] = [];
	for (const span of sorted) {
		const last = joined.at(-1);
		if (last?.prefix === span.prefix && span.from <= last.to + 1) {
			joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) };
		} else joined.push(span);
	}
	return joined;
}

/** What any of the sets has. */
export function unionOf(sets: readonly ValueSet[]): ValueSet {
	return {
		words: new Set(sets.flatMap(({ words }) => [...words])),
		spans: joinSpans(sets.flatMap(({ spans }) => spans)),
	};
}

/** What the first set has and the second has not. */
export function without(one: ValueSet, other: ValueSet): ValueSet {
	const words = new Set([...one.words].filter((word) => !other.words.has(word)));
	const spans: Span[] = [];
	for (const { prefix, from, to } of one.spans) {
		let start = from;
		for (let at = firstSpanFrom(other.spans, prefix, from); at < other.spans.length; at += 1) {
			const span = other.spans[at];
			if (span?.prefix !== prefix || span.from > to) break;
			if (span.from > start) spans.push({ prefix, from: start, to: span.from - 1 });
			start = Math.max(start, span.to + 1);
		}
		if (start <= to) spans.push({ prefix, from: start, to });
	}
	return { words, spans };
}

/** Index of the first span that does not end before the number. */
function firstSpanFrom(spans: readonly Span[], prefix: string, number: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const span = spans[middle] as Span;
		const order = compareTexts(span.prefix, prefix) || span.to - number;
		if (order < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether there is neither a name nor a number. */
export function isEmpty({ words, spans }: ValueSet): boolean {
	return words.size === 0 && spans.length === 0;
}

/** Whether both have the same values, however they were written. */
export function isSame(one: ValueSet, other: ValueSet): boolean {
	return isEmpty(without(one, other)) && isEmpty(without(other, one));
}

/** How many values there are, each number of a span counted. */
export function countValues({ words, spans }: ValueSet): number {
	return spans.reduce((size, { from, to }) => size + to - from + 1, words.size);
}

/** Every value as it stands alone. */
export function valuesIn({ words, spans }: ValueSet): readonly string[] {
	const numbers = spans.flatMap(({ prefix, from, to }) =>
		Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`),
	);
	return [...words, ...numbers];
}

/** As the form writes them: `1,3-5`, `1 3 to 5`, `a b`, `[ a b ]`. */
export function formatValues({ words, spans }: ValueSet, form: Form): string {
	const ranges = spans.map(({ prefix, from, to }) => {
		if (from === to) return `${prefix}${from}`;
		return form === 'ranges-to' ? `${prefix}${from} to ${prefix}${to}` : `${prefix}${from}-${prefix}${to}`;
	});
	const values = [...words, ...ranges];
	if (form === 'brackets') return values.length === 1 ? (values[0] ?? '') : `[ ${values.join(' ')} ]`;
	return values.join(form === 'ranges' ? ',' : ' ');
}
