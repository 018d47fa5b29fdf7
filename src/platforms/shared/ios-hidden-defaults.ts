import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

/** A command in a place, whose default people write and no device shows while it is so. */
type Hidden = Pick<DefaultRule, 'line' | 'command' | 'source' | 'matches' | 'spares' | 'within' | 'unless'>;

const INTERFACE = [/^interface \S/];
const PORT_SECURITY = 'Catalyst 4500 command reference, switchport port-security';
const AUTO_SUMMARY =
	'Cisco IOS IP Routing: EIGRP Command Reference, auto-summary: off since 15.0(1)M, of BGP since 12.2(8)T';

/** A VLAN that is not suspended. */
export const activeVlan: DefaultRule = {
	line: /^state active$/,
	command: /^(?:no )?state /,
	within: [/^vlan \d/],
	leftOutBy: 'running',
	source: 'a VLAN is active unless it says `suspend` (from knowledge)',
	matches: ['state active'],
	spares: ['state suspend'],
};

const hidden: readonly Hidden[] = [
	{
		line: /^switchport port-security maximum 1$/,
		command: /^(?:no )?switchport port-security maximum /,
		within: INTERFACE,
		source: `one address unless it says otherwise (${PORT_SECURITY})`,
		matches: ['switchport port-security maximum 1'],
		spares: ['switchport port-security maximum 10', 'switchport port-security maximum 1 vlan voice'],
	},
	{
		line: /^switchport port-security violation shutdown$/,
		command: /^(?:no )?switchport port-security violation /,
		within: INTERFACE,
		source: 'the port is shut unless it says otherwise (Catalyst 3650 manual, switchport port-security violation)',
		matches: ['switchport port-security violation shutdown'],
		spares: ['switchport port-security violation shutdown vlan', 'switchport port-security violation restrict'],
	},
	{
		line: /^power inline auto$/,
		command: /^(?:no )?power inline(?: |$)/,
		within: INTERFACE,
		source: 'devices are looked for and fed unless it says otherwise (from knowledge)',
		matches: ['power inline auto'],
		spares: ['power inline auto max 15400', 'power inline never'],
	},
	{
		line: /^vrrp (\d+) preempt$/,
		command: /^(?:no )?vrrp (\d+) preempt(?: |$)/,
		within: INTERFACE,
		source: 'on unless it says otherwise (from knowledge; RFC 5798, section 6.1)',
		matches: ['vrrp 10 preempt'],
		spares: ['vrrp 10 preempt delay minimum 5', 'no vrrp 10 preempt'],
	},
	{
		line: /^vrrp (\d+) priority 100$/,
		command: /^(?:no )?vrrp (\d+) priority /,
		within: INTERFACE,
		source: '100 unless it says otherwise (RFC 5798, section 6.1)',
		matches: ['vrrp 10 priority 100'],
		spares: ['vrrp 10 priority 110', 'vrrp 10 ip 192.0.2.1'],
	},
	{
		line: /^ip ssh (time-out(?= 120$)|authentication-retries(?= 3$)) \d+$/,
		command: /^(?:no )?ip ssh (time-out|authentication-retries)(?: |$)/,
		source: '120 seconds and three attempts (from knowledge)',
		matches: ['ip ssh time-out 120', 'ip ssh authentication-retries 3'],
		spares: ['ip ssh time-out 60', 'ip ssh authentication-retries 2', 'ip ssh version 2'],
	},
	{
		line: /^errdisable recovery interval 300$/,
		command: /^(?:no )?errdisable recovery interval(?: |$)/,
		source: 'five minutes (from knowledge)',
		matches: ['errdisable recovery interval 300'],
		spares: ['errdisable recovery interval 30', 'errdisable recovery cause bpduguard'],
	},
	{
		line: /^authentication rsa-sig$/,
		command: /^(?:no )?authentication /,
		within: [/^crypto isakmp policy /],
		source: 'signatures are asked for (output of show crypto isakmp policy: the default protection suite)',
		matches: ['authentication rsa-sig'],
		spares: ['authentication pre-share', 'authentication rsa-encr'],
	},
	{
		line: /^lacp port-priority 32768$/,
		command: /^(?:no )?lacp port-priority /,
		within: INTERFACE,
		source: '32768 unless it says otherwise (ME 3400 Command Reference, lacp port-priority)',
		matches: ['lacp port-priority 32768'],
		spares: ['lacp port-priority 3276', 'lacp rate fast'],
	},
	{
		line: /^lacp system-priority 32768$/,
		command: /^(?:no )?lacp system-priority /,
		source: '32768 unless it says otherwise (from knowledge; the default of a port is the same)',
		matches: ['lacp system-priority 32768'],
		spares: ['lacp system-priority 3276'],
	},
	{
		line: /^login authentication default$/,
		command: /^(?:no )?login(?: |$)/,
		within: [/^line /],
		source: 'the list that is meant where none is named; entered, it takes the line away (ansible cisco.ios line)',
		matches: ['login authentication default'],
		spares: ['login authentication CONSOLE', 'login local'],
	},
	{
		line: /^logging on$/,
		command: /^no logging on$/,
		source: 'on, and only the negation is shown (from knowledge)',
		matches: ['logging on'],
		spares: ['no logging on', 'logging console'],
	},
	{
		line: /^no (synchronization|auto-summary)$/,
		command: /^(synchronization|auto-summary)$/,
		within: [/^router bgp /],
		unless: /^version 1[0-2]\./,
		source: `releases before 15 show it of every process, so that its absence says something (${AUTO_SUMMARY})`,
		matches: ['no synchronization', 'no auto-summary'],
		spares: ['synchronization', 'auto-summary'],
	},
	{
		line: /^no auto-summary$/,
		command: /^auto-summary$/,
		within: [/^router eigrp /],
		unless: /^version 1(?:[0-4]\.|5\.0$)/,
		source: AUTO_SUMMARY,
		matches: ['no auto-summary'],
		spares: ['auto-summary'],
	},
];

/** What people write for IOS although it is so anyway. Where a device shows it, that is a change. */
export const writtenIosDefaults: readonly DefaultRule[] = [
	activeVlan,
	...hidden.map((rule): DefaultRule => ({ ...rule, leftOutBy: 'running' })),
];
