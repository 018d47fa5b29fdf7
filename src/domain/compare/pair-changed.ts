import type { ConfigNode } from '../config/tree.ts';
import type { Siblings } from './match-siblings.ts';
import type { Gap } from './split-at-fences.ts';

/** One line that stands in another's place. */
export interface Replacement {
	readonly intended: ConfigNode;
	readonly running: ConfigNode;
}

/** What tells a value from an entry of a list. */
export interface PairingRules {
	/** What takes a command back: `no `. */
	readonly negation: string;
	/** All lines of the section, equal ones too: several lines of one command are a list, whose entries replace nothing. */
	readonly siblings: Siblings;
	/** Values of lists that one side lacks: they replace nothing. */
	readonly differing?: ReadonlySet<ConfigNode>;
}

/** Commands that hold one free text: any other text replaces it, whatever its words. */
const FREE_TEXT = /^(?:description|hostname|host-name|name|snmp-server (?:location|contact)|location|contact)(?: |$)/;

/** Commands whose one word is an entry of a list, even where the list has no other: `feature lacp` is no `feature telnet`. */
const LISTED =
	/^(?:add|create|disable|enable|feature|feature-set|interface|member|neighbor|network|peer|server|username|vrf)$/;

/** An entry's number is its key, whatever stands behind it: `20 deny …` replaces `20 permit …`. */
const NUMBERED = /^\d+$/;

/**
 * Finds missing and extra lines of one gap that are one command with another value (`ip address A` → `ip address B`).
 * Only where exactly one line on each side shares the words, so that a pair is never a guess; sections with content are
 * never paired.
 */
export function pairChanged(
	gaps: readonly Gap[],
	{ negation, siblings, differing = new Set() }: PairingRules,
): readonly Replacement[] {
	const isList = listsAmong(siblings, negation);
	const isCandidate = (node: ConfigNode): boolean => isLeaf(node) && !differing.has(node);
	return gaps.flatMap((gap) => {
		const [missing, extra] = [gap.missing.filter(isCandidate), gap.extra.filter(isCandidate)];
		if (missing.length === 0 || extra.length === 0) return [];
		return pairInGap({
			intended: missing.map((node) => keyed(node, negation)),
			running: extra.map((node) => keyed(node, negation)),
			isList,
		});
	});
}

function pairInGap({
	intended,
	running,
	isList,
}: {
	readonly intended: readonly Keyed[];
	readonly running: readonly Keyed[];
	readonly isList: (line: Keyed, length: number) => boolean;
}): readonly Replacement[] {
	const replacements: Replacement[] = [];
	const paired = new Set<Keyed>();
	const longest = intended.reduce((most, { words }) => Math.max(most, words.length), 0);
	for (let length = Math.min(longest, MAX_KEY_WORDS); length > 0; length -= 1) {
		const isFree = (line: Keyed): boolean => !paired.has(line) && isKey(line, length);
		const counterparts = onlyByKey(running.filter(isFree), length);
		for (const [key, one] of onlyByKey(intended.filter(isFree), length)) {
			const other = counterparts.get(key) ?? null;
			if (one === null || other === null || isList(one, length) || isList(other, length)) continue;
			replacements.push({ intended: one.node, running: other.node });
			paired.add(one).add(other);
		}
	}
	return replacements;
}

/** The line by its first words; null where several begin with them. */
function onlyByKey(lines: readonly Keyed[], length: number): ReadonlyMap<string, Keyed | null> {
	const byKey = new Map<string, Keyed | null>();
	for (const line of lines) {
		const key = line.words.slice(0, length).join(' ');
		byKey.set(key, byKey.has(key) ? null : line);
	}
	return byKey;
}

/** `"mtu": 9100` and `<mtu>9100</mtu>`: a name and one value, whatever its words. */
const DOCUMENT_PART = /^(?<name>"[^"]*":|<[^<>/]+>) ?(?<value>.+)$/;

/** Longer common beginnings than this tell nothing more, and a hostile line may have a million words. */
const MAX_KEY_WORDS = 12;

/** A longer line counts as one of so many words. */
const MAX_WORDS = 2 * MAX_KEY_WORDS + 1;

interface Keyed {
	readonly node: ConfigNode;
	readonly words: readonly string[];
	/** From so many words on a key says by itself what may stand there once only. */
	readonly wholeFrom: number;
}

function isLeaf({ children, body }: ConfigNode): boolean {
	return children.length === 0 && body === null;
}

function keyed(node: ConfigNode, negation: string): Keyed {
	const words = wordsOf(withoutNegation(node, negation));
	return { node, words, wholeFrom: wholeKeyLength(words) };
}

function withoutNegation({ text }: ConfigNode, negation: string): string {
	return text.startsWith(negation) ? text.slice(negation.length) : text;
}

function wordsOf(text: string): readonly string[] {
	const part = DOCUMENT_PART.exec(text)?.groups;
	if (part !== undefined) return [part.name ?? '', part.value ?? ''];
	return text.split(UNUSUAL_BLANKS.test(text) ? /\s+/ : ' ', MAX_WORDS);
}

/** Nearly all lines have single blanks between their words, where splitting costs a fraction. */
const UNUSUAL_BLANKS = /[^\S ]| {2}/;

/** At least half of a line's words name the command; of `description …` and of `20 permit …` the first one does. */
function isKey({ words, wholeFrom }: Keyed, length: number): boolean {
	if (words.length < length) return false;
	if (length === 1 && LISTED.test(words[0] ?? '')) return false;
	return length * 2 >= words.length || length >= wholeFrom;
}

function wholeKeyLength(words: readonly string[]): number {
	const [first = '', second] = words;
	if (NUMBERED.test(first)) return 1;
	const freeText = FREE_TEXT.exec(second === undefined ? first : `${first} ${second}`)?.[0];
	if (freeText === undefined) return Number.POSITIVE_INFINITY;
	return freeText.trimEnd().includes(' ') ? 2 : 1;
}

/** By number of words, how many lines of a section begin with the same words. */
type KeyCounts = readonly (ReadonlyMap<string, number> | undefined)[];

/** Answers whether a section holds several lines of a command: equal first words and as many words in all. */
function listsAmong({ intended, running }: Siblings, negation: string): (line: Keyed, length: number) => boolean {
	/** Counted on first use, because most sections have nothing to pair. */
	const counts = new Map<number, readonly KeyCounts[]>();
	const countsOf = (length: number): readonly KeyCounts[] => {
		const known = counts.get(length);
		if (known !== undefined) return known;
		const counted = [intended, running].map((nodes) => countKeys(nodes, length, negation));
		counts.set(length, counted);
		return counted;
	};
	return ({ words, wholeFrom }, length) => {
		if (length >= wholeFrom) return false;
		const key = words.slice(0, length).join(' ');
		return countsOf(length).some((side) => (side[words.length]?.get(key) ?? 0) > 1);
	};
}

function countKeys(nodes: readonly ConfigNode[], length: number, negation: string): KeyCounts {
	const counts: Map<string, number>[] = [];
	for (const node of nodes) {
		const { words, key } = beginningOf(withoutNegation(node, negation), length);
		if (words < length) continue;
		counts[words] ??= new Map();
		counts[words].set(key, (counts[words].get(key) ?? 0) + 1);
	}
	return counts;
}

const BLANK = 0x20;

/** How many words a line has, and its first ones: what `wordsOf` tells, without a list of them for every line of a section. */
function beginningOf(text: string, length: number): { readonly words: number; readonly key: string } {
	let words = 1;
	let end = text.length;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code > BLANK && code < 0x7f) continue;
		if (code !== BLANK || text.charCodeAt(at + 1) === BLANK) return beginningOfSplit(text, length);
		if (words === length) end = at;
		words += 1;
	}
	if (/^["<]/.test(text)) return beginningOfSplit(text, length);
	return { words: Math.min(words, MAX_WORDS), key: text.slice(0, end) };
}

function beginningOfSplit(text: string, length: number): { readonly words: number; readonly key: string } {
	const words = wordsOf(text);
	return { words: words.length, key: words.slice(0, length).join(' ') };
}
