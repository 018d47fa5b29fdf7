import { type ConfigNode, isLeaf } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import type { ClearingRule } from '../../platform/equivalence-rules.ts';
import type { RangeRule } from '../../platform/list-rules.ts';
import { firstWord } from '../../text/first-word.ts';
import { gateOfRules } from '../gate-of-rules.ts';
import { looksLikeSeveral } from '../ranges/ranged-line.ts';
import type { Speller } from '../spellings/spelling.ts';

/** A command that takes away what stands above it in its section. */
export interface Clearing {
	readonly node: ConfigNode;
	/** Which of the section's lines it is. */
	readonly at: number;
	/** What it takes away, as written and as spelled. */
	readonly takes: readonly string[];
	readonly rule: Pick<ClearingRule, 'neverShown' | 'exactly' | 'maySplit'>;
}

/** The clearing commands that the platform knows among the lines of one section. */
export function clearingsAmong(
	nodes: readonly ConfigNode[],
	lineage: readonly string[],
	{ rules = [], speller }: { readonly rules?: readonly ClearingRule[] | undefined; readonly speller: Speller },
): readonly Clearing[] {
	if (rules.length === 0) return [];
	const mayClear = gateOf(rules);
	// Most sections hold no such command, and which rules hold there is asked for nobody.
	if (!nodes.some(({ text }) => mayClear(text))) return [];
	const holding = rules.filter((rule) => holdsIn(lineage, rule));
	const found: Clearing[] = [];
	for (const [at, node] of nodes.entries()) {
		const { text } = node;
		if (!mayClear(text) || !isLeaf(node)) continue;
		const rule = holding.find(({ pattern }) => pattern.test(text));
		if (rule === undefined) continue;
		const written = rule.takes.map((taken) => text.replace(rule.pattern, taken));
		// The beginning of a statement may be spelled as one: `route-map A` is `route-map A permit 10`.
		const takes = [...new Set(written.flatMap((taken) => [taken, speller(taken)]))];
		if (takes.every(isShort)) found.push({ node, at, takes, rule });
	}
	return found;
}

const gateOf = gateOfRules<ClearingRule>(({ pattern }) => pattern);

/**
 * Negations in front of the very line that they take back. What such a negation takes besides is not known, so nothing above may
 * speak of the same thing.
 */
export function renewalsAmong(
	nodes: readonly ConfigNode[],
	{ negation, speller }: { readonly negation: string; readonly speller: Speller },
): readonly Clearing[] {
	if (!/^(?:no|undo) $/.test(negation)) return [];
	if (!nodes.some((node) => node.text.startsWith(negation) && isLeaf(node))) return [];
	const lastOf = new Map<string, number>();
	for (const [at, { text }] of nodes.entries()) if (!text.startsWith(negation)) lastOf.set(text, at);
	if (lastOf.size === 0) return [];
	const found: Clearing[] = [];
	let mentions: ReadonlyMap<string, number> | null = null;
	for (const [at, node] of nodes.entries()) {
		if (!node.text.startsWith(negation) || !isLeaf(node)) continue;
		const line = node.text.slice(negation.length);
		if ((lastOf.get(line) ?? -1) < at) continue;
		mentions ??= firstMentions(nodes);
		const thing = line.slice(line.lastIndexOf(' ') + 1);
		const above = Math.min(mentions.get(thing) ?? at, mentions.get(severalOf(line)) ?? at);
		if (above >= at) {
			found.push({ node, at, takes: [speller(line)], rule: { exactly: true } });
		}
	}
	return found;
}

/** Those that cannot take a part of a line above, which is about several things: one interface out of `interface range`. */
export function withoutPartsOfRanges(
	clearings: readonly Clearing[],
	nodes: readonly ConfigNode[],
	rules: readonly RangeRule[],
): readonly Clearing[] {
	if (rules.length === 0) return clearings;
	const ranges = new Map<string, number>();
	for (const [at, { text }] of nodes.entries()) {
		const word = firstWord(text);
		if (!ranges.has(word) && rules.some((rule) => looksLikeSeveral(text, rule))) ranges.set(word, at);
	}
	return clearings.filter(({ at, takes }) => takes.every((path) => (ranges.get(firstWord(path)) ?? at) >= at));
}

/** By word: the first of the lines that says it, or holds what does. */
function firstMentions(nodes: readonly ConfigNode[]): ReadonlyMap<string, number> {
	const mentions = new Map<string, number>();
	const note = ({ text, children }: ConfigNode, at: number): void => {
		for (const word of text.split(' ')) if (!mentions.has(word)) mentions.set(word, at);
		if (/ \d+[,-][\d,-]*$/.test(text) && !mentions.has(severalOf(text))) mentions.set(severalOf(text), at);
		for (const child of children) note(child, at);
	};
	for (const [at, node] of nodes.entries()) note(node, at);
	return mentions;
}

/** What a line is about, whose last word may be several numbers: one of them is mentioned in it, too (`vlan 10-20`). */
function severalOf(text: string): string {
	return text.slice(0, text.lastIndexOf(' ') + 1);
}

/** To look for a path in a line costs as much as it has words; any that means something has a few. */
function isShort(path: string): boolean {
	return path.split(' ', MOST_WORDS + 1).length <= MOST_WORDS;
}

const MOST_WORDS = 30;
