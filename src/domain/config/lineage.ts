/** Matches one header of a section. Rules are anchored patterns; a linear-time engine's pattern does as well. */
interface HeaderPattern {
	test(header: string): boolean;
}

/** Whether the last parents match, one pattern each: `['router bgp 1', 'vrf A']` ends in `[/^vrf /]`. */
export function matchesLastParents(lineage: readonly string[], within: readonly HeaderPattern[]): boolean {
	const offset = lineage.length - within.length;
	return offset >= 0 && within.every((pattern, index) => pattern.test(lineage[offset + index] ?? ''));
}
