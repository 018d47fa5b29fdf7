import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

type Names = Readonly<Record<string, string>>;

/** Without ICMP, which is 1 in a list of IPv4 and 58 in one of IPv6. */
const PROTOCOLS: Names = {
	igmp: '2',
	tcp: '6',
	udp: '17',
	gre: '47',
	esp: '50',
	ahp: '51',
	eigrp: '88',
	ospf: '89',
	pim: '103',
	pcp: '108',
};

/** Protocols of access lists of IOS and its relatives: `permit 6 any any`. */
export const protocolNames: SpellingRule = {
	kind: 'ports',
	pattern: /^(?:access-list \S+ (?:extended )?)?(?:(?:sequence )?\d+ )?(?:permit|deny) /,
	behind: new Set(['permit', 'deny']),
	values: PROTOCOLS,
	source:
		'a number is taken and the name shown where there is one (Cisco IOS Security Command Reference, permit; the numbers are those of the IANA protocol registry)',
};

/** `af11` is 10: the class in the upper three bits, the drop precedence below (RFC 2597). */
const ASSURED = Object.fromEntries(
	[1, 2, 3, 4].flatMap((level) => [1, 2, 3].map((drop) => [`af${level}${drop}`, `${level * 8 + drop * 2}`])),
);

const SELECTORS = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((level) => [`cs${level}`, `${level * 8}`]));

/** Code points of differentiated services: `match dscp 46`, `set ip dscp ef`. */
export const dscpNames: SpellingRule = {
	kind: 'ports',
	pattern:
		/^(?:(?:match|set) (?:ip )?dscp |random-detect dscp |(?:access-list \S+ )?(?:(?:sequence )?\d+ )?(?:permit|deny) .* dscp )/,
	behind: new Set(['dscp']),
	values: { default: '0', ...ASSURED, ...SELECTORS, ef: '46' },
	source: 'a number is taken and the name shown (RFC 2474, 2597 and 3246; Cisco IOS QoS Command Reference, match dscp)',
};

/** The upper three bits of the type of service: `permit ip any any precedence 6`. */
export const precedenceNames: SpellingRule = {
	kind: 'ports',
	pattern:
		/^(?:(?:match|set) (?:ip )?precedence |random-detect precedence |(?:access-list \S+ )?(?:(?:sequence )?\d+ )?(?:permit|deny) .* precedence )/,
	behind: new Set(['precedence']),
	values: {
		routine: '0',
		priority: '1',
		immediate: '2',
		flash: '3',
		'flash-override': '4',
		critical: '5',
		internet: '6',
		network: '7',
	},
	source:
		'a number is taken and the name shown (RFC 791, Type of Service; Huawei CloudEngine command reference, rule, which has the names with their numbers)',
};

/** Types of ICMP (RFC 792, 1122 and 1393). */
const ICMP_TYPES: Names = {
	'echo-reply': '0',
	unreachable: '3',
	'source-quench': '4',
	redirect: '5',
	echo: '8',
	'router-advertisement': '9',
	'router-solicitation': '10',
	'time-exceeded': '11',
	'parameter-problem': '12',
	'timestamp-request': '13',
	'timestamp-reply': '14',
	'information-request': '15',
	'information-reply': '16',
	'mask-request': '17',
	'mask-reply': '18',
	traceroute: '30',
};

/** Types and codes of ICMP; the codes are of RFC 792, 1122 and 1812. */
const ICMP: Names = {
	...ICMP_TYPES,
	'net-unreachable': '3 0',
	'host-unreachable': '3 1',
	'protocol-unreachable': '3 2',
	'port-unreachable': '3 3',
	'packet-too-big': '3 4',
	'source-route-failed': '3 5',
	'network-unknown': '3 6',
	'host-unknown': '3 7',
	'host-isolated': '3 8',
	'dod-net-prohibited': '3 9',
	'dod-host-prohibited': '3 10',
	'net-tos-unreachable': '3 11',
	'host-tos-unreachable': '3 12',
	'administratively-prohibited': '3 13',
	'host-precedence-unreachable': '3 14',
	'precedence-unreachable': '3 15',
	'net-redirect': '5 0',
	'host-redirect': '5 1',
	'net-tos-redirect': '5 2',
	'host-tos-redirect': '5 3',
	'ttl-exceeded': '11 0',
	'reassembly-timeout': '11 1',
};

/** Those of IPv6 (RFC 4443, RFC 4861). `unreachable` is left out: whether it takes in all of its codes was not found. */
const ICMP_OF_IPV6: Names = {
	'packet-too-big': '2',
	'time-exceeded': '3',
	'parameter-problem': '4',
	'echo-request': '128',
	'echo-reply': '129',
	'router-solicitation': '133',
	'router-advertisement': '134',
	'nd-ns': '135',
	'nd-na': '136',
	redirect: '137',
};

const ICMP_END = String.raw`(?:any|host \S+|(?:object|addr)-?group \S+|[\d.]+ [\d.]+|[\d.]+/\d+)`;
const ICMP_END_OF_IPV6 = String.raw`(?:any|host \S+|(?:object|addr)-?group \S+|[\dA-Fa-f:.]+/\d+)`;

/** One of some names behind what a line begins with. That is looked at where there is such a name: most lines have none. */
function behind(front: string, names: Names): RegExp {
	return new RegExp(String.raw`(?<=^|\s)(?:${Object.keys(names).join('|')})(?= |$)(?<=^${front} [a-z-]+)`);
}

/** One of some names behind the two addresses of an entry. */
function behindEnds(front: string, end: string, names: Names): RegExp {
	return behind(`${front}(?:permit|deny) icmp(?:v6)? ${end} ${end}`, names);
}

const ENTRY = String.raw`(?:(?:sequence )?\d+ )?`;

/**
 * Types of ICMP: `permit icmp any any 8`. Which of them a name or a number means follows from the list that the entry stands in.
 */
export const icmpNames: readonly SpellingRule[] = [
	{
		kind: 'names',
		pattern: behindEnds(ENTRY, ICMP_END, ICMP),
		values: ICMP,
		within: [/^(?:ip|ipv4) access-list /],
		source: 'a number is taken and the name shown (the numbers are those of IcmpType and IcmpCode of Batfish)',
	},
	{
		kind: 'names',
		pattern: behindEnds(String.raw`access-list \d+ `, ICMP_END, ICMP),
		values: ICMP,
		source: 'the same in a list with a number, which is one of IPv4 (from knowledge)',
	},
	{
		kind: 'names',
		pattern: behindEnds(ENTRY, ICMP_END_OF_IPV6, ICMP_OF_IPV6),
		values: ICMP_OF_IPV6,
		within: [/^ipv6 access-list /],
		source:
			'the same in a list of IPv6 (names and numbers: RFC 4443, RFC 4861; that IOS shows the name is from knowledge)',
	},
];

/** Types that ASA knows by name: of codes it knows numbers only. */
const ICMP_OF_ASA: Names = {
	...ICMP_TYPES,
	'alternate-address': '6',
	'conversion-error': '31',
	'mobile-redirect': '32',
};

const ASA_END = String.raw`(?:any[46]?|(?:host|interface|object|object-group) \S+|[\d.]+ [\d.]+)`;

/** Types of ICMP on ASA, whose `icmp` is that of IPv4 in every list. */
export const asaIcmpNames: readonly SpellingRule[] = [
	String.raw`access-list \S+ (?:extended )?(?:permit|deny) icmp ${ASA_END} ${ASA_END}`,
	`icmp (?:permit|deny) ${ASA_END}`,
	'(?:service-object icmp|icmp-object)',
].map((front) => ({
	kind: 'names',
	pattern: behind(front, ICMP_OF_ASA),
	values: ICMP_OF_ASA,
	source:
		'a number is taken and the name shown (the numbers are those of RFC 792 and of the IANA registry; that ASA shows the name is from knowledge)',
}));

const LEVELS: Names = {
	emergencies: '0',
	alerts: '1',
	critical: '2',
	errors: '3',
	warnings: '4',
	notifications: '5',
	informational: '6',
	debugging: '7',
};

/** Severities of messages about an entry: `permit ip any any log 4`. */
export const accessListLevels: SpellingRule = {
	kind: 'ports',
	pattern: /^access-list .* log /,
	behind: new Set(['log']),
	values: LEVELS,
	source: 'a number is taken and the name shown (from knowledge)',
};

/** Severities of messages: `logging trap 6`. */
export const loggingLevels: SpellingRule = {
	kind: 'ports',
	pattern: /^logging (?:trap|console|monitor|buffered|history|asdm|mail) /,
	behind: new Set(['trap', 'console', 'monitor', 'buffered', 'history', 'asdm', 'mail']),
	values: LEVELS,
	source: 'a number is taken and the name shown (Cisco IOS command reference, logging trap)',
};
