import { matchesLastParents } from '../config/lineage.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { OrderRule } from '../platform.ts';

/** Siblings whose order has a meaning, or the rest of a section whose order has none. */
export interface SiblingGroup {
	readonly ordered: boolean;
	readonly intended: readonly ConfigNode[];
	readonly running: readonly ConfigNode[];
}

/** Splits the lines of one section into what is ordered and what is not. */
export function groupSiblings(
	{ intended, running }: { readonly intended: readonly ConfigNode[]; readonly running: readonly ConfigNode[] },
	lineage: readonly string[],
	rules: readonly OrderRule[],
): readonly SiblingGroup[] {
	if (rules.some((rule) => rule.kind === 'children' && matchesLastParents(lineage, rule.within))) {
		return [{ ordered: true, intended, running }];
	}
	const siblingRules = rules.filter((rule) => rule.kind === 'siblings').filter((rule) => holdsIn(lineage, rule.within));
	if (siblingRules.length === 0) return [{ ordered: false, intended, running }];
	const listOf = ({ text }: ConfigNode): string | null => {
		for (const [index, { pattern }] of siblingRules.entries()) {
			const match = pattern.exec(text);
			if (match !== null) return `${index} ${match[1] ?? ''}`;
		}
		return null;
	};
	const intendedLists = Map.groupBy(intended, listOf);
	const runningLists = Map.groupBy(running, listOf);
	return [...new Set([...intendedLists.keys(), ...runningLists.keys()])].map((list) => ({
		ordered: list !== null,
		intended: intendedLists.get(list) ?? [],
		running: runningLists.get(list) ?? [],
	}));
}

function holdsIn(lineage: readonly string[], within: readonly RegExp[] | undefined): boolean {
	return within === undefined ? lineage.length === 0 : matchesLastParents(lineage, within);
}
