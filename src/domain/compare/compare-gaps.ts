import type { ConfigNode } from '../config/config-node.ts';
import type { Side } from '../sides.ts';
import { inPortions, type Steps } from '../steps.ts';
import { type CompareContext, type Located, type ReadSection, sizeOf } from './compare-context.ts';
import { lineChange } from './line-change.ts';
import { placesInIntended } from './places-in-intended.ts';
import type { SiblingGroup } from './siblings/group-siblings.ts';
import type { SiblingMatch } from './siblings/match-siblings.ts';
import { pairChanged } from './siblings/pair-changed.ts';
import { extraChanges, missingChanges } from './subtree-changes.ts';

/** What of the lines without an equal one was replaced, lacks, or is too much. */
export function* compareGaps(
	{ group, pairs, gaps }: SiblingMatch & { readonly group: SiblingGroup },
	rules: CompareContext,
	{ lineage, line, differing, spokenFor, clearedAt }: ReadSection,
): Steps<readonly Located[]> {
	const { portion } = rules;
	const size = sizeOf(group);
	const placeOf = placesInIntended(pairs);
	const judgesExtra = rules.scope === 'full' || group.closed;
	const replacements = yield* pairChanged(gaps, {
		negation: rules.platform.syntax.negation,
		siblings: group,
		differing,
		portion,
	});
	const replaced = new Set(replacements.flatMap(({ intended, running }) => [intended, running]));
	const isSaid = (node: ConfigNode, leftOutBy: Side): boolean =>
		!replaced.has(node) && !rules.statesDefault(node, { leftOutBy, others: group[leftOutBy], lineage });
	if (portion.isFull(size)) yield;
	const found: Located[] = [];
	yield* inPortions(replacements, (sides) => {
		found.push({ at: sides.intended.lineNumber, changes: [lineChange('changed', { lineage, ...sides })] });
	});
	if (portion.isFull(size)) yield;
	const missing = gaps.flatMap((gap) => gap.missing);
	yield* inPortions(missing, (node) => {
		if (isSaid(node, 'running')) found.push({ at: node.lineNumber, changes: missingChanges(node, lineage) });
	});
	if (portion.isFull(size)) yield;
	const extra = gaps.flatMap((gap) => gap.extra);
	yield* inPortions(extra, (node) => {
		const isJudged = judgesExtra || spokenFor.has(node) || clearedAt(node) > 0;
		if (!isJudged || !isSaid(node, 'intended') || rules.isUntouchedPort(node, lineage)) return;
		const at = Math.max(placeOf(node), clearedAt(node));
		found.push({ at, changes: extraChanges(node, lineage, Math.max(at, line, 1)) });
	});
	return found;
}
