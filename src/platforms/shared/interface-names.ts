import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

const source =
	'IOS and its relatives take any unambiguous beginning of an interface name, in any case, and show the whole name';

/**
 * Names of interfaces that may be cut short: `Gi0/1`, `gig 0/1`. The device shows them whole.
 *
 * @param names - what the platform calls its interfaces
 * @param neighbors - whether a word behind `neighbor` is the name of a peer group or an interface
 * @example interfaceNames(['GigabitEthernet']) // `interface Gi0/1` is `interface GigabitEthernet0/1`
 */
export function interfaceNames(
	names: readonly string[],
	{ neighbors = 'groups' }: { readonly neighbors?: 'groups' | 'interfaces' } = {},
): readonly SpellingRule[] {
	const chosen = neighbors === 'groups' ? [...CHOSEN, 'neighbor'] : CHOSEN;
	const behindChoice = `(?<!(?:^|\\s)(?:${chosen.join('|')}) ..)`;
	return names.map((name) => ({ kind: 'words', pattern: beginningOf(name, behindChoice), spelled: name, source }));
}

/**
 * Names of interfaces of which the first letter is enough where a section begins: a device takes it as long as it has one kind
 * that begins so.
 *
 * @example firstLetters(['GigabitEthernet']) // `interface g0/1` is `interface GigabitEthernet0/1`
 */
export function firstLetters(names: readonly string[]): readonly SpellingRule[] {
	return names.map((name) => ({
		kind: 'words',
		pattern: new RegExp(`^interface ${name.charAt(0)} ?(?=\\d)`, 'i'),
		spelled: `interface ${name}`,
		source:
			'`int e0/0` is entered in labs of IOS 15, which show the whole name (evgzol/OTUS-Network-Engineer); of other kinds, from knowledge',
	}));
}

/** What stands in front of a name that somebody chose: a VRF `VLAN10` is neither `vlan10` nor an interface. */
const CHOSEN = [
	'(?:use-)?vrf(?: (?:forwarding|definition|member|context|instance))?',
	'access-(?:group|list)(?: (?:name|extended|standard))?',
	'community-list(?: (?:expanded|standard))?',
	'peer[- ]group|(?:inherit|template) peer(?:-(?:policy|session))?|peer-(?:policy|session)',
	'key[- ]?chain|pool|crypto (?:dynamic-)?map|crypto (?:ca|pki) trustpoint',
	'crypto (?:keyring|(?:ikev2|ipsec|isakmp) (?:keyring|policy|profile|proposal|transform-set))',
	'set (?:ikev2-profile|isakmp-profile|transform-set)',
	'group|(?:group server|server group) \\S+|(?:tacacs|radius) server|server(?: name)?',
	'(?:class|policy)-map(?: type \\S+)?(?: match-a(?:ll|ny))?|class|service-policy(?: type \\S+)? (?:in|out)put',
	'route-map|route-policy|prefix-list|match (?:ip(?:v6)? )?address',
	'hostname|username|nameif',
	'object(?:-group)?(?: (?:network|service))?',
];

/** Two letters at least, as far as they go along the name, in front of a number. */
function beginningOf(name: string, behindChoice: string): RegExp {
	const optional = [...name.slice(2)].reduceRight((rest, letter) => `(?:${letter}${rest})?`, '');
	// `port 49` is one of a protocol.
	const own = name.toLowerCase().startsWith('port') ? '(?!port )' : '';
	return new RegExp(`(?<=^|\\s)${own}${name.slice(0, 2)}${behindChoice}${optional} ?(?=\\d)`, 'gi');
}
