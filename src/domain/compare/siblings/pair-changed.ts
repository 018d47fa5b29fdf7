import { type ConfigNode, isLeaf } from '../../config/config-node.ts';
import type { Sides } from '../../sides.ts';
import { areMany, inPortions, mapInSteps, Portion, type Steps } from '../../steps.ts';
import { type Lists, listsAmong } from '../lists/lists-among.ts';
import { keyOf, MAX_KEY_WORDS } from './first-words.ts';
import { isKey, type KeyedLine, keyedLine } from './keyed-line.ts';
import type { Siblings } from './siblings.ts';
import type { Gap } from './split-at-fences.ts';

/** One line that stands in another's place. */
export type Replacement = Sides<ConfigNode>;

/** What tells a value from an entry of a list. */
export interface PairingRules {
	/** What takes a command back: `no `. */
	readonly negation: string;
	/** All lines of the section, equal ones too: several lines of one command are a list, whose entries replace nothing. */
	readonly siblings: Siblings;
	/** Values of lists that one side lacks: they replace nothing. */
	readonly differing?: ReadonlySet<ConfigNode>;
	/** What is done on end already. */
	readonly portion?: Portion;
}

/**
 * Finds missing and extra lines of one gap that are one command with another value (`ip address A` → `ip address B`).
 * Only where exactly one line on each side shares the words, so that a pair is never a guess; sections with content are
 * never paired.
 */
export function* pairChanged(
	gaps: readonly Gap[],
	{ negation, siblings, differing = new Set(), portion = new Portion() }: PairingRules,
): Steps<readonly Replacement[]> {
	const lists = listsAmong(siblings, negation);
	const isCandidate = (node: ConfigNode): boolean => isLeaf(node) && !differing.has(node);
	const replacements: Replacement[] = [];
	for (const gap of gaps) {
		const [missing, extra] = [gap.missing.filter(isCandidate), gap.extra.filter(isCandidate)];
		if (missing.length === 0 || extra.length === 0) continue;
		if (portion.isFull(missing.length + extra.length)) yield;
		const intended = yield* mapInSteps(missing, (node) => keyedLine(node, negation));
		if (portion.isFull(missing.length + extra.length)) yield;
		const running = yield* mapInSteps(extra, (node) => keyedLine(node, negation));
		yield* pairInGap({ intended, running, lists, portion }, replacements);
	}
	return replacements;
}

function* pairInGap(
	{
		intended,
		running,
		lists,
		portion,
	}: Sides<readonly KeyedLine[]> & { readonly lists: Lists; readonly portion: Portion },
	replacements: Replacement[],
): Steps<void> {
	const paired = new Set<KeyedLine>();
	const isLarge = areMany(intended.length + running.length);
	const longest = intended.reduce((most, { words }) => Math.max(most, words), 0);
	const mostPaired = 2 * Math.min(intended.length, running.length);
	for (let length = Math.min(longest, MAX_KEY_WORDS); length > 0 && paired.size < mostPaired; length -= 1) {
		if (portion.isFull(intended.length + running.length)) yield;
		const isFree = (line: KeyedLine): boolean => !paired.has(line) && isKey(line, length);
		const theirs = new Map<string, KeyedLine | null>();
		yield* inPortions(running, (line) => {
			if (isFree(line)) addByKey(theirs, keyOf(line.text, length), line);
		});
		if (theirs.size === 0) continue;
		const ours = new Map<string, KeyedLine | null>();
		yield* inPortions(intended, (line) => {
			const key = isFree(line) ? keyOf(line.text, length) : null;
			if (key !== null && isOnly(theirs.get(key))) addByKey(ours, key, line);
		});
		if (isLarge && isCountNeeded(ours, theirs, length)) yield* lists.countInSteps(length);
		for (const [key, one] of ours) {
			if (isLarge && portion.isFull(1)) yield;
			const other = theirs.get(key);
			if (!isOnly(one) || !isOnly(other) || lists.has(one, length) || lists.has(other, length)) continue;
			replacements.push({ intended: one.node, running: other.node });
			paired.add(one).add(other);
		}
	}
}

/** Whether it takes the number of equal lines to tell what replaces what. */
function isCountNeeded(ours: LinesByKey, theirs: LinesByKey, length: number): boolean {
	for (const [key, one] of ours) {
		const other = theirs.get(key);
		if (isOnly(one) && isOnly(other) && (length < one.wholeFrom || length < other.wholeFrom)) return true;
	}
	return false;
}

/** Lines by their first words; null where several begin with them. */
type LinesByKey = ReadonlyMap<string, KeyedLine | null>;

function addByKey(lines: Map<string, KeyedLine | null>, key: string, line: KeyedLine): void {
	lines.set(key, lines.has(key) ? null : line);
}

function isOnly(line: KeyedLine | null | undefined): line is KeyedLine {
	return line !== null && line !== undefined;
}
