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
	return gaps.flatMap(({ missing, extra }) =>
		pairInGap({
			intended: missing.filter(isCandidate).map((node) => keyed(node, negation)),
			running: extra.filter(isCandidate).map((node) => keyed(node, negation)),
			isList,
		}),
	);
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
	if (intended.length === 0 || running.length === 0) return [];
	const replacements: Replacement[] = [];
	const paired = new Set<Keyed>();
	const longest = intended.reduce((most, { words }) => Math.max(most, words.length), 0);
	for (let length = Math.min(longest, MAX_KEY_WORDS); length > 0; length -= 1) {
		const isFree = (line: Keyed): boolean => !paired.has(line) && isKey(line.words, length);
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

interface Keyed {
	readonly node: ConfigNode;
	readonly words: readonly string[];
}

function isLeaf({ children, body }: ConfigNode): boolean {
	return children.length === 0 && body === null;
}

function keyed(node: ConfigNode, negation: string): Keyed {
	const text = node.text.startsWith(negation) ? node.text.slice(negation.length) : node.text;
	const part = DOCUMENT_PART.exec(text)?.groups;
	if (part !== undefined) return { node, words: [part.name ?? '', part.value ?? ''] };
	return { node, words: text.split(/\s+/, 2 * MAX_KEY_WORDS + 1) };
}

/** At least half of a line's words name the command; of `description …` and of `20 permit …` the first one does. */
function isKey(words: readonly string[], length: number): boolean {
	if (words.length < length) return false;
	if (length === 1 && LISTED.test(words[0] ?? '')) return false;
	return length * 2 >= words.length || isWholeKey(words.slice(0, length));
}

/** A key that says by itself what may stand there once only. */
function isWholeKey(words: readonly string[]): boolean {
	return FREE_TEXT.test(words.join(' ')) || NUMBERED.test(words[0] ?? '');
}

/** Answers whether a section holds several lines of a command: equal first words and as many words in all. */
function listsAmong({ intended, running }: Siblings, negation: string): (line: Keyed, length: number) => boolean {
	/** Counted on first use, because most sections have nothing to pair. */
	const counts = new Map<number, readonly ReadonlyMap<string, number>[]>();
	const countsOf = (length: number): readonly ReadonlyMap<string, number>[] => {
		const known = counts.get(length);
		if (known !== undefined) return known;
		const counted = [intended, running].map((nodes) => countKeys(nodes, length, negation));
		counts.set(length, counted);
		return counted;
	};
	return ({ words }, length) => {
		if (isWholeKey(words.slice(0, length))) return false;
		const key = listKey(words, length);
		return countsOf(length).some((side) => (side.get(key) ?? 0) > 1);
	};
}

function countKeys(nodes: readonly ConfigNode[], length: number, negation: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const node of nodes) {
		const { words } = keyed(node, negation);
		if (words.length < length) continue;
		const key = listKey(words, length);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

function listKey(words: readonly string[], length: number): string {
	return `${words.length} ${words.slice(0, length).join(' ')}`;
}
