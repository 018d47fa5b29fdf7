import type { ConfigLine } from './config-line.ts';

/** Matches one header of a section. Rules are anchored patterns; a linear-time engine's pattern does as well. */
interface HeaderPattern {
	test(header: string): boolean;
}

/** Whether the last parents match, one pattern each: `['router bgp 1', 'vrf A']` ends in `[/^vrf /]`. */
export function matchesLastParents(lineage: readonly string[], within: readonly HeaderPattern[]): boolean {
	const offset = lineage.length - within.length;
	return offset >= 0 && within.every((pattern, index) => pattern.test(lineage[offset + index] ?? ''));
}

/** Whether a rule holds in a section: below the parents that it names, or at the top level, where it names none. */
export function holdsIn(
	lineage: readonly string[],
	{ within }: { readonly within?: readonly HeaderPattern[] | undefined },
): boolean {
	return within === undefined ? lineage.length === 0 : matchesLastParents(lineage, within);
}

/** Whether the last parents of a scanned line match: asks as many parents as there are patterns, however deep the line stands. */
export function standsWithin(
	lines: readonly ConfigLine[],
	{ parent }: ConfigLine,
	within: readonly HeaderPattern[],
): boolean {
	let header = lines[parent];
	return within.toReversed().every((pattern) => {
		const matches = header !== undefined && pattern.test(header.text);
		header = lines[header?.parent ?? -1];
		return matches;
	});
}
