import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, what a person writes, and what a device shows. */
type Pair = readonly [platform: string, written: string, shown: string];

const police = (...lines: readonly string[]): string => ['policy-map A', ' class B', ...lines].join('\n');
const group = (line: string): string => `object-group network A\n ${line}`;
const eigrp = (network: string): string => `router eigrp 1\n network ${network}`;
const ospf = (line: string): string => `router ospf 1\n ${line}`;
const service = (ports: string): string =>
	['config firewall service custom', 'edit "a"', `set tcp-portrange ${ports}`, 'next', 'end'].join('\n');
const MENUS = '/interface bridge\nadd name=a\n/ip dns\nset servers=192.0.2.1';
const KEY = 'crypto isakmp key fictive address';
const NAT = 'ip nat inside source static';
const STAMPS = 'service timestamps log datetime';
const MIRROR = 'monitor session 1 source interface';
const SNOOPING = 'ip dhcp snooping vlan';

const AAA = 'aaa\n local-user a level 3';
const inOspf = (line: string): string => ['protocols {', 'ospf {', 'area 0.0.0.0 {', line, '}', '}', '}'].join('\n');
const ADDRESS = 'unit 0 family inet address 192.0.2.1/24';

const SAME: readonly Pair[] = [
	...['ro', 'rw'].flatMap((access): readonly Pair[] => {
		const context = 'router bgp 1\n snmp context A community fictive';
		return [
			['cisco_ios', `${context} ${access} 10`, `${context} ${access.toUpperCase()} 10`],
			['cisco_ios', `${context} ${access}`, `${context} ${access.toUpperCase()}`],
		];
	}),
	[
		'cisco_ios',
		'ip access-list extended A\n permit ip 10.0.3.7 255.255.255.0 any',
		'ip access-list extended A\n permit ip 0.0.0.7 255.255.255.0 any',
	],
	['cisco_ios', 'access-list 101 permit ip any 10.1.2.3 0.0.255.0', 'access-list 101 permit ip any 10.1.0.3 0.0.255.0'],
	['cisco_ios', 'snmp-server community fictive', 'snmp-server community fictive RO'],
	['cisco_ios', 'snmp-server community fictive 10', 'snmp-server community fictive RO 10'],
	['cisco_ios', 'snmp-server community fictive view V', 'snmp-server community fictive view V RO'],
	['cisco_ios', 'snmp-server community fictive ipv6 A', 'snmp-server community fictive ro ipv6 A'],
	...['pim', 'bfd', 'vrfmib', 'snmp'].map(
		(group): Pair => [
			'cisco_ios',
			`snmp-server enable traps ${group} up session-down change`,
			`snmp-server enable traps ${group} change session-down up`,
		],
	),
	...['cisco_ios', 'cisco_nxos', 'arista_eos'].map(
		(name): Pair => [
			name,
			'spanning-tree mst 5,7-9 priority 4096\nspanning-tree mst 6 priority 4096',
			'spanning-tree mst 5-9 priority 4096',
		],
	),
	['cisco_xr', 'snmp-server community fictive', 'snmp-server community fictive RO'],
	['cisco_xr', 'snmp-server community fictive ro SystemOwner', 'snmp-server community fictive RO SystemOwner'],
	['cisco_xr', 'snmp-server community fictive view V IPv4 A', 'snmp-server community fictive view V RO IPv4 A'],
	['cisco_xr', 'snmp-server community fictive view V rw', 'snmp-server community fictive view V RW'],
	['cisco_xr', 'snmp-server host 192.0.2.1 version 2c fictive', 'snmp-server host 192.0.2.1 traps version 2c fictive'],
	[
		'cisco_xr',
		'snmp-server vrf A\n host 192.0.2.1 version 2c fictive',
		'snmp-server vrf A\n host 192.0.2.1 traps version 2c fictive',
	],
	['cisco_xr', 'logging 192.0.2.1 severity critical', 'logging 192.0.2.1 vrf default severity critical port default'],
	['cisco_xr', 'ntp\n vrf A source Loopback0', 'ntp\n source vrf A Loopback0'],
	['cisco_xr', 'ntp vrf A source Loopback0\nntp server 192.0.2.1', 'ntp\n server 192.0.2.1\n source vrf A Loopback0'],
	['juniper_junos', 'system {\n    host-name a; # the first\n} # system', 'system {\n    host-name a;\n}'],
	['juniper_junos', 'system { # all\n    host-name a;\n}', 'system {\n    host-name a; ## SECRET-DATA\n}'],
	[
		'juniper_junos',
		'system {\n    replace: services {\n        ssh;\n    }\n}',
		'system {\n    services {\n        ssh;\n    }\n}',
	],
	['juniper_junos', 'set interfaces ge-0/0/0.0 family inet address 192.0.2.1/24', `set interfaces ge-0/0/0 ${ADDRESS}`],
	['juniper_junos', `configure\nset interfaces lo0 ${ADDRESS}\ncommit and-quit\nexit`, `set interfaces lo0 ${ADDRESS}`],
	[
		'nokia_srosmd',
		'configure {\n    system { # all\n        name "a"\n    }\n} # end',
		'configure {\n    system {\n        name "a"\n    }\n}',
	],
	...['ospf area 0.0.0.0', 'isis', 'ldp'].flatMap((protocol): readonly Pair[] => {
		const line = `set protocols ${protocol} interface`;
		return [
			['juniper_junos', `${line} ge-0/0/0`, `${line} ge-0/0/0.0`],
			['juniper_junos', `${line} ae1 metric 5`, `${line} ae1.0 metric 5`],
			['juniper_junos', inOspf('interface ge-0/0/0;'), inOspf('interface ge-0/0/0.0;')],
		];
	}),
	[
		'nokia_srosmd',
		'edit-config private\n/configure system name "a"\ncommit\nquit-config',
		'/configure system name "a"',
	],
	[
		'nokia_srosmd',
		'configure system name "a"\nconfigure card 1 card-type x',
		'configure {\n    card 1 {\n        card-type x\n    }\n    system {\n        name "a"\n    }\n}',
	],
	[
		'vyos',
		'#!/bin/vbash\nsource /opt/vyatta/etc/functions/script-template\nconfigure\nset system host-name a\ncommit\nexit',
		"set system host-name 'a'",
	],
	['huawei_vrp', AAA, `${AAA}\n #\n authentication-scheme default\n #\n domain default\n domain default_admin`],
	['checkpoint_gaia', 'lock database override\nset hostname a\nsave config', 'set hostname a'],
	['extreme_exos', 'configure snmp sysname a', 'configure snmp sysName "a"'],
	['fortinet', 'config sys global\n    set hostname a\nend', 'config system global\n    set hostname "a"\nend'],
	['extreme_exos', 'enable edp ports 1-2, 5', 'enable edp ports 1\nenable edp ports 2\nenable edp ports 5'],
	['cumulus', "nv set system hostname 'a-1'", 'nv set system hostname a-1'],
	['cumulus', 'nv set system aaa user a full-name "a,,,"', 'nv set system aaa user a full-name a,,,'],
	['mikrotik_routeros', '/interface/bridge/add name=a\n/ip/dns/set servers=192.0.2.1', MENUS],
	['mikrotik_routeros', '/interface/bridge add name=a\n/ip/dns set servers=192.0.2.1', MENUS],
	['mikrotik_routeros', '/interface/bridge/add name=a\n/ip/dns\nset servers=192.0.2.1', MENUS],
	['mikrotik_routeros', '/interface bridge add name=a\n/ip dns\nset servers=192.0.2.1', MENUS],
	[
		'cisco_ios',
		police('  police cir 8000000 bc 1000 conform-action transmit exceed-action drop'),
		police('  police cir 8000000 bc 1000', '   conform-action transmit', '   exceed-action drop'),
	],
	[
		'cisco_ios',
		police('  police 8000 conform-action set-dscp-transmit ef exceed-action set-dscp-transmit 10 violate-action drop'),
		police(
			'  police 8000',
			'   conform-action set-dscp-transmit ef',
			'   exceed-action set-dscp-transmit 10',
			'   violate-action drop',
		),
	],
	['cisco_ios', `${SNOOPING} 10\n${SNOOPING} 20-22`, `${SNOOPING} 10,20-22`],
	['cisco_ios', 'ip arp inspection vlan 10,11', 'ip arp inspection vlan 10-11'],
	['cisco_ios', `${MIRROR} Gi1/0/1\n${MIRROR} Gi1/0/2`, `${MIRROR} Gi1/0/1 - 2`],
	['cisco_ios', `${MIRROR} GigabitEthernet1/0/1 rx\n${MIRROR} Gi1/0/3 rx`, `${MIRROR} Gi1/0/1 , Gi1/0/3 rx`],
	['cisco_ios', `${NAT} tcp 10.0.0.1 80 192.0.2.1 8080`, `${NAT} tcp 10.0.0.1 80 192.0.2.1 8080 extendable`],
	['cisco_ios', `${STAMPS} localtime msec show-timezone`, `${STAMPS} msec localtime show-timezone`],
	['cisco_ios', `${KEY} 192.0.2.1 255.255.255.255`, `${KEY} 192.0.2.1`],
	['cisco_ios', `${KEY} 0.0.0.0 0.0.0.0 no-xauth`, `${KEY} 0.0.0.0         no-xauth`],
	[
		'cisco_xe',
		'crypto ikev2 profile A\n match identity remote address 192.0.2.1',
		'crypto ikev2 profile A\n match identity remote address 192.0.2.1 255.255.255.255 ',
	],
	['cisco_ios', group('10.0.1.0 /24'), group('10.0.1.0 255.255.255.0')],
	['cisco_ios', eigrp('172.16.1.0 255.255.255.0'), eigrp('172.16.1.0 0.0.0.255')],
	...['cisco_ios', 'cisco_xr', 'frr'].map(
		(name): Pair => [name, ospf('redistribute static metric-type 2'), ospf('redistribute static')],
	),
	['cisco_ios', ospf('redistribute bgp 1 metric-type 2 subnets'), ospf('redistribute bgp 1 subnets')],
	['cisco_nxos', ospf(' auto-cost reference-bandwidth 100000'), ospf(' auto-cost reference-bandwidth 100000 Mbps')],
	[
		'cisco_nxos',
		'interface Ethernet1/1\n  channel-group 10 force mode active',
		'interface Ethernet1/1\n  channel-group 10 mode active',
	],
	['arista_eos', 'ip domain-name example.net', 'dns domain example.net'],
	['arista_eos', 'interface Ethernet1\n   lacp rate fast', 'interface Ethernet1\n   lacp timer fast'],
	['arista_eos', 'router bgp 1\n   neighbor A fall-over bfd', 'router bgp 1\n   neighbor A bfd'],
	['arista_eos', 'ip route 10.0.0.0/8 null0 250', 'ip route 10.0.0.0/8 Null0 250'],
	['cisco_ios', 'ip prefix-list A seq 5 permit 10.0.0.1/8 le 24', 'ip prefix-list A seq 5 permit 10.0.0.0/8 le 24'],
	['fortinet', service('8080-8080'), service('8080')],
	...['ip firewall filter', 'ip firewall nat', 'ipv6 firewall raw'].map(
		(menu): Pair => [
			'mikrotik_routeros',
			`/${menu}\nadd chain=a protocol=icmp`,
			`/${menu}\nadd action=accept chain=a protocol=icmp`,
		],
	),
	['vyos', "configure\nset system host-name 'a'\ncommit\nsave\nexit", "set system host-name 'a'"],
];

const OTHER: readonly Pair[] = [
	['mikrotik_routeros', '/interface/bridge/add name=a\n/ip/dns/set servers=192.0.2.2', MENUS],
	['mikrotik_routeros', '/interface/add name=a\n/ip/dns/set servers=192.0.2.1', MENUS],
	['mikrotik_routeros', '/interface/bridge/remove name=a\n/ip/dns/set servers=192.0.2.1', MENUS],
	[
		'cisco_ios',
		police('  police 8000 conform-action transmit exceed-action drop'),
		police('  police 8000', '   conform-action transmit', '   exceed-action transmit'),
	],
	[
		'cisco_ios',
		police('  police 8000 conform-action transmit exceed-action drop'),
		police('  police 9000', '   conform-action transmit', '   exceed-action drop'),
	],
	[
		'cisco_ios',
		police('  police 8000 conform-action transmit exceed-action drop'),
		police('  police 8000', '   conform-action transmit', '   exceed-action drop', '   violate-action transmit'),
	],
	['cisco_ios', `${SNOOPING} 10\n${SNOOPING} 20`, `${SNOOPING} 10`],
	['cisco_ios', `${SNOOPING} 10`, `no ${SNOOPING} 10`],
	['cisco_ios', `${SNOOPING} 10`, 'ip arp inspection vlan 10'],
	['cisco_ios', `${MIRROR} Gi1/0/1 rx`, `${MIRROR} Gi1/0/1 tx`],
	['cisco_ios', `${MIRROR} Gi1/0/1 - 3`, `${MIRROR} Gi1/0/1 - 2`],
	['cisco_ios', `${NAT} 10.0.0.1 192.0.2.1`, `${NAT} 10.0.0.1 192.0.2.1 extendable`],
	['cisco_ios', STAMPS, `${STAMPS} msec`],
	['cisco_ios', `${KEY} 192.0.2.0 255.255.255.0`, `${KEY} 192.0.2.0`],
	['cisco_ios', `${KEY} 0.0.0.0 0.0.0.0 no-xauth`, `${KEY} 0.0.0.0`],
	['cisco_ios', `${KEY} 0.0.0.0 255.255.255.255`, `${KEY} 0.0.0.0`],
	['cisco_ios', `${KEY} 0.0.0.0 255.255.255.255`, `${KEY} 0.0.0.0 0.0.0.0`],
	[
		'cisco_ios',
		'crypto isakmp profile A\n match identity address 0.0.0.0 255.255.255.255',
		'crypto isakmp profile A\n match identity address 0.0.0.0',
	],
	['cisco_ios', group('10.0.1.0 /24'), group('10.0.1.0 255.255.255.128')],
	['cisco_ios', group('10.0.1.0 255.255.255.0'), group('host 10.0.1.0')],
	['cisco_ios', eigrp('172.16.1.0 0.0.0.255'), eigrp('172.16.1.0 0.0.0.127')],
	['cisco_ios', eigrp('172.16.1.1 0.0.0.0'), eigrp('172.16.1.0 0.0.0.255')],
	['cisco_ios', eigrp('0.0.0.0 255.255.255.255'), eigrp('10.0.0.0 0.255.255.255')],
	['cisco_ios', ospf('redistribute static'), ospf('redistribute static metric-type 1')],
	['cisco_ios', ospf('redistribute static metric-type 2'), ospf('redistribute static metric-type 1')],
	['cisco_nxos', ospf(' auto-cost reference-bandwidth 100'), ospf(' auto-cost reference-bandwidth 100 Gbps')],
	[
		'cisco_nxos',
		'interface Ethernet1/1\n  channel-group 10 force mode active',
		'interface Ethernet1/1\n  channel-group 10',
	],
	['arista_eos', 'ip domain-name example.net', 'dns domain example.org'],
	['arista_eos', 'interface Ethernet1\n   lacp rate fast', 'interface Ethernet1\n   lacp timer normal'],
	['arista_eos', 'router bgp 1\n   neighbor A fall-over bfd', 'router bgp 1\n   no neighbor A bfd'],
	['arista_eos', 'ip route 10.0.0.0/8 null0 250', 'ip route 10.0.0.0/8 192.0.2.1 250'],
	['cisco_ios', 'ip prefix-list A seq 5 permit 10.0.0.0/8', 'ip prefix-list A seq 5 permit 10.0.0.0/9'],
	['cisco_ios', 'ip prefix-list A seq 5 permit 10.0.0.1/32', 'ip prefix-list A seq 5 permit 10.0.0.0/32'],
	['fortinet', service('8080-8081'), service('8080')],
	['fortinet', service('80-8080'), service('80')],
	[
		'mikrotik_routeros',
		'/ip firewall filter\nadd chain=a protocol=icmp',
		'/ip firewall filter\nadd action=drop chain=a protocol=icmp',
	],
	[
		'mikrotik_routeros',
		'/routing filter\nadd chain=a prefix=10.0.0.0/8',
		'/routing filter\nadd action=accept chain=a prefix=10.0.0.0/8',
	],
	['vyos', "set system host-name 'exit'", "set system host-name 'a'"],
	[
		'cisco_ios',
		'router bgp 1\n snmp context A community fictive ro',
		'router bgp 1\n snmp context A community fictive RW',
	],
	[
		'cisco_ios',
		'ip access-list extended A\n permit ip 10.0.3.7 255.255.255.0 any',
		'ip access-list extended A\n permit ip 10.0.3.8 255.255.255.0 any',
	],
	['cisco_ios', 'access-list 101 permit ip any 10.1.2.3 0.0.255.0', 'access-list 101 permit ip any 10.2.2.3 0.0.255.0'],
	['cisco_ios', ospf('network 10.1.0.0 255.255.0.0 area 0'), ospf('network 10.2.0.0 255.255.0.0 area 0')],
	['cisco_ios', 'snmp-server community fictive', 'snmp-server community fictive RW'],
	['cisco_ios', 'snmp-server community fictive 10', 'snmp-server community fictive RO 20'],
	['cisco_ios', 'snmp-server community fictive 10', 'snmp-server community fictive RW 10'],
	['cisco_ios', 'snmp-server community fictive view V', 'snmp-server community fictive view V RW'],
	['cisco_ios', 'snmp-server community fictive view V', 'snmp-server community fictive RO'],
	['cisco_ios', 'snmp-server enable traps pim a b', 'snmp-server enable traps pim a c'],
	['cisco_ios', 'snmp-server enable traps pim a b', 'snmp-server enable traps bfd a b'],
	[
		'cisco_ios',
		'snmp-server enable traps frame-relay subif interval 5 count 10',
		'snmp-server enable traps frame-relay subif interval 10 count 5',
	],
	['cisco_ios', 'snmp-server enable traps ospf rate-limit 5 10', 'snmp-server enable traps ospf rate-limit 10 5'],
	['cisco_ios', 'spanning-tree mst 5-9 priority 4096', 'spanning-tree mst 5-8 priority 4096'],
	['cisco_ios', 'spanning-tree mst 5-9 priority 4096', 'spanning-tree mst 5-9 priority 8192'],
	['cisco_xr', 'snmp-server community fictive', 'snmp-server community fictive RW'],
	['cisco_xr', 'snmp-server community fictive RO IPv4 A', 'snmp-server community fictive RO IPv4 B'],
	['cisco_xr', 'snmp-server community fictive view V', 'snmp-server community fictive'],
	['cisco_xr', 'snmp-server host 192.0.2.1 traps fictive', 'snmp-server host 192.0.2.1 informs fictive'],
	['cisco_xr', 'logging 192.0.2.1 severity critical', 'logging 192.0.2.1 vrf A severity critical port default'],
	['cisco_xr', 'logging 192.0.2.1 severity critical', 'logging 192.0.2.1 vrf default severity error port default'],
	['cisco_xr', 'ntp\n vrf A source Loopback0', 'ntp\n source vrf B Loopback0'],
	['cisco_xr', 'ntp\n vrf A source Loopback0', 'ntp\n source Loopback0'],
	['juniper_junos', 'set interfaces ge-0/0/0.1 family inet address 192.0.2.1/24', `set interfaces ge-0/0/0 ${ADDRESS}`],
	[
		'juniper_junos',
		'set security zones security-zone a interfaces ge-0/0/0.0',
		'set security zones security-zone a interfaces ge-0/0/0',
	],
	['juniper_junos', 'system {\n    host-name a;\n}', 'system {\n    host-name b; # a\n}'],
	['juniper_junos', 'description "a; # b";', 'description "a";'],
	['juniper_junos', inOspf('interface ge-0/0/0;'), inOspf('interface ge-0/0/0.1;')],
	['juniper_junos', 'set protocols lldp interface ge-0/0/0', 'set protocols lldp interface ge-0/0/0.0'],
	['extreme_exos', 'configure snmp sysname a', 'configure snmp sysName A'],
	['huawei_vrp', AAA, `${AAA}\n #\n authentication-scheme default\n  authentication-mode radius`],
	['huawei_vrp', AAA, `${AAA}\n #\n domain default_x`],
	['nokia_srosmd', '/configure private a', '/configure private b'],
	['juniper_junos', 'message "a; # b\nc";', 'message "a;\nc";'],
	['fortinet', 'config sys global\n    set hostname a\nend', 'config system dns\n    set hostname "a"\nend'],
	['extreme_exos', 'enable edp ports 1-2', 'enable edp ports 1'],
	['extreme_exos', 'enable edp ports 1-2', 'disable edp ports 1-2'],
	['cumulus', "nv set system message pre-login 'a b'", 'nv set system message pre-login a'],
];

const compare = (platform: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(platform), intended: `${intended}\n`, running: `${running}\n` });

describe('what people write', () => {
	it.each(SAME)('is what a device shows otherwise on %s: %j', (platform, written, shown) => {
		expect(compare(platform, written, shown)).toEqual([]);
		expect(compare(platform, shown, written)).toEqual([]);
	});

	it.each(OTHER)('is not what only looks like it on %s: %j', (platform, written, shown) => {
		expect(compare(platform, written, shown)).not.toEqual([]);
		expect(compare(platform, shown, written)).not.toEqual([]);
	});
});
