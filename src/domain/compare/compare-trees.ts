import { type ConfigNode, mergeSections } from '../config/tree.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform.ts';
import { compareBodies } from './compare-bodies.ts';
import { matchSiblings } from './match-siblings.ts';
import { groupSiblings, type SiblingGroup } from './order.ts';
import { pairChanged } from './pair-changed.ts';

/** How to read two trees: the platform's rules and what the user wants judged. */
export interface CompareRules {
	readonly platform: Platform;
	/** `declared`: lines that only the device has are no drift, except inside a section whose order or text is one value. */
	readonly scope: 'full' | 'declared';
}

/** Changes of one section, and where they stand in it. */
interface Located {
	/** Intended line that the change stands at or after. */
	readonly at: number;
	readonly changes: readonly Change[];
}

/** Compares two trees the way the operating system reads them. Linear in the number of lines (n log n where order counts). */
export function compareTrees(
	trees: { readonly intended: readonly ConfigNode[]; readonly running: readonly ConfigNode[] },
	rules: CompareRules,
	lineage: readonly string[] = [],
): readonly Change[] {
	const merged = { intended: mergeSections(trees.intended), running: mergeSections(trees.running) };
	const groups = groupSiblings(merged, lineage, rules.platform.order);
	const located = groups.flatMap((group) => compareGroup(group, rules, lineage));
	// Stable: what stands at the same place keeps the order in which it was found.
	return located.toSorted((one, other) => one.at - other.at).flatMap(({ changes }) => changes);
}

function compareGroup(group: SiblingGroup, rules: CompareRules, lineage: readonly string[]): readonly Located[] {
	const { pairs, missing, extra } = matchSiblings(group.intended, group.running, group.ordered);
	const replacements = pairChanged(missing, extra, {
		negation: rules.platform.syntax.negation,
		siblings: group,
	});
	const replaced = new Set(replacements.flatMap(({ intended, running }) => [intended, running]));
	const placeOf = placesInIntended(pairs);
	const judgesExtra = rules.scope === 'full' || (group.ordered && lineage.length > 0);
	return [
		...pairs.map((pair) => ({ at: pair.intended.lineNumber, changes: comparePair(pair, rules, lineage) })),
		...replacements.map(({ intended, running }) => ({
			at: intended.lineNumber,
			changes: [change('changed', { lineage, intended, running })],
		})),
		...missing
			.filter((node) => !replaced.has(node))
			.map((node) => ({ at: node.lineNumber, changes: subtree('missing', node, lineage) })),
		...extra
			.filter((node) => judgesExtra && !replaced.has(node))
			.map((node) => ({ at: placeOf(node), changes: subtree('extra', node, lineage) })),
	];
}

function comparePair(
	{
		intended,
		running,
		moved,
	}: { readonly intended: ConfigNode; readonly running: ConfigNode; readonly moved: boolean },
	rules: CompareRules,
	lineage: readonly string[],
): readonly Change[] {
	const inside = [...lineage, intended.text];
	return [
		...(moved ? [change('moved', { lineage, intended, running })] : []),
		...(intended.body !== null || running.body !== null
			? compareBodies(intended.body ?? [], running.body ?? [], inside)
			: []),
		...(intended.children.length > 0 || running.children.length > 0
			? compareTrees({ intended: intended.children, running: running.children }, rules, inside)
			: []),
	];
}

/** An extra line is shown after the line that it follows on the device. */
function placesInIntended(
	pairs: readonly { readonly intended: ConfigNode; readonly running: ConfigNode; readonly moved: boolean }[],
): (extra: ConfigNode) => number {
	const anchors = pairs
		.filter(({ moved }) => !moved)
		.map(({ intended, running }) => ({ running: running.lineNumber, intended: lastLineOf(intended) }))
		.toSorted((one, other) => one.running - other.running);
	return ({ lineNumber }) => {
		let low = 0;
		let high = anchors.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((anchors[middle]?.running ?? 0) < lineNumber) low = middle + 1;
			else high = middle;
		}
		return anchors[low - 1]?.intended ?? 0;
	};
}

function lastLineOf(node: ConfigNode): number {
	const last = node.children.at(-1);
	return last === undefined ? (node.body?.at(-1)?.lineNumber ?? node.lineNumber) : lastLineOf(last);
}

/** A section that one side lacks is reported line by line: each is a line to write or to take away. */
function subtree(kind: 'missing' | 'extra', node: ConfigNode, lineage: readonly string[]): readonly Change[] {
	const side = kind === 'missing' ? { intended: node } : { running: node };
	const inside = [...lineage, node.text];
	const sides = node.body ?? [];
	return [
		change(kind, { lineage, ...side }),
		...(kind === 'missing' ? compareBodies(sides, [], inside) : compareBodies([], sides, inside)),
		...node.children.flatMap((child) => subtree(kind, child, inside)),
	];
}

function change(
	kind: Change['kind'],
	{
		lineage,
		intended,
		running,
	}: { readonly lineage: readonly string[]; readonly intended?: ConfigNode; readonly running?: ConfigNode },
): Change {
	return {
		kind,
		lineage,
		line: intended?.text ?? running?.text ?? '',
		runningText: kind === 'changed' ? (running?.text ?? null) : null,
		intendedLine: intended?.lineNumber ?? null,
		runningLine: running?.lineNumber ?? null,
		class: null,
	};
}
