import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import type { RangeRule } from '../../platform/list-rules.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Speller } from '../spellings/spelling.ts';

/** Things that follow each other, with the word in front of their numbers; a thing without a number is one by itself. */
export interface Stretch {
	readonly prefix: string;
	readonly from: number;
	readonly to: number;
	readonly isNumbered: boolean;
}

/** A line that is about one thing or about several. */
export interface RangedLine {
	readonly rule: RangeRule;
	readonly head: string;
	readonly tail: string;
	readonly stretches: readonly Stretch[];
}

/** A line that may be about several things, read; null: it is none, or nobody can tell what it is about. */
export type ReadRanged = (text: string) => RangedLine | null;

/** The rules that hold in a section. */
export function rulesIn(lineage: readonly string[], rules: readonly RangeRule[] = []): readonly RangeRule[] {
	return rules.filter((rule) => holdsIn(lineage, rule));
}

/** Whether a line looks as if it were about several things: cheap to ask, as nearly none does. */
export function looksLikeSeveral(text: string, { form, pattern }: RangeRule): boolean {
	return pattern.test(text) && (form === 'first-last' || SEVERAL.test(text));
}

const SEVERAL = /,|\d ?-|\brange /;

/** Reads lines of a section in which these rules hold; null: none does. */
export function rangedReader(rules: readonly RangeRule[], speller: Speller): ReadRanged | null {
	if (rules.length === 0) return null;
	const mayBe = anyOf(rules.map(({ pattern }) => pattern));
	return (text) => {
		if (!mayBe(text)) return null;
		const rule = rules.find(({ pattern }) => pattern.test(text));
		if (rule === undefined) return null;
		const { head = '', values = '', tail = '' } = rule.pattern.exec(text)?.groups ?? {};
		const stretches = readersOf[rule.form](head, values, speller);
		return stretches === null ? null : { rule, head, tail, stretches };
	};
}

const readersOf: Readonly<
	Record<RangeRule['form'], (head: string, values: string, speller: Speller) => readonly Stretch[] | null>
> = {
	ranges: (head, values, speller) => stretchesIn(inFull(head, values, speller)),
	'ranges-to': (head, values, speller) => stretchesIn(inFull(head, withSigns(values), speller).toLowerCase()),
	'first-last': (_, values) => firstAndLast(values),
};

/** Those of some nodes that are about one thing or several. */
export function rangedLinesAmong(nodes: readonly ConfigNode[], read: ReadRanged): ReadonlyMap<ConfigNode, RangedLine> {
	const lines = new Map<ConfigNode, RangedLine>();
	for (const node of nodes) {
		const line = node.body === null ? read(node.text) : null;
		if (line !== null) lines.set(node, line);
	}
	return lines;
}

/** Whether a line is about several things. */
export function isAboutSeveral({ stretches: [first, ...others] }: RangedLine): boolean {
	return first !== undefined && (others.length > 0 || first.from < first.to);
}

/** Whether two lines are about the same thing, whatever they say of it. */
export function overlaps(one: RangedLine, other: RangedLine): boolean {
	if (one.head !== other.head || one.tail !== other.tail) return false;
	return one.stretches.some(({ prefix, from, to }) =>
		other.stretches.some((stretch) => stretch.prefix === prefix && stretch.from <= to && from <= stretch.to),
	);
}

/** The line as it stands for some of its things. */
export function textOfRange({ rule, head, tail }: RangedLine, { prefix, from, to, isNumbered }: Stretch): string {
	const { form, several = '', dash = '-', wholeEnd = false } = rule;
	if (!isNumbered) return `${head}${prefix}${tail}`;
	if (from === to) return `${head}${prefix}${from}${tail}`;
	const path = wholeEnd ? (/[\d/:]*$/.exec(prefix)?.[0] ?? '') : '';
	return `${head}${several}${prefix}${from}${dash}${form === 'ranges-to' ? prefix : path}${to}${tail}`;
}

/** `Gi1/0/1,Te1/1/1` with whole names: each is a word of its own, as the spellings know them. */
function inFull(head: string, values: string, speller: Speller): string {
	return speller(`${head}${values.replaceAll(',', ' , ').replaceAll(/ {2,}/g, ' ')}`).slice(head.length);
}

/** `a 1/0/1 to a 1/0/4 b 2` as `a1/0/1-a1/0/4,b2`. */
function withSigns(values: string): string {
	return values
		.replaceAll(/(?<=[A-Za-z]) (?=\d)/g, '')
		.replaceAll(' to ', '-')
		.replaceAll(' ', ',');
}

function firstAndLast(values: string): readonly Stretch[] | null {
	const [, prefix = '', from = '', to = from] = /^((?:\d{1,5}\/)*)(\d{1,5})(?: \1(\d{1,5}))?$/.exec(values) ?? [];
	const stretch = { prefix, from: Number(from), to: Number(to), isNumbered: true };
	return from === '' || stretch.from > stretch.to ? null : [stretch];
}

const WORD = '(?:[A-Za-z]+(?:-[A-Za-z]+)*(?:\\d{1,5}[A-Za-z]+)* ?)?';
const PATH = '(?:\\d{1,5}[/:])*';

const PART = new RegExp(
	`^(?<word>${WORD})(?<path>${PATH})(?<from>\\d{1,5})(?: ?- ?(?<endWord>${WORD})(?<endPath>${PATH})(?<to>\\d{1,5}))?$`,
);

/** `lo`, `peerlink.4094`. */
const NAME = /^(?:[A-Za-z]+(?:-[A-Za-z]+)*|[A-Za-z][\w/-]*\.\d+)$/;

/** What goes on without a word of its own goes on with that of the one before: `vlan10,20`. */
function stretchesIn(values: string): readonly Stretch[] | null {
	const stretches: Stretch[] = [];
	let [lastWord, lastPath] = ['', ''];
	for (const value of values.split(',')) {
		const text = value.trim();
		if (NAME.test(text)) {
			stretches.push({ prefix: text, from: 0, to: 0, isNumbered: false });
			continue;
		}
		const groups = PART.exec(text)?.groups;
		if (groups === undefined) return null;
		const { from = '', to = from, endWord = '', endPath = '' } = groups;
		const word = groups.word === '' ? lastWord : (groups.word ?? '');
		const path = groups.word === '' && groups.path === '' ? lastPath : (groups.path ?? '');
		const isOneRow = (endWord === '' || endWord === word) && (endPath === '' || endPath === path);
		if (!isOneRow || Number(from) > Number(to)) return null;
		stretches.push({ prefix: word + path, from: Number(from), to: Number(to), isNumbered: true });
		[lastWord, lastPath] = [word, path];
	}
	return stretches;
}
