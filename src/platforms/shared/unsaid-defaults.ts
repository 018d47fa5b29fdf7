import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

/** A line that security baselines and templates state, and that a device shows only where it is otherwise. */
type Unsaid = Omit<DefaultRule, 'leftOutBy'>;

const INTERFACE = [/^interface \S/];
const OSPF = [/^router ospf(?: |$)/];
const BGP = [/^router bgp /];
const NETLAB = 'written by the templates of ipspace/netlab, not in its shows of EOS 4.28 and 4.32';
const OFF = 'off until somebody turns it on, which is shown (from knowledge)';

const unsaid = (rules: readonly Unsaid[]): readonly DefaultRule[] =>
	rules.map((rule): DefaultRule => ({ ...rule, leftOutBy: 'running' }));

const noEnablePassword: Unsaid = {
	line: /^no enable (password|secret)$/,
	command: /^enable (password|secret)(?: |$)/,
	source: 'none until somebody sets one, which is shown (from knowledge)',
	matches: ['no enable password', 'no enable secret'],
	spares: ['enable secret 9 a', 'no enable password level 7'],
};

const noIpv6Routing: Unsaid = {
	line: /^no ipv6 unicast-routing$/,
	command: /^ipv6 unicast-routing(?: |$)/,
	source: OFF,
	matches: ['no ipv6 unicast-routing'],
	spares: ['ipv6 unicast-routing', 'no ip routing'],
};

const lldpOnPorts: Unsaid = {
	line: /^lldp (transmit|receive)$/,
	command: /^no lldp (transmit|receive)$/,
	within: INTERFACE,
	source: 'on where LLDP is; only the negation is shown (from knowledge)',
	matches: ['lldp transmit', 'lldp receive'],
	spares: ['no lldp transmit', 'lldp med'],
};

const lldpTimer: Unsaid = {
	line: /^lldp timer 30$/,
	command: /^(?:no )?lldp timer(?: |$)/,
	source: '30 seconds (from knowledge)',
	matches: ['lldp timer 30'],
	spares: ['lldp timer 60', 'lldp run'],
};

const lldpHoldtime: Unsaid = {
	line: /^lldp hold-?time 120$/,
	// Releases of EOS write it with a hyphen.
	command: /^(?:no )?lldp hold-?time(?: |$)/,
	source: '120 seconds (from knowledge)',
	matches: ['lldp holdtime 120', 'lldp hold-time 120'],
	spares: ['lldp holdtime 30', 'lldp timer 120'],
};

const bgpForIpv4: Unsaid = {
	line: /^bgp default ipv4-unicast$/,
	command: /^(?:no )?bgp default ipv4-unicast$/,
	within: BGP,
	source: 'on; only the negation is shown (from knowledge)',
	matches: ['bgp default ipv4-unicast'],
	spares: ['no bgp default ipv4-unicast', 'bgp default ipv4-unicast transport ipv6'],
};

const bgpTimers: Unsaid = {
	line: /^timers bgp 60 180$/,
	command: /^(?:no )?timers bgp(?: |$)/,
	within: BGP,
	source: '60 and 180 seconds (from knowledge)',
	matches: ['timers bgp 60 180'],
	spares: ['timers bgp 10 30', 'timers bgp 60 180 30'],
};

const vlanIsUp: Unsaid = {
	line: /^no shutdown$/,
	command: /^(?:no )?shutdown$/,
	within: [/^vlan \d/],
	source: 'a VLAN is up unless it says `shutdown` (from knowledge)',
	matches: ['no shutdown'],
	spares: ['shutdown'],
};

const noPassiveDefault: Unsaid = {
	line: /^no passive-interface default$/,
	command: /^passive-interface default$/,
	within: OSPF,
	source: OFF,
	matches: ['no passive-interface default'],
	spares: ['passive-interface default', 'no passive-interface Ethernet1'],
};

const ospfDistance: Unsaid = {
	line: /^distance 110$/,
	command: /^(?:no )?distance /,
	within: OSPF,
	source: '110 (from knowledge)',
	matches: ['distance 110'],
	spares: ['distance 120', 'distance 110 192.0.2.1 0.0.0.0'],
};

/** What people state for both and neither does. */
const ofIosAndEos: readonly Unsaid[] = [noIpv6Routing, lldpOnPorts, lldpTimer, lldpHoldtime, bgpForIpv4, bgpTimers];

/** What people state for IOS and it does not. */
export const unsaidIosDefaults: readonly DefaultRule[] = unsaid([
	...ofIosAndEos,
	noEnablePassword,
	vlanIsUp,
	noPassiveDefault,
	ospfDistance,
	{
		line: /^no banner (exec|incoming|login|motd)$/,
		command: /^banner (exec|incoming|login|motd)(?: |$)/,
		source: 'none until somebody sets one, which is shown (from knowledge)',
		matches: ['no banner login', 'no banner exec'],
		spares: ['banner login', 'no banner'],
	},
	{
		line: /^no service (tcp-small-servers|udp-small-servers)$/,
		command: /^service (tcp-small-servers|udp-small-servers)(?: |$)/,
		unless: /^version (?:\d|1[01])\./,
		source: 'off since 12.0 (from knowledge)',
		matches: ['no service tcp-small-servers', 'no service udp-small-servers'],
		spares: ['no service pad', 'service tcp-small-servers'],
	},
	{
		line: /^no ip (identd|rcmd rcp-enable|rcmd rsh-enable)$/,
		command: /^ip (identd|rcmd rcp-enable|rcmd rsh-enable)(?: |$)/,
		source: OFF,
		matches: ['no ip identd', 'no ip rcmd rcp-enable', 'no ip rcmd rsh-enable'],
		spares: ['no ip source-route', 'ip identd'],
	},
	{
		line: /^no ip (directed-broadcast|mask-reply)$/,
		command: /^ip (directed-broadcast|mask-reply)(?: |$)/,
		within: INTERFACE,
		unless: /^version (?:\d\.|1[01]\.|12\.0$)/,
		source: 'off since 12.0 (from knowledge)',
		matches: ['no ip directed-broadcast', 'no ip mask-reply'],
		spares: ['no ip redirects', 'ip directed-broadcast 10'],
	},
	{
		line: /^ip domain[ -]lookup$/,
		command: /^(?:no )?ip domain[ -]lookup$/,
		source: 'on; only the negation is shown (from knowledge)',
		matches: ['ip domain lookup', 'ip domain-lookup'],
		spares: ['no ip domain lookup', 'ip domain lookup source-interface Vlan1'],
	},
	{
		line: /^cdp (timer(?= 60$)|holdtime(?= 180$)) \d+$/,
		command: /^(?:no )?cdp (timer|holdtime)(?: |$)/,
		source: '60 and 180 seconds (from knowledge)',
		matches: ['cdp timer 60', 'cdp holdtime 180'],
		spares: ['cdp timer 30', 'cdp holdtime 60', 'cdp run'],
	},
	{
		line: /^(radius-server timeout(?= 5$)|radius-server retransmit(?= 3$)|tacacs-server timeout(?= 5$)) \d+$/,
		command: /^(?:no )?(radius-server timeout|radius-server retransmit|tacacs-server timeout)(?: |$)/,
		source: 'five seconds, three attempts (from knowledge)',
		matches: ['radius-server timeout 5', 'radius-server retransmit 3', 'tacacs-server timeout 5'],
		spares: ['radius-server timeout 3', 'radius-server retransmit 5', 'radius-server key a'],
	},
	{
		line: /^auto-cost reference-bandwidth 100$/,
		command: /^(?:no )?auto-cost /,
		within: OSPF,
		source: '100 Mbit/s (from knowledge)',
		matches: ['auto-cost reference-bandwidth 100'],
		spares: ['auto-cost reference-bandwidth 100000'],
	},
	{
		line: /^bgp default local-preference 100$/,
		command: /^(?:no )?bgp default local-preference(?: |$)/,
		within: BGP,
		source: '100 (from knowledge)',
		matches: ['bgp default local-preference 100'],
		spares: ['bgp default local-preference 200'],
	},
	{
		line: /^bgp fast-external-fallover$/,
		command: /^(?:no )?bgp fast-external-fallover(?: |$)/,
		within: BGP,
		source: 'on; only the negation is shown (from knowledge)',
		matches: ['bgp fast-external-fallover'],
		spares: ['no bgp fast-external-fallover'],
	},
]);

/** What people state for EOS and it does not. */
export const unsaidEosDefaults: readonly DefaultRule[] = unsaid([
	...ofIosAndEos,
	// `secret` is what older releases called the one password.
	{ ...noEnablePassword, command: /^enable (?:password|secret)(?: |$)/ },
	{
		line: /^switchport$/,
		command: /^(?:no )?switchport$/,
		within: [/^interface (?:et|po)[a-z-]* ?\d/i],
		unless: /^switchport default mode /,
		source:
			'ports are switched unless they say otherwise: written by Arista AVD, not in shows of EOS 4.24 (ksator/underlay-protocols-comparison)',
		matches: ['switchport'],
		spares: ['no switchport', 'switchport mode trunk'],
	},
	{
		line: /^bgp log-neighbor-changes$/,
		command: /^no bgp log-neighbor-changes$/,
		within: BGP,
		source: `on; only the negation is shown (${NETLAB})`,
		matches: ['bgp log-neighbor-changes'],
		spares: ['no bgp log-neighbor-changes'],
	},
	{
		line: /^no bgp default ipv6-unicast$/,
		command: /^bgp default ipv6-unicast$/,
		within: BGP,
		source: `off until somebody turns it on, which is shown (${NETLAB})`,
		matches: ['no bgp default ipv6-unicast'],
		spares: ['no bgp default ipv4-unicast', 'bgp default ipv6-unicast'],
	},
	{
		line: /^(ip routing)$/,
		command: /^no (ip routing)$/,
		of: /^(ip routing) ipv6 interfaces$/,
		source: `routing through interfaces without an address is routing, and is shown in its place (${NETLAB})`,
		matches: ['ip routing'],
		spares: ['ip routing ipv6 interfaces', 'no ip routing'],
	},
	{
		line: /^bgp asn notation asplain$/,
		command: /^(?:no )?bgp asn notation(?: |$)/,
		within: BGP,
		source: 'numbers without a dot unless it says otherwise (from knowledge)',
		matches: ['bgp asn notation asplain'],
		spares: ['bgp asn notation asdot'],
	},
]);

/** What people state for NX-OS and it does not. */
export const unsaidNxosDefaults: readonly DefaultRule[] = unsaid([
	lldpOnPorts,
	vlanIsUp,
	noPassiveDefault,
	{
		line: /^no feature telnet$/,
		command: /^feature telnet$/,
		// The releases of Nexus 5000 and 3000, which come with a server of Telnet that is on.
		unless: /^version \d+\.\d+\(\w+\)[ANU]\d/,
		source: OFF,
		matches: ['no feature telnet'],
		spares: ['feature telnet', 'no feature ssh'],
	},
	{
		line: /^ip redirects$/,
		command: /^no ip redirects$/,
		within: INTERFACE,
		source: 'entered, and then nothing is shown (ansible cisco.nxos, nxos_l3_interfaces)',
		matches: ['ip redirects'],
		spares: ['no ip redirects', 'ipv6 redirects'],
	},
	{
		line: /^logging console$/,
		command: /^(?:no )?logging console(?: |$)/,
		source: 'entered over `logging console 3`, and then nothing is shown (ansible cisco.nxos, nxos_logging_global)',
		matches: ['logging console'],
		spares: ['logging console 3', 'no logging console'],
	},
]);

/** What people state for VRP and it does not. */
export const unsaidVrpDefaults: readonly DefaultRule[] = unsaid([
	{
		line: /^port default vlan 1$/,
		// A port that is routed has no VLAN, and one of a router that was made one of a switch has none to begin with.
		command: /^(?:undo )?portswitch$|^(?:undo )?port default vlan(?: |$)/,
		within: INTERFACE,
		source:
			'VLAN 1 (Huawei command reference of data centre switches, port default vlan; "no default vlan is set" in that of NetEngine 8000 F1A, whose ports show `portswitch`)',
		matches: ['port default vlan 1'],
		// A command for all ports gives trunks another one (the same reference, port trunk pvid vlan).
		spares: ['port default vlan 10', 'undo port default vlan', 'port trunk pvid vlan 1', 'port hybrid pvid vlan 1'],
	},
]);
