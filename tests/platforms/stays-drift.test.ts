import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform and two texts that look alike to a rule of equality and are not. */
type Different = readonly [platform: string, one: string, other: string];

const NAMES_LIKE_ADDRESSES: readonly (readonly [platform: string, text: (name: string) => string])[] = [
	['cisco_ios', (name) => `hostname ${name}`],
	['cisco_ios', (name) => `vrf definition ${name}`],
	['cisco_ios', (name) => `interface Gi0/1\n vrf forwarding ${name}\n ip access-group ${name} in`],
	['cisco_ios', (name) => `class-map match-any ${name}`],
	['cisco_ios', (name) => `policy-map P\n class ${name}\n  priority`],
	['cisco_ios', (name) => `route-map ${name} permit 10`],
	['cisco_ios', (name) => `route-map A permit 10\n match ipv6 address ${name}`],
	['cisco_ios', (name) => `router bgp 1\n neighbor 192.0.2.1 route-map ${name} in`],
	['cisco_ios', (name) => `ip route vrf ${name} 10.0.0.0 255.0.0.0 192.0.2.1`],
	['cisco_ios', (name) => `ip access-list extended ${name}\n permit ip any any`],
	['cisco_nxos', (name) => `vrf context ${name}`],
	['cisco_nxos', (name) => `class-map type qos match-all ${name}`],
	['arista_eos', (name) => `vrf instance ${name}`],
	['arista_eos', (name) => `ipv6 prefix-list ${name}\n   seq 10 permit 2001:db8::/32`],
	[
		'cisco_xr',
		(name) => `router bgp 1\n neighbor 192.0.2.1\n  address-family ipv4 unicast\n   route-policy ${name} in`,
	],
	['cisco_asa', (name) => `object network ${name}\n host 192.0.2.1`],
	['huawei_vrp', (name) => `sysname ${name}`],
	['huawei_vrp', (name) => `ip vpn-instance ${name}`],
	['juniper_junos', (name) => `set system host-name ${name}`],
	['juniper_junos', (name) => `set policy-options policy-statement ${name} then accept`],
	['mikrotik_routeros', (name) => `/ip firewall address-list\nadd address=192.0.2.1 list=${name}`],
];

const CHOSEN_NAMES: readonly Different[] = [
	['cisco_ios', 'interface Gi0/1\n ip access-group VLAN10 in', 'interface Gi0/1\n ip access-group vlan10 in'],
	['cisco_ios', 'interface Gi0/1\n vrf forwarding PO1', 'interface Gi0/1\n vrf forwarding po1'],
	['cisco_ios', 'interface Gi0/1\n service-policy input TE1', 'interface Gi0/1\n service-policy input te1'],
	['cisco_ios', 'hostname LO1', 'hostname lo1'],
	['cisco_ios', 'ip vrf VL10', 'ip vrf vlan10'],
	['cisco_ios', 'class-map match-all VL10', 'class-map match-all vl10'],
	['cisco_ios', 'policy-map VL10\n class TE1\n  priority', 'policy-map VL10\n class te1\n  priority'],
	['cisco_ios', 'route-map A permit 10\n match ip address LO1', 'route-map A permit 10\n match ip address lo1'],
	['cisco_ios', 'key chain TU1', 'key chain tu1'],
	[
		'cisco_ios',
		'interface Gi0/1\n ip rip authentication key-chain TU1',
		'interface Gi0/1\n ip rip authentication key-chain tu1',
	],
	['cisco_ios', 'interface Gi0/1\n crypto map TE1', 'interface Gi0/1\n crypto map te1'],
	['cisco_ios', 'crypto map PO1 10 ipsec-isakmp', 'crypto map po1 10 ipsec-isakmp'],
	['cisco_ios', 'crypto ipsec transform-set TU1 esp-aes', 'crypto ipsec transform-set tu1 esp-aes'],
	['cisco_ios', 'ip dhcp pool VL10', 'ip dhcp pool vlan10'],
	['cisco_ios', 'ip community-list standard LO1 permit 1:1', 'ip community-list standard lo1 permit 1:1'],
	['cisco_ios', 'aaa group server tacacs+ TE1', 'aaa group server tacacs+ te1'],
	['cisco_ios', 'aaa authentication login default group TE1', 'aaa authentication login default group te1'],
	['cisco_ios', 'tacacs server LO1', 'tacacs server lo1'],
	...['cisco_ios', 'arista_eos'].flatMap((name): readonly Different[] => [
		[name, 'router bgp 1\n neighbor TE1 remote-as 2', 'router bgp 1\n neighbor Te1 remote-as 2'],
		[name, 'router bgp 1\n neighbor 192.0.2.1 peer-group VLAN1', 'router bgp 1\n neighbor 192.0.2.1 peer-group vlan1'],
	]),
	['cisco_nxos', 'router bgp 1\n  template peer PO1', 'router bgp 1\n  template peer po1'],
	['arista_eos', 'router bgp 1\n   neighbor LO0 peer group', 'router bgp 1\n   neighbor Loopback0 peer group'],
	['cisco_ios', 'username te1 privilege 15', 'username TE1 privilege 15'],
	['cisco_nxos', 'interface Ethernet1/1\n  vrf member VLAN10', 'interface Ethernet1/1\n  vrf member vlan10'],
	['arista_eos', 'interface Ethernet1\n   vrf LO1', 'interface Ethernet1\n   vrf lo1'],
	['cisco_xr', 'vrf LO1', 'vrf lo1'],
	['cisco_asa', 'interface Ethernet1\n nameif MA1', 'interface Ethernet1\n nameif ma1'],
	['cisco_asa', 'object network Eth1', 'object network ethernet1'],
	['arista_eos', 'router ospf 1\n   network 10.0.0.0 0.0.0.255 area 0', 'router ospf 1\n   network 10.0.0.0/25 area 0'],
	[
		'cisco_ios',
		'macro auto execute A {\nif [[ $LINKUP -eq YES ]]; then\nconf t\ninterface $INTERFACE\nexit\nend\nfi\n}',
		'macro auto execute A {\nif [[ $LINKUP -eq YES ]]; then\ninterface $INTERFACE\nexit\nend\nfi\n}',
	],
	['cisco_nxos', 'scheduler job name A\ncopy running-config startup-config\nend-job', 'scheduler job name A\nend-job'],
	[
		'extreme_exos',
		'create upm profile A\nsave configuration\nenable ports 1\n.',
		'create upm profile A\nenable ports 1\n.',
	],
	['extreme_exos', 'create vlan users tag 10', 'create vlan "users"\nconfigure vlan users tag 11'],
	['cisco_asa', 'hostname a\nftp mode passive', 'hostname a'],
	['fortinet', 'config system admin\nedit "a"\nnext\nend', 'config system admin\nedit "a"\nset vdom "b"\nnext\nend'],
	...NAMES_LIKE_ADDRESSES.flatMap(([name, text]): readonly Different[] => [
		[name, text('a::1'), text('A::1')],
		[name, text('a::1'), text('a:0:0:0:0:0:0:1')],
		[name, text('0011.2233.445a'), text('0011.2233.445A')],
		[name, text('0011.2233.445a'), text('00-11-22-33-44-5a')],
	]),
	['mikrotik_routeros', '/ppp secret add name=00:AA:BB:CC:DD:EE', '/ppp secret add name=00:aa:bb:cc:dd:ee'],
];

const asa = (...entries: readonly string[]): string => entries.map((entry) => `access-list A ${entry}`).join('\n');
const [ALLOW, DENY] = ['extended permit tcp any any eq ssh', 'extended deny ip any any'] as const;

/** The number of an entry of ASA is where it is put in among those above it. */
const PUT_IN: readonly Different[] = [
	['cisco_asa', asa(`line 2 ${ALLOW}`, `line 1 ${DENY}`), asa(ALLOW, DENY)],
	['cisco_asa', asa(`line 2 ${ALLOW}`, `line 1 ${DENY}`), asa(`line 2 ${DENY}`, `line 1 ${ALLOW}`)],
	['cisco_asa', asa(ALLOW, `line 1 ${DENY}`), asa(ALLOW, DENY)],
	['cisco_asa', asa(`line 1 ${ALLOW}`, `line 1 ${DENY}`), asa(ALLOW, DENY)],
	[
		'cisco_asa',
		'nat (in,out) source static A A\nnat (in,out) 1 source dynamic B interface',
		'nat (in,out) source static A A\nnat (in,out) source dynamic B interface',
	],
];

const services = (...lines: readonly string[]): string =>
	[
		'config firewall internet-service-name',
		...['edit "Google-Web"', 'set internet-service-id 65537', 'next'],
		...(lines.length === 0 ? [] : ['edit "ours"', ...lines, 'next']),
		'end',
	].join('\n');

/** Entries that people made, in a table that the device keeps by itself. */
const MADE_BY_PEOPLE: readonly Different[] = [
	[
		'fortinet',
		services('set type location', 'set country-id 840'),
		services('set type location', 'set country-id 156'),
	],
	['fortinet', services('set type location', 'set country-id 840'), services()],
	['fortinet', services('set type location'), ''],
	['fortinet', services('set internet-service-id 1', 'set type location'), services('set internet-service-id 1')],
];

const banner = (start: string, line: string, end: string): string =>
	['hostname a', start, 'Authorised only', line, end].join('\n');

/** What a device writes around its config, in a text that somebody wrote. */
const IN_TEXTS: readonly Different[] = (
	[
		['cisco_ios', 'banner motd ^C', 'Current configuration is that of anna', '^C'],
		['cisco_ios', 'banner motd ^C', 'ntp clock-period 1717', '^C'],
		['cisco_nxos', 'banner motd @', 'a# show version', '@'],
		['cisco_xr', 'banner motd @', 'Mon Jan  5 10:15:31.104 CET', '@'],
		['huawei_vrp', 'header login information "', '2026-01-05 10:15:31', '"'],
		['f5_tmsh', 'ltm rule R {', 'state up', '}'],
	] as const
).map(([name, start, line, end]) => [name, banner(start, line, end), banner(start, 'Leave now', end)]);

/** What a session leaves on its own line only. */
const OF_OTHER_LINES: readonly Different[] = ['con 0', 'aux 0', '1/0 1/15'].map((line) => [
	'cisco_ios',
	`line ${line}\n exec-timeout 5 0\n length 0`,
	`line ${line}\n exec-timeout 5 0`,
]);

/** Each distance is a number that a length of a prefix could be, too. */
const DISTANCES: readonly Different[] = [
	['frr', 'ip route 10.0.0.0/8 192.0.2.1 24', 'ip route 10.0.0.0/8 192.0.2.2 24'],
	['frr', 'ip route 10.0.0.0 255.0.0.0 192.0.2.1 20', 'ip route 10.0.0.0 255.0.0.0 192.0.2.14 20'],
	['arista_eos', 'ip route 10.0.0.0/8 192.0.2.1 10', 'ip route 10.0.0.0/8 192.0.2.1 20'],
];

const DEFAULTS: readonly Different[] = [
	[
		'fortinet',
		'config firewall service custom\nedit "a"\nset tcp-portrange 80-8080\nnext\nend',
		'config firewall service custom\nedit "a"\nset tcp-portrange 8080\nnext\nend',
	],
	['cisco_ios', 'version 12.4\nservice timestamps log datetime msec', 'version 12.4\nservice timestamps debug uptime'],
	['cisco_ios', 'ipv6 unicast-routing\nno ipv6 cef', 'ipv6 unicast-routing'],
	['arista_eos', 'ip routing', 'hostname a'],
	[
		'dell_os10',
		'default vlan-id 10\ninterface ethernet1/1/1\n mtu 9216',
		'default vlan-id 10\ninterface ethernet1/1/1\n mtu 9216\n switchport access vlan 1',
	],
	[
		'dell_os10',
		'interface ethernet1/1/1\n switchport mode trunk\n switchport access vlan 1',
		'interface ethernet1/1/1\n switchport mode trunk',
	],
	['cisco_ios', 'interface Tunnel0\n cdp enable\n mtu 1400', 'interface Tunnel0\n mtu 1400'],
	...['mtu 9000', 'ethernet\n      shutdown'].flatMap((rule) => {
		const ports = (line: string): string =>
			`interface defaults\n   ${rule}\ninterface Ethernet1\n   ${line}speed 100full`;
		const line = rule.startsWith('mtu') ? 'mtu 1500\n   ' : 'no shutdown\n   ';
		return [['arista_eos', ports(line), ports('')]] as const;
	}),
];

const inheriting = (header: string, from: string, line: string): readonly [string, string] => [
	`${header}\n ${from}\n ${line}`,
	`${header}\n ${from}`,
];

/** What a port profile, a template or a group says is overruled by the default that the line states. */
const INHERITED: readonly Different[] = [
	['cisco_nxos', ...inheriting('interface Ethernet1/1', 'inherit port-profile P', 'switchport trunk native vlan 1')],
	['cisco_nxos', ...inheriting('interface Ethernet1/1', 'inherit port-profile P', 'mtu 1500')],
	['arista_eos', ...inheriting('interface Ethernet1', 'profile P', 'switchport access vlan 1')],
	['cisco_xe', ...inheriting('interface GigabitEthernet1/0/1', 'source template P', 'switchport access vlan 1')],
	['cisco_xe', ...inheriting('interface Vlan10', 'source template P', 'standby 1 priority 100')],
	['cisco_xr', ...inheriting('apply-group G\ninterface Bundle-Ether1', 'mtu 9000', 'no shutdown')],
	// Where `cdp run` is shown, CDP is off unless it says otherwise.
	['cisco_xe', ...inheriting('cdp run\ninterface GigabitEthernet1', 'mtu 9000', 'cdp enable')],
];

const ZONES = 'set rulebase default-security-rules rules intrazone-default';
const zones = (line: string): string =>
	`rulebase {\ndefault-security-rules {\nrules {\nintrazone-default {\naction allow;\n${line}\n}\n}\n}\n}`;
const ospf = (line: string): string => `version 12.4\nrouter ospf 1\n${line} area 1 stub`;

/** What is a default of something else that is said in the same words, or of another release. */
const DEFAULTS_OF_OTHERS: readonly Different[] = [
	['paloalto_panos', `${ZONES} action allow\n${ZONES} log-end yes`, `${ZONES} action allow`],
	[
		'paloalto_panos',
		'set rulebase dos rules A action deny\nset rulebase dos rules A log-end yes',
		'set rulebase dos rules A action deny',
	],
	['cisco_nxos', 'interface Vethernet1\n  x y\n  switchport mode access', 'interface Vethernet1\n  x y'],
	['paloalto_panos', zones('log-end yes;'), zones('')],
	[
		'arista_eos',
		'logging host 192.0.2.1 514 protocol tls ssl-profile P',
		'logging host 192.0.2.1 protocol tls ssl-profile P',
	],
	[
		'arista_eos',
		'monitor session S source Ethernet1 rx ip access-group both',
		'monitor session S source Ethernet1 rx ip access-group',
	],
	['cisco_nxos', 'logging server 192.0.2.1 5 port 514 secure', 'logging server 192.0.2.1 5 secure'],
	['cisco_nxos', 'interface Tunnel1\n  mtu 1500\n  no shutdown', 'interface Tunnel1\n  no shutdown'],
	[
		'cisco_nxos',
		'version 9.3(5)\nrmon event 1 log trap fictive description FATAL(1) owner PMON@FATAL',
		'version 9.3(5)',
	],
	['cisco_nxos', 'version 9.3(5)\nrmon event 2 description FATAL(1) owner PMON@FATAL', 'version 9.3(5)'],
	[
		'cisco_asa',
		'interface GigabitEthernet0/1\n nameif Inside\n security-level 0',
		'interface GigabitEthernet0/1\n nameif Inside',
	],
	['cisco_ios', ospf(' log-adjacency-changes\n'), ospf('')],
	[
		'cisco_ios',
		'version 12.4\nrouter bgp 1\n bgp log-neighbor-changes\n neighbor 192.0.2.1 remote-as 2',
		'version 12.4\nrouter bgp 1\n neighbor 192.0.2.1 remote-as 2',
	],
];

/** Lines that begin as a set of communities does, and go on. */
const CONTINUED: readonly Different[] = [
	...[
		['arista_eos', 'delete'],
		['cisco_ios', 'gshut'],
		['cisco_nxos', 'blackhole'],
		['frr', 'accept-own'],
	].flatMap(([name = '', more]): readonly Different[] => {
		const list = `${name === 'frr' ? 'bgp' : 'ip'} community-list standard A permit 65001:1 65001:2`;
		const set = 'route-map A permit 10\n set community 65001:1 65001:2';
		return [
			[name, set, `${set} ${more}`],
			[name, list, `${list} ${more}`],
		];
	}),
];

const lines = (...all: readonly string[]): string => all.join('\n');

const swapped = (platform: string, text: (values: string) => string): Different => [platform, text('A B'), text('B A')];

const CHAINS: readonly Different[] = [
	swapped(
		'juniper_junos',
		(values) => `routing-options {\n rib-groups {\n  G {\n   import-policy [ ${values} ];\n  }\n }\n}`,
	),
	swapped(
		'juniper_junos',
		(values) => `routing-options {\n aggregate {\n  route 10.0.0.0/8 policy [ ${values} ];\n }\n}`,
	),
	...['rib-groups G import-policy', 'aggregate route 10.0.0.0/8 policy', 'generate route 10.0.0.0/8 policy'].map(
		(list) =>
			swapped('juniper_junos', (values) =>
				lines(...values.split(' ').map((value) => `set routing-options ${list} ${value}`)),
			),
	),
];

/** A number that means something in a list of IPv4, beside a name that lists of IPv6 know as well. */
const ICMP_OF_IPV6 = ['cisco_ios', 'cisco_nxos', 'arista_eos', 'cisco_xr'].flatMap((name): readonly Different[] => {
	const list = (kind: string): string => `ipv6 access-list A\n 10 permit icmp any any ${kind}`;
	return [
		[name, list('5'), list('redirect')],
		[name, list('0'), list('echo-reply')],
		[name, list('11'), list('time-exceeded')],
		[name, list('3 4'), list('packet-too-big')],
	];
});

/** Secrets that a device shows as they are, and words that only stand where secrets may. */
const BESIDE_SECRETS: readonly Different[] = [
	...['seed', 'activation-code'].map(
		(word): Different => [
			'fortinet',
			`config user fortitoken\n    edit "FTKMOB1"\n        set ${word} "a1"\n    next\nend`,
			`config user fortitoken\n    edit "FTKMOB1"\n        set ${word} "b2"\n    next\nend`,
		],
	),
	['juniper_junos', 'set vlans radius-key vlan-id 10', 'set vlans radius-key vlan-range 10'],
	[
		'cisco_asa',
		'group-policy R external server-group S password one',
		'group-policy R external server-group S password two',
	],
	['cisco_asa', 'group-policy wifi-password internal', 'group-policy wifi-password external'],
];

it('takes a message of the log out of a text, too', () => {
	const platform = platformOf('cisco_ios');
	const text = banner('banner motd ^C', 'Leave now', '^C');
	const message = '*Mar  1 00:00:05.123: %LINK-3-UPDOWN: Interface GigabitEthernet0/2, changed state to up';

	expect(differences({ platform, intended: text, running: text.replace('Leave', `${message}\nLeave`) })).toEqual([]);
});

describe.each([
	['names that somebody chose', CHOSEN_NAMES],
	['what stands beside secrets, or is one that the device shows', BESIDE_SECRETS],
	['entries that are put in', PUT_IN],
	['what people made', MADE_BY_PEOPLE],
	['lines of a text that look volatile', IN_TEXTS],
	['pagers of lines that no session has', OF_OTHER_LINES],
	['kinds of ICMP in lists of IPv6', ICMP_OF_IPV6],
	['what stands behind an address that is not the first', DISTANCES],
	['defaults that are none there', DEFAULTS],
	['defaults of what takes its settings from elsewhere', INHERITED],
	['defaults of others', DEFAULTS_OF_OTHERS],
	['sets that go on', CONTINUED],
	['chains of policies', CHAINS],
] as const)('%s', (_, all) => {
	it.each(all)('are different on %s: %s / %s', (name, one, other) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: `${one}\n`, running: `${other}\n` })).not.toEqual([]);
		expect(differences({ platform, intended: `${other}\n`, running: `${one}\n` })).not.toEqual([]);
	});
});
