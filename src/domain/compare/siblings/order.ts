import { matchesLastParents } from '../../config/lineage.ts';
import type { ConfigNode } from '../../config/tree.ts';
import type { OrderRule } from '../../platform/platform.ts';
import type { Siblings } from './match-siblings.ts';

/** Siblings whose order has a meaning, or the rest of a section whose order has none. */
export interface SiblingGroup extends Siblings {
	readonly ordered: boolean;
	/** The intended config speaks for all of it: what the device has beyond that is drift even in scope `declared`. */
	readonly closed: boolean;
}

/** Splits the lines of one section into what is ordered and what is not. */
export function groupSiblings(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	rules: readonly OrderRule[],
): readonly SiblingGroup[] {
	const listOf = orderedLists(lineage, rules);
	if (listOf === 'one list') {
		const numbers = rules.find((rule) => isChildrenRuleOf(rule, lineage))?.numbers;
		return [
			{ ordered: true, closed: true, intended: byNumber(intended, numbers), running: byNumber(running, numbers) },
		];
	}
	if (listOf === 'no list') return [{ ordered: false, closed: false, intended, running }];
	const intendedLists = Map.groupBy(intended, ({ text }) => listOf(text)?.name ?? null);
	const runningLists = Map.groupBy(running, ({ text }) => listOf(text)?.name ?? null);
	return [...new Set([...intendedLists.keys(), ...runningLists.keys()])].map((list) => {
		const sides = { intended: intendedLists.get(list) ?? [], running: runningLists.get(list) ?? [] };
		const [entry] = [...sides.intended, ...sides.running];
		const numbers = list === null || entry === undefined ? undefined : listOf(entry.text)?.numbers;
		return {
			ordered: list !== null,
			closed: list !== null && intendedLists.has(list),
			intended: byNumber(sides.intended, numbers),
			running: byNumber(sides.running, numbers),
		};
	});
}

/** Entries in the order in which the device reads them: by their numbers, where each has one. */
function byNumber(nodes: readonly ConfigNode[], numbers: RegExp | undefined): readonly ConfigNode[] {
	if (numbers === undefined || nodes.length < 2) return nodes;
	const placed = nodes.map((node) => ({ node, place: Number(numbers.exec(node.text)?.[1] ?? Number.NaN) }));
	if (placed.some(({ place }) => Number.isNaN(place))) return nodes;
	if (placed.every(({ place }, index) => index === 0 || (placed[index - 1]?.place ?? 0) <= place)) return nodes;
	return placed.toSorted((one, other) => one.place - other.place).map(({ node }) => node);
}

/** Whether every line of a section has its place: none of them is a set of values then. */
export function isOneList(lineage: readonly string[], rules: readonly OrderRule[]): boolean {
	return rules.some((rule) => isChildrenRuleOf(rule, lineage));
}

function isChildrenRuleOf(rule: OrderRule, lineage: readonly string[]): rule is OrderRule & { kind: 'children' } {
	return rule.kind === 'children' && matchesLastParents(lineage, rule.within);
}

/** Names the ordered list that a line belongs to: an own name for every list of the section; null: the line has no place. */
export function orderedListOf(text: string, lineage: readonly string[], rules: readonly OrderRule[]): string | null {
	const listOf = orderedLists(lineage, rules);
	if (listOf === 'one list') return '';
	return listOf === 'no list' ? null : (listOf(text)?.name ?? null);
}

/** One of the ordered lists of a section, and where its entries say their place. */
interface OrderedList {
	readonly name: string;
	readonly numbers: RegExp | undefined;
}

/** What is ordered in a section: all of its lines as one list, none of them, or lists by the lines' text. */
function orderedLists(
	lineage: readonly string[],
	rules: readonly OrderRule[],
): 'one list' | 'no list' | ((text: string) => OrderedList | null) {
	if (isOneList(lineage, rules)) return 'one list';
	const siblingRules = rules.filter((rule) => rule.kind === 'siblings').filter((rule) => holdsIn(lineage, rule.within));
	if (siblingRules.length === 0) return 'no list';
	return (text) => {
		for (const [index, { pattern, numbers }] of siblingRules.entries()) {
			const match = pattern.exec(text);
			if (match !== null) return { name: `${index} ${match[1] ?? ''}`, numbers };
		}
		return null;
	};
}

function holdsIn(lineage: readonly string[], within: readonly RegExp[] | undefined): boolean {
	return within === undefined ? lineage.length === 0 : matchesLastParents(lineage, within);
}
