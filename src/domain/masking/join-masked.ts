import type { ConfigLine } from '../config/config-line.ts';
import type { MaskHit } from './mask-hit.ts';
import type { MaskedLines } from './masked-lines.ts';

/** What masking did to a text, without what is left of it. */
export type MaskFacts = Omit<MaskedLines, 'lines'>;

/**
 * What masking a text would have come to, from the two parts of it that were masked by themselves. The lines are put
 * together when they are asked for.
 */
export function joinMasked(beginning: MaskedLines, end: MaskedLines): MaskedLines {
	const above = beginning.masked.total;
	let lines: readonly ConfigLine[] | null = null;
	const parts = [
		{ facts: beginning, above: 0 },
		{ facts: end, above },
	];
	return {
		...joinFacts(parts, { total: above + end.masked.total }),
		get lines() {
			lines ??= append(beginning.lines, end.lines, above);
			return lines;
		},
	};
}

/**
 * The facts of a text, from those of all its parts that masks have anything to do with.
 *
 * @param parts - from top to bottom, each with how many lines of the text stand above it
 * @param of.total - lines of the text
 */
export function joinFacts(
	parts: readonly { readonly facts: MaskFacts; readonly above: number }[],
	{ total }: { readonly total: number },
): MaskFacts {
	let lines = 0;
	const patterns: Record<string, number> = {};
	const hits: MaskHit[] = [];
	const metadata: Record<string, string> = {};
	for (const { facts, above } of parts) {
		lines += facts.masked.lines;
		for (const [id, count] of Object.entries(facts.masked.patterns)) patterns[id] = (patterns[id] ?? 0) + count;
		for (const hit of facts.hits) hits.push({ ...hit, number: hit.number + above });
		// The first line that tells a fact counts.
		for (const [name, value] of Object.entries(facts.metadata)) metadata[name] ??= value;
	}
	return { masked: { lines, total, patterns }, hits, metadata };
}

/** @param above - how many lines stood above the appended ones in the text */
function append(beginning: readonly ConfigLine[], end: readonly ConfigLine[], above: number): readonly ConfigLine[] {
	const lines = beginning.slice();
	const offset = lines.length;
	for (const { number, raw, text, role, parent, block } of end) {
		lines.push({ number: number + above, raw, text, role, parent: parent === -1 ? -1 : parent + offset, block });
	}
	return lines;
}
