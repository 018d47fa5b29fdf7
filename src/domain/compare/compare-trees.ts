import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { atOnce, Portion, type Steps } from '../steps.ts';
import { compareBodies } from './compare-bodies.ts';
import {
	type CompareContext,
	type CompareRules,
	type Located,
	type ReadSection,
	type Section,
	sizeOf,
} from './compare-context.ts';
import { compareGaps } from './compare-gaps.ts';
import { withoutCommonElements } from './compare-sets.ts';
import { lineChange } from './line-change.ts';
import { readSection } from './read-section.ts';
import { isSameBody, isSameTree } from './same-tree.ts';
import { groupSiblings, type SiblingGroup } from './siblings/group-siblings.ts';
import { type MatchedPair, matchSiblings } from './siblings/match-siblings.ts';
import { withOrderThatHolds } from './siblings/order-that-holds.ts';
import type { Siblings } from './siblings/siblings.ts';
import type { Speller } from './spellings/spelling.ts';
import { statedDefaults } from './spellings/stated-defaults.ts';
import { untouchedPorts } from './untouched-ports.ts';

const TOP_LEVEL: Section = { lineage: [], line: 0 };

/** Compares two trees the way the operating system reads them. Linear in the number of lines (n log n where order counts). */
export function compareTrees(trees: Siblings, rules: CompareRules): readonly Change[] {
	return atOnce(compareTreesInSteps(trees, rules));
}

/** The same in steps. */
export function* compareTreesInSteps(trees: Siblings, rules: CompareRules): Steps<readonly Change[]> {
	if (isSameTree(trees.intended, trees.running)) return [];
	const { device = [] } = rules;
	const facts = { intended: trees.intended, running: [...trees.running, ...device] };
	const platform = withOrderThatHolds(rules.platform, facts);
	yield;
	const { defaults = [], ports } = rules.device === undefined ? platform : withoutShows(platform);
	const statesDefault = statedDefaults(trees, { rules: defaults, facts });
	const isUntouchedPort = untouchedPorts(trees.running, ports);
	const context = { ...rules, platform, statesDefault, isUntouchedPort, portion: new Portion() };
	return yield* compareSections(trees, context, TOP_LEVEL);
}

/** The rules that hold between two files: what only a device shows, or leaves out, stands in them because somebody wrote it. */
function withoutShows({ defaults = [] }: Platform): Pick<Platform, 'defaults' | 'ports'> {
	return { defaults: defaults.filter(({ leftOutBy }) => leftOutBy === undefined) };
}

function* compareSections(trees: Siblings, rules: CompareContext, section: Section): Steps<readonly Change[]> {
	const { portion, platform } = rules;
	const { siblings, ...reading } = yield* readSection(trees, rules, section.lineage);
	const groups = yield* groupSiblings(siblings, section.lineage, platform.order);
	const read = { ...section, ...reading };
	const located: Located[] = [];
	for (const group of groups) {
		if (portion.isFull(sizeOf(group))) yield;
		for (const found of yield* compareGroup(group, rules, read)) located.push(found);
	}
	if (portion.isFull(sizeOf(trees))) yield;
	// Stable: what stands at the same place keeps the order in which it was found.
	return located.toSorted((one, other) => one.at - other.at).flatMap(({ changes }) => changes);
}

function* compareGroup(group: SiblingGroup, rules: CompareContext, section: ReadSection): Steps<readonly Located[]> {
	const { pairs, gaps } = yield* matchSiblings(group, {
		ordered: group.ordered,
		speller: section.speller,
		secrets: rules.platform,
	});
	if (rules.portion.isFull(sizeOf(group))) yield;
	const inPairs = yield* comparePairs(pairs, rules, section);
	if (gaps.length === 0) return inPairs;
	return inPairs.concat(yield* compareGaps({ group, pairs, gaps }, rules, section));
}

/** What differs between lines that are equal, and in them. */
function* comparePairs(
	pairs: readonly MatchedPair[],
	rules: CompareContext,
	{ lineage, clearedAt, speller }: ReadSection,
): Steps<readonly Located[]> {
	const found: Located[] = [];
	for (const pair of pairs) {
		const { intended, running } = pair;
		const isSameInside = isSameTree(intended.children, running.children);
		// Nearly every pair holds the same on both sides, or nothing.
		if (isSameInside && !pair.moved && isSameBody(intended, running)) continue;
		const own = ownChanges(pair, lineage, speller);
		const here = { lineage: [...lineage, intended.text], line: intended.lineNumber };
		const within = { intended: intended.children, running: running.children };
		const inside = clearedAt(intended) > 0 ? { ...rules, scope: 'full' as const } : rules;
		const changes = isSameInside ? own : [...own, ...(yield* compareSections(within, inside, here))];
		if (changes.length > 0) found.push({ at: intended.lineNumber, changes });
	}
	return found;
}

/** What changed of two equal lines themselves: the place of the one, and the text that it begins. */
function ownChanges(
	{ intended, running, moved }: MatchedPair,
	lineage: readonly string[],
	speller: Speller,
): readonly Change[] {
	const change = moved ? [lineChange('moved', { lineage, intended, running })] : [];
	if (intended.body === null && running.body === null) return change;
	const inside = { lineage: [...lineage, intended.text], freeIndent: intended.freeIndent === true };
	const bodies = { intended: intended.body ?? [], running: running.body ?? [] };
	const left = intended.set === undefined ? bodies : withoutCommonElements(bodies, { ...intended.set, speller });
	return [...change, ...compareBodies(left.intended, left.running, inside)];
}
