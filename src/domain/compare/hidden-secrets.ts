import type { ConfigNode } from '../config/tree.ts';
import { HIDDEN_SECRET, MASKED_SECRET } from '../masking/fingerprint.ts';
import type { Match, Unmatched } from './match-siblings.ts';

/** How many lines of one shape are tried for a line that hides a part of its secrets only. */
const MAX_CANDIDATES = 100;

/**
 * Pairs lines that differ in nothing but secrets which the intended config hides behind a placeholder: `<removed>` equals
 * any secret in that place. Only the intended side may hide one; a device that shows a placeholder is drift.
 */
export function matchHiddenSecrets({ intended, running, unmatched, leftOver }: Unmatched): readonly Match[] {
	const hiding = unmatched.filter((at) => intended[at]?.text.includes(HIDDEN_SECRET));
	if (hiding.length === 0) return [];
	const candidates = Map.groupBy(leftOver.toReversed(), (to) => shapeOf(running[to]?.text ?? ''));
	const pairs: Match[] = [];
	// A line that hides less has fewer lines to choose from, so it chooses first.
	for (const at of hiding.toSorted((one, other) => hiddenIn(intended[one]) - hiddenIn(intended[other]))) {
		const text = intended[at]?.text ?? '';
		const sameShape = candidates.get(shapeOf(text)) ?? [];
		const tried = sameShape.slice(-MAX_CANDIDATES);
		const found = tried.findLastIndex((to) => coversSecrets(text, running[to]?.text ?? ''));
		if (found === -1) continue;
		for (const to of sameShape.splice(found - tried.length, 1)) pairs.push({ at, to });
	}
	return pairs;
}

/** The line with every secret hidden: equal for lines that differ in nothing but secrets. */
export function shapeOf(text: string): string {
	return text.includes('<secret') ? text.replaceAll(MASKED_SECRET, HIDDEN_SECRET) : text;
}

/** Whether two lines are equal where the intended one hides nothing. */
export function coversSecrets(intended: string, running: string): boolean {
	if (intended === running) return true;
	if (!intended.includes(HIDDEN_SECRET) || shapeOf(intended) !== shapeOf(running)) return false;
	const runningSecrets = [...running.matchAll(MASKED_SECRET)];
	return [...intended.matchAll(MASKED_SECRET)].every(
		([secret], index) => secret === HIDDEN_SECRET || secret === runningSecrets[index]?.[0],
	);
}

function hiddenIn(node: ConfigNode | undefined): number {
	return node?.text.split(HIDDEN_SECRET).length ?? 0;
}
