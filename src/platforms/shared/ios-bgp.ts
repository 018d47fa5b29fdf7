import type { DefaultRule, ShorthandRule } from '../../domain/platform/equivalence-rules.ts';

const ROUTER = /^router bgp /;

const OF_NEIGHBOR =
	'activate|advertisement-interval|allowas-in|as-override|default-originate|distribute-list|filter-list|inherit peer-policy|maximum-prefix|next-hop-self|prefix-list|remove-private-as|route-map|route-reflector-client|send-community|soft-reconfiguration|unsuppress-map|weight';
const OF_FAMILY =
	'network|aggregate-address|redistribute|maximum-paths|default-information originate|default-metric|distance bgp|table-map|bgp dampening|bgp redistribute-internal';

/** What of BGP is about IPv4 routes: shown below the router, or in a section as soon as there is one of any family. */
export const ipv4Family: ShorthandRule = {
	pattern: new RegExp(
		String.raw`^(?<rest>(?:no )?(?:neighbor \S+ (?:${OF_NEIGHBOR})(?: .*)?|(?:${OF_FAMILY})(?: .*)?))$`,
	),
	section: 'address-family ipv4',
	lines: ['$<rest>'],
	within: [ROUTER],
	source:
		'commands without a family are about IPv4 unicast, and are shown in its section once there are families (Cisco IOS 12.2S, BGP Hybrid CLI)',
	matches: ['network 10.0.0.0', 'neighbor 192.0.2.1 route-map A in', 'no neighbor 192.0.2.1 activate'],
	spares: ['neighbor 192.0.2.1 remote-as 65001', 'neighbor 192.0.2.1 password a', 'bgp router-id 192.0.2.1'],
};

/** A neighbor exchanges IPv4 routes unless it says otherwise: said in the section of that family only. */
export const ipv4Neighbors: DefaultRule = {
	line: /^neighbor (\S+) activate$/,
	// What is said of a group may be about any neighbor: it is caught without a name.
	command: /^no neighbor (?:([\d.]+|[\dA-Fa-f]*:[\dA-Fa-f:]*)|\S+) activate$/,
	within: [ROUTER, /^address-family ipv4(?: unicast)?$/],
	unless: /^no bgp default ipv4-unicast$/,
	of: /^neighbor (\S+) (?:remote-as|peer-group) /,
	source:
		'neighbors are active for IPv4 unless `no bgp default ipv4-unicast` stands there; in the section of the family each shows `activate` or `no … activate` (from knowledge)',
	matches: ['neighbor 192.0.2.1 activate'],
	spares: ['no neighbor 192.0.2.1 activate', 'neighbor 192.0.2.1 remote-as 65001'],
};
