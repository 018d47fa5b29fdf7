import { matchesLastParents } from '../../config/lineage.ts';
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
	if (listOf === 'one list') return [{ ordered: true, closed: true, intended, running }];
	if (listOf === 'no list') return [{ ordered: false, closed: false, intended, running }];
	const intendedLists = Map.groupBy(intended, ({ text }) => listOf(text));
	const runningLists = Map.groupBy(running, ({ text }) => listOf(text));
	return [...new Set([...intendedLists.keys(), ...runningLists.keys()])].map((list) => ({
		ordered: list !== null,
		closed: list !== null && intendedLists.has(list),
		intended: intendedLists.get(list) ?? [],
		running: runningLists.get(list) ?? [],
	}));
}

/** Whether every line of a section has its place: none of them is a set of values then. */
export function isOneList(lineage: readonly string[], rules: readonly OrderRule[]): boolean {
	return rules.some((rule) => rule.kind === 'children' && matchesLastParents(lineage, rule.within));
}

/** Names the ordered list that a line belongs to: an own name for every list of the section; null: the line has no place. */
export function orderedListOf(text: string, lineage: readonly string[], rules: readonly OrderRule[]): string | null {
	const listOf = orderedLists(lineage, rules);
	if (listOf === 'one list') return '';
	return listOf === 'no list' ? null : listOf(text);
}

/** What is ordered in a section: all of its lines as one list, none of them, or lists by the lines' text. */
function orderedLists(
	lineage: readonly string[],
	rules: readonly OrderRule[],
): 'one list' | 'no list' | ((text: string) => string | null) {
	if (isOneList(lineage, rules)) return 'one list';
	const siblingRules = rules.filter((rule) => rule.kind === 'siblings').filter((rule) => holdsIn(lineage, rule.within));
	if (siblingRules.length === 0) return 'no list';
	return (text) => {
		for (const [index, { pattern }] of siblingRules.entries()) {
			const match = pattern.exec(text);
			if (match !== null) return `${index} ${match[1] ?? ''}`;
		}
		return null;
	};
}

function holdsIn(lineage: readonly string[], within: readonly RegExp[] | undefined): boolean {
	return within === undefined ? lineage.length === 0 : matchesLastParents(lineage, within);
}
