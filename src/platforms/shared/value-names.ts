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
