import type { SpellingRule } from '../../domain/platform/equivalence-rules.ts';

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

/** Types and codes of ICMP that lists of IPv6 do not know by these names. */
const ICMP_OF_IPV4: Names = {
	'net-unreachable': '3 0',
	'host-unreachable': '3 1',
	'protocol-unreachable': '3 2',
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
	'source-quench': '4',
	'net-redirect': '5 0',
	'host-redirect': '5 1',
	'net-tos-redirect': '5 2',
	'host-tos-redirect': '5 3',
	echo: '8',
	'ttl-exceeded': '11 0',
	'timestamp-request': '13',
	'timestamp-reply': '14',
	'information-request': '15',
	'information-reply': '16',
	'mask-request': '17',
	'mask-reply': '18',
	traceroute: '30',
};

/** Those that lists of IPv6 know as well, where they have other numbers. `unreachable` is left out: what it takes in there is more. */
const ICMP_OF_BOTH: Names = {
	'echo-reply': '0',
	'port-unreachable': '3 3',
	'packet-too-big': '3 4',
	redirect: '5',
	'router-advertisement': '9',
	'router-solicitation': '10',
	'reassembly-timeout': '11 1',
	'time-exceeded': '11',
	'parameter-problem': '12',
};

const IPV4_END = String.raw`(?:host \d+\.[\d.]+|[\d.]+ [\d.]+|[\d.]+/\d+)`;
const ICMP_END = String.raw`(?:any|host \S+|(?:object|addr)-?group \S+|[\d.]+ [\d.]+|[\d.]+/\d+)`;

/** One of some names behind the two addresses of an entry. */
function behindEnds(ends: string, names: Names): string {
	return String.raw`(?<=^(?:access-list \S+ (?:extended )?)?(?:(?:sequence )?\d+ )?(?:permit|deny) icmp ${ends} )(?:${Object.keys(names).join('|')})(?= |$)`;
}

/** Types of ICMP: `permit icmp any any 8`. Of an entry that names no address of IPv4 it is not known which list it stands in. */
export const icmpNames: SpellingRule = {
	kind: 'names',
	pattern: new RegExp(
		`${behindEnds(`${ICMP_END} ${ICMP_END}`, ICMP_OF_IPV4)}|${behindEnds(`(?:${IPV4_END} ${ICMP_END}|${ICMP_END} ${IPV4_END})`, ICMP_OF_BOTH)}`,
	),
	values: { ...ICMP_OF_IPV4, ...ICMP_OF_BOTH },
	source:
		'a number is taken and the name shown (the numbers are those of RFC 792, 1122, 1393 and 1812, as in IcmpType and IcmpCode of Batfish)',
};

/** Severities of messages: `logging trap 6`. */
export const loggingLevels: SpellingRule = {
	kind: 'ports',
	pattern: /^logging (?:trap|console|monitor|buffered|history) /,
	behind: new Set(['trap', 'console', 'monitor', 'buffered', 'history']),
	values: {
		emergencies: '0',
		alerts: '1',
		critical: '2',
		errors: '3',
		warnings: '4',
		notifications: '5',
		informational: '6',
		debugging: '7',
	},
	source: 'a number is taken and the name shown (Cisco IOS command reference, logging trap)',
};
