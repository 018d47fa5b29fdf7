import type { OverwrittenRule } from '../../domain/platform/equivalence-rules.ts';

/**
 * Commands that have one value wherever they stand. Those of sections say nothing at the top, where a text that lost its
 * indentation has those of all its interfaces side by side.
 */
export const commandsOfOneValue: OverwrittenRule = {
	atTop: /^(?:hostname|sysname|spanning-tree mode)(?= \S+$)/,
	inSections:
		/^(?:description(?= )|duplex(?= \S+$)|mtu(?= \d+$)|switchport (?:mode|access vlan|trunk native vlan(?! tag$))(?= ))/,
};
