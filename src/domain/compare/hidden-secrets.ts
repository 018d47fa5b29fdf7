import type { ConfigNode } from '../config/tree.ts';
import { HIDDEN_SECRET, MASKED_SECRET } from '../masking/fingerprint.ts';

/** Indices of siblings that found no equal line. */
interface Unmatched {
	readonly intended: readonly ConfigNode[];
	readonly running: readonly ConfigNode[];
	readonly unmatched: readonly number[];
	readonly leftOver: readonly number[];
}

/**
 * Pairs lines that differ in nothing but secrets which the intended config hides behind a placeholder: `<removed>` equals
 * any secret in that place. Only the intended side may hide one; a device that shows a placeholder is drift.
 */
export function matchHiddenSecrets({
	intended,
	running,
	unmatched,
	leftOver,
}: Unmatched): readonly { readonly at: number; readonly to: number }[] {
	const hiding = unmatched.filter((at) => intended[at]?.text.includes(HIDDEN_SECRET));
	if (hiding.length === 0) return [];
	const candidates = Map.groupBy(leftOver, (to) => shapeOf(running[to]?.text ?? ''));
	const pairs: { at: number; to: number }[] = [];
	for (const at of hiding) {
		const text = intended[at]?.text ?? '';
		const sameShape = candidates.get(shapeOf(text)) ?? [];
		const found = sameShape.findIndex((to) => isCovered(text, running[to]?.text ?? ''));
		if (found === -1) continue;
		for (const to of sameShape.splice(found, 1)) pairs.push({ at, to });
	}
	return pairs;
}

/** The line with every secret hidden: equal for lines that differ in nothing but secrets. */
export function shapeOf(text: string): string {
	return text.includes('<secret') ? text.replaceAll(MASKED_SECRET, HIDDEN_SECRET) : text;
}

/** Secrets that the intended line does not hide must be the same ones. */
function isCovered(intended: string, running: string): boolean {
	const runningSecrets = [...running.matchAll(MASKED_SECRET)];
	return [...intended.matchAll(MASKED_SECRET)].every(
		([secret], index) => secret === HIDDEN_SECRET || secret === runningSecrets[index]?.[0],
	);
}
