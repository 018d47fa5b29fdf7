import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, what people enter, what the device then shows, and what it would show of something else. */
type Shown = readonly [platform: string, entered: string, shown: string, other: string];

const below = (header: string, ...lines: readonly string[]): string => [header, ...lines].join('\n ');
/** One line for each end. */
const inTurn = (start: string, ...rest: readonly string[]): string => rest.map((end) => `${start} ${end}`).join('\n');
const top = (...lines: readonly string[]): string => ['hostname a', ...lines].join('\n');
const targets = (...lines: readonly string[]): string => lines.map((line) => `route-target ${line}`).join('\n ');

const IOS: readonly Shown[] = [
	[
		'cisco_ios',
		below('ip vrf A', targets('both 1:1')),
		below('ip vrf A', targets('export 1:1', 'import 1:1')),
		below('ip vrf A', targets('export 1:1')),
	],
	[
		'cisco_ios',
		'vrf definition A\n address-family ipv4\n  route-target both 1:1',
		'vrf definition A\n address-family ipv4\n  route-target export 1:1\n  route-target import 1:1',
		'vrf definition A\n address-family ipv4\n  route-target import 1:1',
	],
	['cisco_ios', top('vlan 1'), top(), top('no vlan 1')],
	['cisco_ios', top('ip classless', 'ip subnet-zero'), top(), top('no ip classless')],
	[
		'cisco_ios',
		below('tacacs server T', 'address ipv4 192.0.2.1', 'port 49'),
		below('tacacs server T', 'address ipv4 192.0.2.1'),
		below('tacacs server T', 'address ipv4 192.0.2.1', 'port 4949'),
	],
	['cisco_ios', top('multilink bundle-name authenticated'), top(), top('multilink bundle-name both')],
	[
		'cisco_ios',
		'router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  network 10.0.0.0\n  topology base',
		'router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  network 10.0.0.0',
		'router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  network 10.0.0.0\n  topology base\n   redistribute static',
	],
	[
		'cisco_ios',
		'router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  network 10.0.0.1 0.0.0.255',
		'router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  network 10.0.0.0 0.0.0.255',
		'router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  network 10.0.0.0 0.0.0.127',
	],
	['cisco_ios', 'int e0\n mtu 1400', 'interface Ethernet0\n mtu 1400', 'interface Ethernet1\n mtu 1400'],
	[
		'cisco_ios',
		'interface F0/1\n mtu 1400',
		'interface FastEthernet0/1\n mtu 1400',
		'interface FastEthernet0/2\n mtu 1400',
	],
	[
		'cisco_ios',
		'interface g0/1\n mtu 1400',
		'interface GigabitEthernet0/1\n mtu 1400',
		'interface GigabitEthernet0/2\n mtu 1400',
	],
	['cisco_ios', 'interface S0/0\n mtu 1400', 'interface Serial0/0\n mtu 1400', 'interface Serial0/1\n mtu 1400'],
	[
		'cisco_ios',
		'archive\n log config\n  logging enable\n  notify syslog',
		'archive\n log config\n  logging enable\n  notify syslog contenttype plaintext',
		'archive\n log config\n  logging enable\n  notify syslog contenttype xml',
	],
	[
		'cisco_ios',
		'snmp-server host 192.0.2.1 version 1 fictive',
		'snmp-server host 192.0.2.1 fictive',
		'snmp-server host 192.0.2.1 version 2c fictive',
	],
	[
		'cisco_ios',
		'ip as-path access-list 1 seq 10 permit _1_\nip as-path access-list 1 seq 5 deny _2_',
		'ip as-path access-list 1 seq 5 deny _2_\nip as-path access-list 1 seq 10 permit _1_',
		'ip as-path access-list 1 seq 5 permit _1_\nip as-path access-list 1 seq 10 deny _2_',
	],
	[
		'cisco_ios',
		'ip extcommunity-list standard A\n 20 permit rt 1:2\n 10 deny rt 1:1',
		'ip extcommunity-list standard A\n 10 deny rt 1:1\n 20 permit rt 1:2',
		'ip extcommunity-list standard A\n 10 permit rt 1:2\n 20 deny rt 1:1',
	],
];

/** What several systems of this kind have in common. */
const IOS_LIKE: readonly Shown[] = ['cisco_ios', 'cisco_nxos', 'arista_eos'].flatMap((name): readonly Shown[] => [
	...['ip as-path access-list A', 'ip community-list standard A'].map(
		(list): Shown => [
			name,
			inTurn(list, 'seq 20 permit 1:2', 'seq 10 deny 1:1'),
			inTurn(list, 'seq 10 deny 1:1', 'seq 20 permit 1:2'),
			inTurn(list, 'seq 10 permit 1:2', 'seq 20 deny 1:1'),
		],
	),
	[
		name,
		'ipv6 access-list A\n 10 permit icmp any any 135',
		'ipv6 access-list A\n 10 permit icmp any any nd-ns',
		'ipv6 access-list A\n 10 permit icmp any any nd-na',
	],
	[
		name,
		'router ospf 1\n redistribute static tag 1 metric 10',
		'router ospf 1\n redistribute static metric 10 tag 1',
		'router ospf 1\n redistribute static metric 1 tag 10',
	],
	[
		name,
		'route-map A permit\n match tag 1',
		'route-map A permit 10\n match tag 1',
		'route-map A permit 20\n match tag 1',
	],
	[
		name,
		'spanning-tree vlan 10,20 priority 4096',
		'spanning-tree vlan 10 priority 4096\nspanning-tree vlan 20 priority 4096',
		'spanning-tree vlan 10 priority 4096\nspanning-tree vlan 20 priority 8192',
	],
	[
		name,
		'spanning-tree mst configuration\n instance 1 vlan 20,10-11',
		'spanning-tree mst configuration\n instance 1 vlan 10-11, 20',
		'spanning-tree mst configuration\n instance 1 vlan 10-11, 21',
	],
	[
		name,
		'ip prefix-list A seq 5 permit 10.0.0.0/8 le 32 ge 24',
		'ip prefix-list A seq 5 permit 10.0.0.0/8 ge 24 le 32',
		'ip prefix-list A seq 5 permit 10.0.0.0/8 ge 24 le 31',
	],
	[
		name,
		'route-map A permit 20\n match tag 2\nroute-map A deny 10\n match tag 1',
		'route-map A deny 10\n match tag 1\nroute-map A permit 20\n match tag 2',
		'route-map A permit 10\n match tag 2\nroute-map A deny 20\n match tag 1',
	],
]);

const NXOS: readonly Shown[] = [
	[
		'cisco_nxos',
		'vlan configuration 20,10\n  ip igmp snooping querier 192.0.2.1',
		'vlan configuration 10,20\n  ip igmp snooping querier 192.0.2.1',
		'vlan configuration 10,21\n  ip igmp snooping querier 192.0.2.1',
	],
	['cisco_nxos', top('vlan 1'), top(), top('no vlan 1')],
	[
		'cisco_nxos',
		below('interface Ethernet1/1', 'description a', 'mtu 1500'),
		below('interface Ethernet1/1', 'description a'),
		below('interface Ethernet1/1', 'description a', 'mtu 9216'),
	],
	[
		'cisco_nxos',
		below('interface loopback0', 'description a', 'no shutdown'),
		below('interface loopback0', 'description a'),
		below('interface loopback0', 'description a', 'shutdown'),
	],
	[
		'cisco_nxos',
		below('interface Ethernet1/1', 'description a', 'shut'),
		below('interface Ethernet1/1', 'description a', 'shutdown'),
		below('interface Ethernet1/1', 'description a', 'no shutdown'),
	],
	[
		'cisco_nxos',
		'router bgp 1\n  neighbor 192.0.2.1\n    address-family ipv4 unicast\n      send-community standard',
		'router bgp 1\n  neighbor 192.0.2.1\n    address-family ipv4 unicast\n      send-community',
		'router bgp 1\n  neighbor 192.0.2.1\n    address-family ipv4 unicast\n      send-community extended',
	],
	[
		'cisco_nxos',
		'class-map type qos A\n  match dscp 46',
		'class-map type qos match-all A\n  match dscp 46',
		'class-map type qos match-any A\n  match dscp 46',
	],
	[
		'cisco_nxos',
		'router bgp 1\n  address-family ipv4 unicast\n    network 192.0.2.0 mask 255.255.255.0',
		'router bgp 1\n  address-family ipv4 unicast\n    network 192.0.2.0/24',
		'router bgp 1\n  address-family ipv4 unicast\n    network 192.0.2.0/25',
	],
	[
		'cisco_nxos',
		'ntp server 192.0.2.1 use-vrf management prefer',
		'ntp server 192.0.2.1 prefer use-vrf management',
		'ntp server 192.0.2.1 use-vrf management',
	],
	[
		'cisco_nxos',
		'ip community-list standard A seq 10 permit 1:2\nip community-list standard A seq 5 deny 1:1',
		'ip community-list standard A seq 5 deny 1:1\nip community-list standard A seq 10 permit 1:2',
		'ip community-list standard A seq 5 permit 1:2\nip community-list standard A seq 10 deny 1:1',
	],
];

const EOS: readonly Shown[] = [
	[
		'arista_eos',
		below('interface Ethernet1', 'mtu 9000', 'shut'),
		below('interface Ethernet1', 'mtu 9000', 'shutdown'),
		below('interface Ethernet1', 'mtu 9000'),
	],
	[
		'arista_eos',
		'logging host 192.0.2.1 514 protocol tcp',
		'logging host 192.0.2.1 protocol tcp',
		'logging host 192.0.2.1 515 protocol tcp',
	],
	[
		'arista_eos',
		'snmp-server host 192.0.2.1 vrf default version 2c fictive',
		'snmp-server host 192.0.2.1 version 2c fictive',
		'snmp-server host 192.0.2.1 vrf A version 2c fictive',
	],
	[
		'arista_eos',
		below('interface Ethernet1', 'spanning-tree portfast edge'),
		below('interface Ethernet1', 'spanning-tree portfast'),
		below('interface Ethernet1', 'spanning-tree portfast network'),
	],
	['arista_eos', 'logging trap 6', 'logging trap informational', 'logging trap debugging'],
	[
		'arista_eos',
		'ntp server 192.0.2.1 prefer key 1',
		'ntp server 192.0.2.1 key 1 prefer',
		'ntp server 192.0.2.1 key 1',
	],
	['arista_eos', top('vlan 1'), top(), top('no vlan 1')],
	[
		'arista_eos',
		'ip name-server vrf A 192.0.2.1 192.0.2.2',
		'ip name-server vrf A 192.0.2.1\nip name-server vrf A 192.0.2.2',
		'ip name-server vrf A 192.0.2.1\nip name-server vrf A 192.0.2.3',
	],
	[
		'arista_eos',
		'spanning-tree vlan-id 10,20 priority 4096',
		'spanning-tree vlan-id 10 priority 4096\nspanning-tree vlan-id 20 priority 4096',
		'spanning-tree vlan-id 10 priority 4096\nspanning-tree vlan-id 20 priority 8192',
	],
	[
		'arista_eos',
		'ip prefix-list A\n   seq 20 permit 10.0.0.0/8\n   seq 10 deny 10.1.0.0/16',
		'ip prefix-list A\n   seq 10 deny 10.1.0.0/16\n   seq 20 permit 10.0.0.0/8',
		'ip prefix-list A\n   seq 10 permit 10.0.0.0/8\n   seq 20 deny 10.1.0.0/16',
	],
];

const braces = (path: readonly string[], ...lines: readonly string[]): string =>
	[...path.map((section) => `${section} {`), ...lines, ...path.map(() => '}')].join('\n');
const actions = (...lines: readonly string[]): string =>
	braces(['policy-options', 'policy-statement P', 'then'], ...lines);
const commands = (...lines: readonly string[]): string =>
	braces(['event-options', 'policy P', 'then', 'execute-commands', 'commands'], ...lines);

/** How a term begins, two of its actions, and one of another term. */
const TERMS = [
	['set firewall family inet filter F term', 'count C', 'accept', 'discard'],
	['set security policies from-zone A to-zone B policy', 'permit', 'log session-close', 'deny'],
	['set security policies global policy', 'permit', 'count', 'deny'],
	['set security nat source rule-set R rule', 'source-nat interface', 'log', 'source-nat off'],
	['set services stateful-firewall rule R term', 'accept', 'syslog', 'discard'],
	['set security idp idp-policy P rulebase-ips rule', 'action drop-packet', 'severity major', 'action no-action'],
] as const;

const JUNOS: readonly Shown[] = [
	[
		'juniper_junos',
		actions('community set A;', 'community add B;', 'accept;'),
		actions('accept;', 'community set A;', 'community add B;'),
		actions('accept;', 'community add B;', 'community set A;'),
	],
	[
		'juniper_junos',
		braces(['system', 'login', 'user anna'], 'class super-user;'),
		braces(['system', 'login', 'user anna'], 'uid 2000;', 'class super-user;'),
		braces(['system', 'login', 'user anna'], 'uid 2000;', 'class operator;'),
	],
	[
		'juniper_junos',
		'set policy-options prefix-list P 192.0.2.1\nset policy-options prefix-list P 2001:db8::1',
		'set policy-options prefix-list P 192.0.2.1/32\nset policy-options prefix-list P 2001:db8::1/128',
		'set policy-options prefix-list P 192.0.2.1/31\nset policy-options prefix-list P 2001:db8::1/127',
	],
	...TERMS.map(
		([start, one, another, other]): Shown => [
			'juniper_junos',
			inTurn(start, `T then ${one}`, `T then ${another}`, `U then ${other}`),
			inTurn(start, `T then ${another}`, `T then ${one}`, `U then ${other}`),
			inTurn(start, `T then ${one}`, `T then ${another}`, `U then ${one}`),
		],
	),
];

const table = (path: readonly string[], ...lines: readonly string[]): string =>
	[
		...path.map((name) => (name.startsWith('edit') ? name : `config ${name}`)),
		...lines,
		...path.toReversed().map((name) => (name.startsWith('edit') ? 'next' : 'end')),
	].join('\n');
const entry = (name: string, ...lines: readonly string[]): string => table([name, 'edit 1'], ...lines);

const FORTIOS: readonly Shown[] = (
	[
		['firewall policy', 'set nat disable', 'set nat enable'],
		['firewall address', 'set type ipmask', 'set type fqdn'],
		['firewall service custom', 'set protocol TCP/UDP/SCTP', 'set protocol ICMP'],
		['router static', 'set dst 0.0.0.0 0.0.0.0', 'set dst 10.0.0.0 255.0.0.0'],
		['router static', 'set status enable', 'set status disable'],
	] as const
).map(([name, line, other]) => [
	'fortinet',
	entry(name, 'set comment "a"', line),
	entry(name, 'set comment "a"'),
	entry(name, 'set comment "a"', other),
]);

const ruleOf = (rulebase: string, ...lines: readonly string[]): string =>
	braces(['vsys', 'vsys1', 'rulebase', rulebase, 'rules', 'R'], ...lines);
const setRule = (rulebase: string, ...ends: readonly string[]): string =>
	inTurn(`set vsys vsys1 rulebase ${rulebase} rules R`, ...ends);

const PANOS: readonly Shown[] = [
	['negate-source no', 'negate-source yes'],
	['negate-destination no', 'negate-destination yes'],
	['log-start no', 'log-start yes'],
	['log-end yes', 'log-end no'],
].flatMap(([line = '', other = '']): readonly Shown[] => [
	[
		'paloalto_panos',
		ruleOf('security', 'action allow;', `${line};`),
		ruleOf('security', 'action allow;'),
		ruleOf('security', 'action allow;', `${other};`),
	],
	[
		'paloalto_panos',
		setRule('security', 'action allow', line),
		setRule('security', 'action allow'),
		setRule('security', 'action allow', other),
	],
]);

const ASA_DEFAULTS = [
	[
		'timeout sunrpc 0:10:00 h323 0:05:00 h225 1:00:00 mgcp 0:05:00 mgcp-pat 0:05:00',
		'timeout sunrpc 0:10:00 h323 0:05:00 h225 1:00:00 mgcp 0:05:00 mgcp-pat 0:10:00',
	],
	[
		'timeout sip 0:30:00 sip_media 0:02:00 sip-invite 0:03:00 sip-disconnect 0:02:00',
		'timeout sip 0:30:00 sip_media 0:02:00 sip-invite 0:03:00 sip-disconnect 0:03:00',
	],
	[
		'timeout sip-provisional-media 0:02:00 uauth 0:05:00 absolute',
		'timeout sip-provisional-media 0:02:00 uauth 0:10:00 absolute',
	],
	['timeout floating-conn 0:00:00', 'timeout floating-conn 0:00:30'],
	['timeout conn-holddown 0:00:15', 'timeout conn-holddown 0:00:05'],
	['timeout igp stale-route 0:01:10', 'timeout igp stale-route 0:00:10'],
	['no call-home reporting anonymous', 'call-home reporting anonymous'],
	['no arp permit-nonconnected', 'arp permit-nonconnected'],
	['console timeout 0', 'console timeout 10'],
	['crypto ipsec security-association pmtu-aging infinite', 'crypto ipsec security-association pmtu-aging 10'],
	['user-identity default-domain LOCAL', 'user-identity default-domain EXAMPLE'],
] as const;

const ASA: readonly Shown[] = [
	['cisco_asa', 'interface E0/0\n nameif a', 'interface Ethernet0/0\n nameif a', 'interface Ethernet0/1\n nameif a'],
	[
		'cisco_asa',
		'interface m0/0\n nameif a\n shut',
		'interface Management0/0\n nameif a\n shutdown',
		'interface Management0/0\n nameif a\n no shutdown',
	],
	[
		'cisco_asa',
		'interface Ethernet0/0\n ip addr 192.0.2.1 255.255.255.0',
		'interface Ethernet0/0\n ip address 192.0.2.1 255.255.255.0',
		'interface Ethernet0/0\n ip address 192.0.2.2 255.255.255.0',
	],
	['cisco_asa', 'logging host a 192.0.2.1 tcp/1470', 'logging host a 192.0.2.1 6/1470', 'logging host a 192.0.2.1'],
	['cisco_asa', 'logging host a 192.0.2.1 udp/514', 'logging host a 192.0.2.1', 'logging host a 192.0.2.1 17/515'],
	[
		'cisco_asa',
		'access-list A extended permit icmp any any echo-reply',
		'access-list A extended permit icmp any any 0',
		'access-list A extended permit icmp any any 8',
	],
	[
		'cisco_asa',
		'ntp server 192.0.2.1 source a key 1 prefer',
		'ntp server 192.0.2.1 key 1 source a prefer',
		'ntp server 192.0.2.1 key 2 source a prefer',
	],
	[
		'cisco_asa',
		'prefix-list A seq 10 permit 10.0.0.0/8\nprefix-list A seq 5 deny 10.1.0.0/16',
		'prefix-list A seq 5 deny 10.1.0.0/16\nprefix-list A seq 10 permit 10.0.0.0/8',
		'prefix-list A seq 5 permit 10.0.0.0/8\nprefix-list A seq 10 deny 10.1.0.0/16',
	],
];

const XR: readonly Shown[] = [
	[
		'cisco_xr',
		below('interface GigabitEthernet0/0/0/0', 'description a', 'no shut'),
		below('interface GigabitEthernet0/0/0/0', 'description a'),
		below('interface GigabitEthernet0/0/0/0', 'description a', 'shutdown'),
	],
	[
		'cisco_xr',
		below('interface GigabitEthernet0/0/0/0', 'ipv4 address 192.0.2.1 255.255.255.0', 'shut'),
		below('interface GigabitEthernet0/0/0/0', 'ipv4 address 192.0.2.1 255.255.255.0', 'shutdown'),
		below('interface GigabitEthernet0/0/0/0', 'ipv4 address 192.0.2.2 255.255.255.0', 'shutdown'),
	],
	['cisco_xr', 'logging 192.0.2.1 vrf default', 'logging 192.0.2.1', 'logging 192.0.2.1 vrf A'],
	[
		'cisco_xr',
		below('interface preconfigure GigabitEthernet0/0/0/0', 'mtu 9000'),
		below('interface GigabitEthernet0/0/0/0', 'mtu 9000'),
		below('interface GigabitEthernet0/0/0/1', 'mtu 9000'),
	],
	[
		'cisco_xr',
		below('ntp', 'server 192.0.2.1 prefer key 1'),
		below('ntp', 'server 192.0.2.1 key 1 prefer'),
		below('ntp', 'server 192.0.2.1 key 1'),
	],
	[
		'cisco_xr',
		below('router ospf 1', 'redistribute static tag 1 metric 10'),
		below('router ospf 1', 'redistribute static metric 10 tag 1'),
		below('router ospf 1', 'redistribute static metric 10 tag 2'),
	],
	[
		'cisco_xr',
		below(
			'explicit-path name A',
			'index 20 next-address strict ipv4 unicast 192.0.2.2',
			'index 10 exclude-address ipv4 unicast 192.0.2.1',
		),
		below(
			'explicit-path name A',
			'index 10 exclude-address ipv4 unicast 192.0.2.1',
			'index 20 next-address strict ipv4 unicast 192.0.2.2',
		),
		below(
			'explicit-path name A',
			'index 10 next-address strict ipv4 unicast 192.0.2.2',
			'index 20 exclude-address ipv4 unicast 192.0.2.1',
		),
	],
	[
		'cisco_xr',
		'router bgp 1.10\n neighbor 192.0.2.1\n  remote-as 1.11',
		'router bgp 65546\n neighbor 192.0.2.1\n  remote-as 65547',
		'router bgp 65546\n neighbor 192.0.2.1\n  remote-as 65546',
	],
];

const VRP_AND_COMWARE: readonly Shown[] = [
	[
		'huawei_vrp',
		'route-policy A permit node 20\n if-match tag 2\nroute-policy A deny node 10\n if-match tag 1',
		'route-policy A deny node 10\n if-match tag 1\nroute-policy A permit node 20\n if-match tag 2',
		'route-policy A permit node 10\n if-match tag 2\nroute-policy A deny node 20\n if-match tag 1',
	],
	[
		'huawei_vrp',
		'ip ip-prefix A index 20 permit 10.0.0.0 8\nip ip-prefix A index 10 deny 10.1.0.0 16',
		'ip ip-prefix A index 10 deny 10.1.0.0 16\nip ip-prefix A index 20 permit 10.0.0.0 8',
		'ip ip-prefix A index 10 permit 10.0.0.0 8\nip ip-prefix A index 20 deny 10.1.0.0 16',
	],
	['huawei_vrp', 'vlan batch 10', 'vlan 10', 'vlan 20'],
	[
		'hp_comware',
		'ip prefix-list A index 20 permit 10.0.0.0 8\nip prefix-list A index 10 deny 10.1.0.0 16',
		'ip prefix-list A index 10 deny 10.1.0.0 16\nip prefix-list A index 20 permit 10.0.0.0 8',
		'ip prefix-list A index 10 permit 10.0.0.0 8\nip prefix-list A index 20 deny 10.1.0.0 16',
	],
	...['huawei_vrp', 'hp_comware'].flatMap((name): readonly Shown[] => [
		[
			name,
			'interface GigabitEthernet1/0/1\n port hybrid tagged vlan 10 11 20',
			'interface GigabitEthernet1/0/1\n port hybrid tagged vlan 10 to 11 20',
			'interface GigabitEthernet1/0/1\n port hybrid tagged vlan 10 to 12 20',
		],
		[
			name,
			'stp region-configuration\n instance 1 vlan 20 10 11',
			'stp region-configuration\n instance 1 vlan 10 to 11 20',
			'stp region-configuration\n instance 1 vlan 10 20',
		],
		[name, 'interface Loop0\n mtu 1400', 'interface LoopBack0\n mtu 1400', 'interface LoopBack1\n mtu 1400'],
		[
			name,
			'interface GigabitEthernet 1/0/1\n mtu 1400',
			'interface GigabitEthernet1/0/1\n mtu 1400',
			'interface GigabitEthernet1/0/2\n mtu 1400',
		],
	]),
	...(
		[
			['XGE1/0/1', 'Ten-GigabitEthernet1/0/1'],
			['FGE1/0/1', 'FortyGigE1/0/1'],
			['HGE1/0/1', 'HundredGigE1/0/1'],
			['BAGG1', 'Bridge-Aggregation1'],
			['RAGG1', 'Route-Aggregation1'],
		] as const
	).map(
		([short, whole]): Shown => [
			'hp_comware',
			`interface ${short}\n description a`,
			`interface ${whole}\n description a`,
			`interface ${whole}0\n description a`,
		],
	),
];

const OTHERS: readonly Shown[] = [
	...['aruba_aoscx', 'dell_os10', 'hp_procurve', 'frr', 'generic'].map(
		(name): Shown => [
			name,
			'ip prefix-list A seq 10 permit 10.0.0.0/8\nip prefix-list A seq 5 deny 10.1.0.0/16',
			'ip prefix-list A seq 5 deny 10.1.0.0/16\nip prefix-list A seq 10 permit 10.0.0.0/8',
			'ip prefix-list A seq 5 permit 10.0.0.0/8\nip prefix-list A seq 10 deny 10.1.0.0/16',
		],
	),
	[
		'generic',
		below('list A', '20 permit 10.0.0.0/8', '10 deny 10.1.0.0/16'),
		below('list A', '10 deny 10.1.0.0/16', '20 permit 10.0.0.0/8'),
		below('list A', '10 permit 10.0.0.0/8', '20 deny 10.1.0.0/16'),
	],
	...['vyos', 'ubiquiti_edgeos'].map(
		(name): Shown => [
			name,
			inTurn('set firewall name A rule', '20 action accept', '10 action drop'),
			inTurn('set firewall name A rule', '10 action drop', '20 action accept'),
			inTurn('set firewall name A rule', '10 action accept', '20 action drop'),
		],
	),
	[
		'nokia_srosmd',
		inTurn('/configure filter ip-filter "A" entry', '20 action accept', '10 action drop'),
		inTurn('/configure filter ip-filter "A" entry', '10 action drop', '20 action accept'),
		inTurn('/configure filter ip-filter "A" entry', '10 action accept', '20 action drop'),
	],
	[
		'checkpoint_gaia',
		inTurn('set routemap A id', '20 allow', '10 restrict'),
		inTurn('set routemap A id', '10 restrict', '20 allow'),
		inTurn('set routemap A id', '10 allow', '20 restrict'),
	],
	[
		'frr',
		below('interface eth0', 'description a', 'no shut'),
		below('interface eth0', 'description a'),
		below('interface eth0', 'description a', 'shutdown'),
	],
	[
		'frr',
		below('interface eth0', 'description a', 'shut'),
		below('interface eth0', 'description a', 'shutdown'),
		below('interface eth0', 'description a'),
	],
	[
		'frr',
		below('router ospf', 'redistribute static route-map A metric 10'),
		below('router ospf', 'redistribute static metric 10 route-map A'),
		below('router ospf', 'redistribute static metric 10 route-map B'),
	],
	[
		'frr',
		'ip prefix-list A seq 5 permit 10.0.0.0/8 le 32 ge 24',
		'ip prefix-list A seq 5 permit 10.0.0.0/8 ge 24 le 32',
		'ip prefix-list A seq 5 permit 10.0.0.0/8 ge 24 le 31',
	],
	[
		'f5_tmsh',
		braces(['ltm node A'], 'address 192.0.2.1', 'session user-enabled'),
		braces(['ltm node A'], 'address 192.0.2.1'),
		braces(['ltm node A'], 'address 192.0.2.1', 'session user-disabled'),
	],
	[
		'mikrotik_routeros',
		'/system identity\nset name=a\n/interface pppoe-server',
		'/system identity\nset name=a',
		'/system identity\nset name=b',
	],
	[
		'aruba_aoscx',
		'interface 1/1/1\n    ip addr 192.0.2.1/24',
		'interface 1/1/1\n    ip address 192.0.2.1/24',
		'interface 1/1/1\n    ip address 192.0.2.2/24',
	],
	[
		'aruba_aoscx',
		'route-map A permit seq 20\n     match tag 2\nroute-map A deny seq 10\n     match tag 1',
		'route-map A deny seq 10\n     match tag 1\nroute-map A permit seq 20\n     match tag 2',
		'route-map A permit seq 10\n     match tag 2\nroute-map A deny seq 20\n     match tag 1',
	],
	[
		'dell_os10',
		'interface ethernet1/1/1\n switchport trunk allowed vlan 20,10,11',
		'interface ethernet1/1/1\n switchport trunk allowed vlan 10-11,20',
		'interface ethernet1/1/1\n switchport trunk allowed vlan 10-12,20',
	],
];

/** Two texts that are not the same, whichever stands in the file. */
type Different = readonly [platform: string, one: string, other: string];

/** Their lines are no commands: they have an order, and say something twice. */
const TEXTS: readonly Different[] = [
	'aaa authentication banner',
	'aaa authentication fail-message',
	'menu A title',
].map((start) => ['cisco_ios', `${start} ^C\nred\nblue\n^C`, `${start} ^C\nblue\nred\n^C`]);
const PROGRAMS: readonly Different[] = [
	[
		'cisco_ios',
		below('crypto key pubkey-chain rsa', 'named-key a', ' key-string', '  0A0B', '  0C0D', ' quit'),
		below('crypto key pubkey-chain rsa', 'named-key a', ' key-string', '  0C0D', '  0A0B', ' quit'),
	],
	...['huawei_vrp', 'hp_comware'].map(
		(name): Different => [
			name,
			below('rsa peer-public-key a', 'public-key-code begin', ' 0A0B', ' 0C0D', 'public-key-code end'),
			below('rsa peer-public-key a', 'public-key-code begin', ' 0C0D', ' 0A0B', 'public-key-code end'),
		],
	),
	[
		'f5_tmsh',
		'cli script /Common/a {\nproc script::run {} {\n  puts b\n  puts a\n}\n}',
		'cli script /Common/a {\nproc script::run {} {\n  puts a\n  puts b\n}\n}',
	],
	['cisco_ios', 'macro name A\nno shutdown\nmtu 1400\n@', 'macro name A\nmtu 1400\nno shutdown\n@'],
	[
		'arista_eos',
		'router general\n   control-functions\n      code unit A\n         red\n         blue\nEOF',
		'router general\n   control-functions\n      code unit A\n         blue\n         red\nEOF',
	],
];

/** What is done one after the other, or where the first that fits holds. */
const IN_ORDER: readonly Different[] = [
	...TERMS.map(
		([start, one, , other]): Different => [
			'juniper_junos',
			inTurn(start, `T then ${one}`, `U then ${other}`),
			inTurn(start, `U then ${other}`, `T then ${one}`),
		],
	),
	['juniper_junos', commands('"show version";', '"show log";'), commands('"show log";', '"show version";')],
	[
		'juniper_junos',
		inTurn('set event-options policy P then execute-commands commands', '"show version"', '"show log"'),
		inTurn('set event-options policy P then execute-commands commands', '"show log"', '"show version"'),
	],
	...['name-server', 'tacplus-server', 'radius-server'].map(
		(servers): Different => [
			'juniper_junos',
			braces(['system', servers], '192.0.2.1;', '192.0.2.2;'),
			braces(['system', servers], '192.0.2.2;', '192.0.2.1;'),
		],
	),
	...(
		[
			['router aspath-list', 'edit A', 'rule'],
			['router community-list', 'edit A', 'rule'],
			['system sdwan', 'service'],
			['vpn ssl settings', 'authentication-rule'],
			['webfilter urlfilter', 'edit 1', 'entries'],
			['dnsfilter domain-filter', 'edit 1', 'entries'],
		] as const
	).map((path): Different => {
		const entries = (...names: readonly string[]): string =>
			table(path, ...names.flatMap((name) => [`edit ${name}`, `set a "${name}"`, 'next']));
		return ['fortinet', entries('1', '2'), entries('2', '1')];
	}),
	[
		'paloalto_panos',
		inTurn('set vsys vsys1 rulebase pbf rules', 'A from zone a', 'B from zone b'),
		inTurn('set vsys vsys1 rulebase pbf rules', 'B from zone b', 'A from zone a'),
	],
	[
		'hp_comware',
		below('security-policy ip', 'rule 0 name a\n  action drop', 'rule 1 name b\n  action pass'),
		below('security-policy ip', 'rule 1 name b\n  action pass', 'rule 0 name a\n  action drop'),
	],
	['frr', below('policy-map A', 'class B', 'class C'), below('policy-map A', 'class C', 'class B')],
	[
		'mikrotik_routeros',
		'/ip dns static\nadd address=192.0.2.1 regexp=a\nadd address=192.0.2.2 regexp=b',
		'/ip dns static\nadd address=192.0.2.2 regexp=b\nadd address=192.0.2.1 regexp=a',
	],
	[
		'mikrotik_routeros',
		'/ip dns static add address=192.0.2.1 regexp=a\n/ip dns static add address=192.0.2.2 regexp=b',
		'/ip dns static add address=192.0.2.2 regexp=b\n/ip dns static add address=192.0.2.1 regexp=a',
	],
	...['ip firewall nat', 'interface bridge filter', 'routing filter rule'].map(
		(menu): Different => [
			'mikrotik_routeros',
			`/${menu} add action=a chain=c\n/${menu} add action=b chain=c`,
			`/${menu} add action=b chain=c\n/${menu} add action=a chain=c`,
		],
	),
	[
		'f5_tmsh',
		'sys dns {\n    name-servers { 192.0.2.1 192.0.2.2 }\n}',
		'sys dns {\n    name-servers { 192.0.2.2 192.0.2.1 }\n}',
	],
	[
		'f5_tmsh',
		braces(['security firewall management-ip-rules', 'rules'], 'a {\naction accept\n}', 'b {\naction drop\n}'),
		braces(['security firewall management-ip-rules', 'rules'], 'b {\naction drop\n}', 'a {\naction accept\n}'),
	],
	[
		'f5_tmsh',
		braces(['net self A', 'fw-enforced-policy-rules'], 'a {\naction accept\n}', 'b {\naction drop\n}'),
		braces(['net self A', 'fw-enforced-policy-rules'], 'b {\naction drop\n}', 'a {\naction accept\n}'),
	],
	...['hp_procurve', 'dell_os10'].map(
		(name): Different => [
			name,
			below('aaa group server radius A', 'server 192.0.2.1', 'server 192.0.2.2'),
			below('aaa group server radius A', 'server 192.0.2.2', 'server 192.0.2.1'),
		],
	),
	[
		'hp_procurve',
		below('policy qos A', '10 class ipv4 B', '20 class ipv4 C'),
		below('policy qos A', '10 class ipv4 C', '20 class ipv4 B'),
	],
	[
		'paloalto_panos',
		braces(['shared', 'pre-rulebase', 'security', 'rules'], 'a {\naction allow;\n}', 'b {\naction deny;\n}'),
		braces(['shared', 'pre-rulebase', 'security', 'rules'], 'b {\naction deny;\n}', 'a {\naction allow;\n}'),
	],
	[
		'huawei_vrp',
		'xpl route-filter A\n if a then\n approve\n endif\nend-filter',
		'xpl route-filter A\n approve\n if a then\n endif\nend-filter',
	],
	[
		'cisco_asa',
		below('tls-proxy A', 'client cipher-suite a', 'server b'),
		below('tls-proxy A', 'server b', 'client cipher-suite a'),
	],
];

const compare = (name: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(name), intended: `${intended}\n`, running: `${running}\n` });

describe.each([
	['IOS', IOS],
	['systems like IOS', IOS_LIKE],
	['NX-OS', NXOS],
	['EOS', EOS],
	['Junos', JUNOS],
	['FortiOS', FORTIOS],
	['PAN-OS', PANOS],
	['ASA', ASA],
	['ASA, of its defaults', ASA_DEFAULTS.map(([line, other]): Shown => ['cisco_asa', top(), top(line), top(other)])],
	['IOS XR', XR],
	['VRP and Comware', VRP_AND_COMWARE],
	['another system', OTHERS],
] as const)('what %s shows otherwise than it was entered', (_, rows) => {
	it.each(rows)('is no drift on %s: %j', (name, entered, shown) => {
		expect([...compare(name, entered, shown), ...compare(name, shown, entered)]).toEqual([]);
	});

	it.each(rows)('hides nothing else on %s: %j', (name, entered, shown, other) => {
		for (const text of [entered, shown]) {
			expect(compare(name, text, other)).not.toEqual([]);
			expect(compare(name, other, text)).not.toEqual([]);
		}
	});

	it.each(rows)('is adopted as it differs on %s: %j', (name, entered, shown, other) => {
		const ended = (text: string): string => `${text}\n`;
		expectAdopted(name, { files: [entered, shown].map(ended), devices: [ended(other)] });
	});
});

it.each(IN_ORDER)('tells another order on %s: %j', (name, one, other) => {
	expect(compare(name, one, one)).toEqual([]);
	expect(compare(name, one, other)).not.toEqual([]);
	expect(compare(name, other, one)).not.toEqual([]);
});

it.each([...TEXTS, ...PROGRAMS])('keeps a text as it stands on %s: %j', (name, one, other) => {
	expect(compare(name, one, one)).toEqual([]);
	expect(compare(name, one, other)).not.toEqual([]);
});
