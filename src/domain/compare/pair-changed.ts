import type { ConfigNode } from '../config/tree.ts';

/** One line that stands in another's place. */
export interface Replacement {
	readonly intended: ConfigNode;
	readonly running: ConfigNode;
}

/** Commands that hold one free text: any other text replaces it, whatever its words. */
const FREE_TEXT = /^(?:description|hostname|host-name|name|snmp-server (?:location|contact)|location|contact)\b/;

/**
 * Finds missing and extra lines that are one command with another value (`ip address A` → `ip address B`). Only where
 * exactly one line on each side shares the words, so that a pair is never a guess; sections with content are never paired.
 */
export function pairChanged(
	missing: readonly ConfigNode[],
	extra: readonly ConfigNode[],
	negation: string,
): readonly Replacement[] {
	const intended = missing.filter(isLeaf).map((node) => keyed(node, negation));
	const running = extra.filter(isLeaf).map((node) => keyed(node, negation));
	const replacements: Replacement[] = [];
	const paired = new Set<ConfigNode>();
	const longest = intended.reduce((most, { words }) => Math.max(most, words.length), 0);
	for (let length = Math.min(longest, MAX_KEY_WORDS); length > 0; length -= 1) {
		const keyOf = ({ node, words }: Keyed): string | null =>
			!paired.has(node) && isKey(words, length) ? words.slice(0, length).join(' ') : null;
		const runningByKey = Map.groupBy(running, keyOf);
		for (const [key, group] of Map.groupBy(intended, keyOf)) {
			const counterparts = key === null ? [] : (runningByKey.get(key) ?? []);
			const [one] = group;
			const [other] = counterparts;
			if (group.length !== 1 || counterparts.length !== 1 || one === undefined || other === undefined) continue;
			replacements.push({ intended: one.node, running: other.node });
			paired.add(one.node).add(other.node);
		}
	}
	return replacements;
}

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
	return { node, words: text.split(/\s+/, MAX_KEY_WORDS * 2) };
}

/** At least half of a line's words name the command; of `description …` the first one does. */
function isKey(words: readonly string[], length: number): boolean {
	if (words.length < length) return false;
	return length * 2 >= words.length || FREE_TEXT.test(words.slice(0, length).join(' '));
}
