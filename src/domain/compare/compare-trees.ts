import { mergeSections, sectionHeaders } from '../config/merge-sections.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { Change } from '../drift-report.ts';
import type { Platform, Syntax } from '../platform/platform.ts';
import type { Side } from '../sides.ts';
import { areMany, atOnce, inPortions, Portion, type Steps } from '../steps.ts';
import { compareBodies } from './compare-bodies.ts';
import { withoutCommonElements } from './compare-sets.ts';
import { lineChange } from './line-change.ts';
import { type Reconciled, reconcileLists } from './lists/reconcile-lists.ts';
import { placesInIntended } from './places-in-intended.ts';
import { cutRanges } from './ranges/cut-ranges.ts';
import type { Scope } from './scope.ts';
import { groupSiblings, groupSiblingsInSteps, type SiblingGroup } from './siblings/group-siblings.ts';
import { type MatchedPair, matchSiblings, type Siblings } from './siblings/match-siblings.ts';
import { withOrderThatHolds } from './siblings/order-that-holds.ts';
import { isOneList } from './siblings/ordered-lists.ts';
import { pairChanged } from './siblings/pair-changed.ts';
import { expandShorthands } from './spellings/expand-shorthands.ts';
import { nestFlatLines } from './spellings/nest-flat-lines.ts';
import { nestOneLiners } from './spellings/nest-one-liners.ts';
import { withSharedLines } from './spellings/shared-lines.ts';
import { spellerOf } from './spellings/spelling.ts';
import { type StatesDefault, statedDefaults } from './spellings/stated-defaults.ts';
import { withoutNumbers } from './spellings/without-numbers.ts';
import { extraChanges, missingChanges } from './subtree-changes.ts';
import { type IsUntouchedPort, untouchedPorts } from './untouched-ports.ts';

/** How to read two trees: the platform's rules and what the user wants judged. */
export interface CompareRules {
	readonly platform: Platform;
	/** `declared`: lines that only the device has are no drift, except inside a section whose order or text is one value. */
	readonly scope: Scope;
	/** Neither is what the device shows: this is. Left out: what runs is one of the two. */
	readonly device?: readonly ConfigNode[] | undefined;
}

/** The rules, ready to be asked. */
interface Context extends CompareRules {
	readonly statesDefault: StatesDefault;
	readonly isUntouchedPort: IsUntouchedPort;
	/** Most sections are small: a step for each would cost more than to compare it. */
	readonly portion: Portion;
}

/** The section whose lines are compared: its headers, outermost first, and the intended line of the last of them. */
interface Section {
	readonly lineage: readonly string[];
	readonly line: number;
}

const TOP_LEVEL: Section = { lineage: [], line: 0 };

/** Changes of one section, and where they stand in it. */
interface Located {
	/** Intended line that the change stands at or after. */
	readonly at: number;
	readonly changes: readonly Change[];
}

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
	const statesDefault = statedDefaults(facts, defaults);
	const isUntouchedPort = untouchedPorts(trees.running, ports);
	const context = { ...rules, platform, statesDefault, isUntouchedPort, portion: new Portion() };
	return yield* compareSections(trees, context, TOP_LEVEL);
}

/** The rules that hold between two files: what only a device shows, or leaves out, stands in them because somebody wrote it. */
function withoutShows({ defaults = [] }: Platform): Pick<Platform, 'defaults' | 'ports'> {
	return { defaults: defaults.filter(({ leftOutBy }) => leftOutBy === undefined) };
}

function* compareSections(trees: Siblings, rules: Context, section: Section): Steps<readonly Change[]> {
	const { flat, lists, numbers, order, ranges, sequences, shorthands, syntax } = rules.platform;
	const { portion } = rules;
	const speller = spellerOf(rules.platform, section.lineage);
	const size = sizeOf(trees);
	const cut = cutRanges(trees, section.lineage, { rules: ranges, speller });
	if (portion.isFull(size)) yield;
	const whole = expandShorthands(cut, section.lineage, shorthands);
	const nested = hasOneLiners(syntax) ? nestOneLiners(whole, speller) : nestFlatLines(whole, section.lineage, flat);
	if (portion.isFull(size)) yield;
	const numbered = withoutNumbers(nested, section.lineage, numbers);
	const broken = withSharedLines(numbered, section.lineage, sequences);
	if (rules.portion.isFull(sizeOf(trees))) yield;
	const isSet = lists !== undefined && !isOneList(section.lineage, order);
	const { siblings, differing, spokenFor } = reconcileLists(broken, section.lineage, {
		rules: isSet ? lists : [],
		speller,
	});
	if (portion.isFull(size)) yield;
	const headers = sectionHeaders(siblings.intended, siblings.running);
	if (portion.isFull(size)) yield;
	const intended = mergeSections(siblings.intended, headers);
	if (portion.isFull(size)) yield;
	const merged = { intended, running: mergeSections(siblings.running, headers) };
	if (portion.isFull(size)) yield;
	const located: Located[] = [];
	const groups = areMany(sizeOf(merged))
		? yield* groupSiblingsInSteps(merged, section.lineage, order)
		: groupSiblings(merged, section.lineage, order);
	for (const group of groups) {
		if (portion.isFull(sizeOf(group))) yield;
		for (const found of yield* compareGroup(group, rules, { ...section, differing, spokenFor })) located.push(found);
	}
	if (portion.isFull(size)) yield;
	// Stable: what stands at the same place keeps the order in which it was found.
	return located.toSorted((one, other) => one.at - other.at).flatMap(({ changes }) => changes);
}

function* compareGroup(
	group: SiblingGroup,
	rules: Context,
	section: Section & Pick<Reconciled, 'differing' | 'spokenFor'>,
): Steps<readonly Located[]> {
	const { lineage, differing, spokenFor } = section;
	const { pairs, gaps } = yield* matchSiblings(group, {
		ordered: group.ordered,
		speller: spellerOf(rules.platform, lineage),
		secrets: rules.platform,
	});
	const size = sizeOf(group);
	if (rules.portion.isFull(size)) yield;
	const found: Located[] = [];
	for (const pair of pairs) {
		const { intended, running } = pair;
		const isSameInside = isSameTree(intended.children, running.children);
		// Nearly every pair holds the same on both sides, or nothing.
		if (isSameInside && !pair.moved && isSameBody(intended, running)) continue;
		const own = ownChanges(pair, lineage, rules);
		const here = { lineage: [...lineage, intended.text], line: intended.lineNumber };
		const within = { intended: intended.children, running: running.children };
		const changes = isSameInside ? own : [...own, ...(yield* compareSections(within, rules, here))];
		if (changes.length > 0) found.push({ at: intended.lineNumber, changes });
	}
	if (gaps.length === 0) return found;
	const placeOf = placesInIntended(pairs);
	const judgesExtra = rules.scope === 'full' || group.closed;
	const replacements = yield* pairChanged(gaps, {
		negation: rules.platform.syntax.negation,
		siblings: group,
		differing,
		portion: rules.portion,
	});
	const replaced = new Set(replacements.flatMap(({ intended, running }) => [intended, running]));
	const isSaid = (node: ConfigNode, leftOutBy: Side): boolean =>
		!replaced.has(node) && !rules.statesDefault(node, { leftOutBy, others: group[leftOutBy], lineage });
	if (rules.portion.isFull(size)) yield;
	const missing: ConfigNode[] = [];
	yield* inPortions(
		gaps.flatMap((gap) => gap.missing),
		(node) => {
			if (isSaid(node, 'running')) missing.push(node);
		},
	);
	if (rules.portion.isFull(size)) yield;
	const extra: ConfigNode[] = [];
	yield* inPortions(
		gaps.flatMap((gap) => gap.extra),
		(node) => {
			const isJudged = judgesExtra || spokenFor.has(node);
			if (isJudged && isSaid(node, 'intended') && !rules.isUntouchedPort(node, lineage)) extra.push(node);
		},
	);
	yield* inPortions(replacements, (sides) => {
		found.push({ at: sides.intended.lineNumber, changes: [lineChange('changed', { lineage, ...sides })] });
	});
	if (rules.portion.isFull(size)) yield;
	yield* inPortions(missing, (node) => {
		found.push({ at: node.lineNumber, changes: missingChanges(node, lineage) });
	});
	if (rules.portion.isFull(size)) yield;
	yield* inPortions(extra, (node) => {
		const at = placeOf(node);
		found.push({ at, changes: extraChanges(node, lineage, Math.max(at, section.line, 1)) });
	});
	return found;
}

/** What changed of two equal lines themselves: the place of the one, and the text that it begins. */
function ownChanges(
	{ intended, running, moved }: MatchedPair,
	lineage: readonly string[],
	{ platform }: Context,
): readonly Change[] {
	const change = moved ? [lineChange('moved', { lineage, intended, running })] : [];
	if (intended.body === null && running.body === null) return change;
	const inside = { lineage: [...lineage, intended.text], freeIndent: intended.freeIndent === true };
	const bodies = { intended: intended.body ?? [], running: running.body ?? [] };
	const left =
		intended.set === undefined
			? bodies
			: withoutCommonElements(bodies, { ...intended.set, speller: spellerOf(platform, lineage) });
	return [...change, ...compareBodies(left.intended, left.running, inside)];
}

/** Whether a section may be written on one line with what is in it. */
function hasOneLiners({ inlineBraces, oneLiners }: Syntax): boolean {
	return inlineBraces === true || oneLiners === true;
}

function sizeOf({ intended, running }: Siblings): number {
	return intended.length + running.length;
}

/** Most sections of most devices are as they should be, letter for letter: that is seen without reading any rule. */
function isSameTree(intended: readonly ConfigNode[], running: readonly ConfigNode[]): boolean {
	if (intended.length !== running.length) return false;
	for (let index = 0; index < intended.length; index += 1) {
		const [node, other] = [intended[index] as ConfigNode, running[index] as ConfigNode];
		if (node.text !== other.text || !isSameBody(node, other)) return false;
		if (!isSameTree(node.children, other.children)) return false;
	}
	return true;
}

function isSameBody({ body }: ConfigNode, { body: other }: ConfigNode): boolean {
	if (body === null || other === null) return body === other;
	return body.length === other.length && body.every(({ text }, index) => text === other[index]?.text);
}
