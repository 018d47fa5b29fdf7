import type { SpellingRule } from '../../domain/platform/equivalence-rules.ts';

const source =
	'IOS and its relatives take any unambiguous beginning of an interface name, in any case, and show the whole name';

/**
 * Names of interfaces that may be cut short: `Gi0/1`, `gig 0/1`. The device shows them whole.
 *
 * @param names - what the platform calls its interfaces
 * @example interfaceNames(['GigabitEthernet']) // `interface Gi0/1` is `interface GigabitEthernet0/1`
 */
export function interfaceNames(names: readonly string[]): readonly SpellingRule[] {
	return names.map((name) => ({ kind: 'words', pattern: beginningOf(name), spelled: name, source }));
}

/** What stands in front of a name that somebody chose: a VRF `VLAN10` is neither `vlan10` nor an interface. */
const CHOSEN = [
	'vrf(?: (?:forwarding|definition|member|context|instance))?',
	'access-(?:group|list)(?: (?:name|extended|standard))?',
	'(?:class|policy)-map(?: type \\S+)?(?: match-a(?:ll|ny))?|class|service-policy(?: type \\S+)? (?:in|out)put',
	'route-map|route-policy|prefix-list|match ip(?:v6)? address',
	'hostname|username|nameif',
	'object(?:-group)?(?: (?:network|service))?',
];
const BEHIND_CHOICE = `(?<!(?:^|\\s)(?:${CHOSEN.join('|')}) ..)`;

/** Two letters at least, as far as they go along the name, in front of a number. */
function beginningOf(name: string): RegExp {
	const optional = [...name.slice(2)].reduceRight((rest, letter) => `(?:${letter}${rest})?`, '');
	return new RegExp(`(?<=^|\\s)${name.slice(0, 2)}${BEHIND_CHOICE}${optional} ?(?=\\d)`, 'gi');
}
