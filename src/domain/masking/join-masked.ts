import type { ConfigLine } from '../config/lines.ts';
import type { MaskedLines } from './mask-content.ts';

/**
 * What masking a text would have come to, from the two parts of it that were masked by themselves. The lines are put
 * together when they are asked for.
 */
export function joinMasked(beginning: MaskedLines, end: MaskedLines): MaskedLines {
	const { total } = beginning.masked;
	let lines: readonly ConfigLine[] | null = null;
	return {
		get lines() {
			lines ??= append(beginning.lines, end.lines, total);
			return lines;
		},
		masked: {
			lines: beginning.masked.lines + end.masked.lines,
			total: total + end.masked.total,
			patterns: sum(beginning.masked.patterns, end.masked.patterns),
		},
		hits: [...beginning.hits, ...end.hits.map((hit) => ({ ...hit, number: hit.number + total }))],
		// The first line that tells a fact counts.
		metadata: { ...end.metadata, ...beginning.metadata },
	};
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

function sum(
	one: Readonly<Record<string, number>>,
	other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
	const all: Record<string, number> = { ...one };
	for (const [id, count] of Object.entries(other)) all[id] = (all[id] ?? 0) + count;
	return all;
}
