import { describe, expect, it } from 'vitest';
import { readAs } from '../../src/domain/platform/text-form.ts';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

type Pair = readonly [platform: string, one: string, other: string];

const braces = (path: readonly string[], ...lines: readonly string[]): string =>
	[...path.map((section) => `${section} {`), ...lines, ...path.map(() => '}')].join('\n');

const term = ['policy-options', 'policy-statement P', 'term A', 'then'];
const setTerm = (...actions: readonly string[]): string =>
	actions.map((action) => `set policy-options policy-statement P term ${action}`).join('\n');
const filter = (...rules: readonly string[]): string => ['/ip firewall filter', ...rules].join('\n');

const table = (name: string, ...lines: readonly string[]): string =>
	[`config ${name}`, 'edit 1', ...lines, 'next', 'end'].join('\n');
const virtual = (...lines: readonly string[]): string =>
	['ltm virtual www {', ...lines.map((line) => `    ${line}`), '}'].join('\n');
const DHCP = 'set service dhcp-server shared-network-name A subnet 192.0.2.0/24 option';
const NAMED = ['x', 'y'].map((name) => `/configure policy-options policy-statement "P" named-entry "${name}"`);
const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const rules = (...lines: readonly string[]): string =>
	braces(['config', 'devices', 'localhost.localdomain', 'vsys', 'vsys1', 'rulebase', 'security', 'rules'], ...lines);

/** What a person wrote, and what the device shows of it. */
const SAME: readonly Pair[] = [
	...['vyos', 'ubiquiti_edgeos', 'juniper_junos', 'paloalto_panos', 'checkpoint_gaia', 'extreme_exos'].map(
		(name): Pair => [name, 'set  alpha beta   "x  y"', 'set alpha beta "x  y"'],
	),
	['extreme_exos', 'create vlan users tag 10', 'create vlan "users"\nconfigure vlan users tag 10'],
	[
		'arista_eos',
		'router ospf 1\n   network 10.0.0.0 0.0.0.255 area 0',
		'router ospf 1\n   network 10.0.0.0/24 area 0.0.0.0',
	],
	[
		'fortinet',
		table('vpn ipsec phase2-interface', 'set src-subnet 10.0.0.0/24'),
		table('vpn ipsec phase2-interface', 'set src-subnet 10.0.0.0 255.255.255.0'),
	],
	[
		'fortinet',
		'config system admin\nedit "a"\nset accprofile "b"\nnext\nend',
		'config system admin\n    edit "a"\n        set accprofile "b"\n        set vdom "root"\n    next\nend',
	],
	[
		'juniper_junos',
		braces(term, 'community add A;', 'local-preference 200;', 'accept;'),
		braces(term, 'local-preference 200;', 'community add A;', 'accept;'),
	],
	[
		'juniper_junos',
		setTerm('A then community add A', 'A then local-preference 200', 'A then accept', 'B then reject'),
		setTerm('A then local-preference 200', 'A then community add A', 'A then accept', 'B then reject'),
	],
	[
		'juniper_junos',
		braces(['firewall', 'filter F'], 'interface-specific;', 'term A {', 'then accept;', '}'),
		braces(['firewall', 'filter F'], 'term A {', 'then accept;', '}', 'interface-specific;'),
	],
	[
		'juniper_junos',
		braces(['security', 'nat', 'source', 'rule-set R'], 'rule 1 {', 'x;', '}', 'to zone b;', 'from zone a;'),
		braces(['security', 'nat', 'source', 'rule-set R'], 'from zone a;', 'to zone b;', 'rule 1 {', 'x;', '}'),
	],
	[
		'mikrotik_routeros',
		filter('add chain=input action=drop comment="a b" protocol=tcp'),
		filter('add action=drop chain=input comment="a b" protocol=tcp'),
	],
	[
		'mikrotik_routeros',
		'/ip firewall filter add chain=input action=drop log=no disabled=no log-prefix=""',
		'/ip firewall filter add action=drop chain=input',
	],
	[
		'mikrotik_routeros',
		filter('add action=accept chain=input connection-state=related,established'),
		filter('add action=accept chain=input connection-state=established,related'),
	],
	[
		'mikrotik_routeros',
		'/interface ethernet\nset [ find default-name=ether1 ] name=wan mtu=1500',
		'/interface ethernet\nset [ find default-name=ether1 ] mtu=1500 name=wan',
	],
	[
		'mikrotik_routeros',
		filter('add action=drop chain=input', 'add action=drop chain=forward'),
		filter('add action=drop chain=forward', 'add action=drop chain=input'),
	],
	[
		'mikrotik_routeros',
		'/ip address\nadd interface=lan address=192.0.2.1/24',
		'/ip address\nadd address=192.0.2.1/24 interface=lan network=192.0.2.0',
	],
	[
		'mikrotik_routeros',
		'/ip address add address=192.0.2.1/32 interface=lo',
		'/ip address add address=192.0.2.1/32 interface=lo network=192.0.2.1',
	],
	[
		'juniper_junos',
		'set system login user anna class operator',
		'set version 25.4R1.12\nset system login user anna class operator\nset system login user anna uid 2000',
	],
	[
		'juniper_junos',
		braces(['policy-options', 'prefix-list P'], '192.0.2.1;', '2001:db8::1;'),
		braces(['policy-options', 'prefix-list P'], '192.0.2.1/32;', '2001:db8::1/128;'),
	],
	['huawei_vrp', 'acl 3000\n rule 5 permit ip', 'acl number 3000\n rule 5 permit ip'],
	...(['huawei_vrp', 'hp_comware'] as const).flatMap((name): readonly Pair[] => [
		[name, 'ospf 1\n area 0\n  network 10.0.0.0 0.0.0.255', 'ospf 1\n area 0.0.0.0\n  network 10.0.0.0 0.0.0.255'],
		[name, 'user-interface vty 0 4\n idle-timeout 15', 'user-interface vty 0 4\n idle-timeout 15 0'],
	]),
	[
		'juniper_junos',
		'set protocols ospf area 0 interface ge-0/0/0.0',
		'set protocols ospf area 0.0.0.0 interface ge-0/0/0.0',
	],
	[
		'nokia_sros',
		'configure\n    router\n        ospf\n            area 0.0.0.0\n            exit\n        exit\n    exit\nexit',
		'configure\n    router Base\n        ospf 0\n            area 0.0.0.0\n            exit\n        exit\n    exit\nexit',
	],
	['mikrotik_routeros', '/ip dns\nset servers="192.0.2.1,192.0.2.2"', '/ip dns\nset servers=192.0.2.1,192.0.2.2'],
	[
		'huawei_vrp',
		'traffic policy P\n classifier A behavior a precedence 5\n classifier B behavior b precedence 10',
		'traffic policy P\n classifier B behavior b precedence 10\n classifier A behavior a precedence 5',
	],
	...(['huawei_vrp', 'hp_comware'] as const).flatMap((name): readonly Pair[] => [
		[
			name,
			'acl number 3000\n rule permit tcp source 192.0.2.1 0\n rule deny ip',
			'acl number 3000\n rule 5 permit tcp source 192.0.2.1 0.0.0.0\n rule 10 deny ip',
		],
	]),
	[
		'huawei_vrp',
		'bgp 65000\n ipv4-family unicast\n  peer 192.0.2.1 enable',
		'bgp 65000\n #\n ipv4-family unicast\n  undo synchronization\n  peer 192.0.2.1 enable',
	],
	[
		'nokia_sros',
		'configure\n    router\n        interface system\n            shutdown\n        exit\n    exit\nexit',
		'configure\n    router Base\n        interface "system"\n            shutdown\n        exit\n    exit\nexit',
	],
	[
		'mikrotik_routeros',
		'/interface ethernet\nset [find default-name=ether1] comment="a name of it" mtu=1500',
		'/interface ethernet\nset [ find default-name=ether1 ] mtu=1500 comment="a name of it"',
	],
	[
		'extreme_exos',
		'configure vlan A ipaddress 192.0.2.1/24\nconfigure iproute add 10.0.0.0/8 192.0.2.2',
		'configure vlan A ipaddress 192.0.2.1 255.255.255.0\nconfigure iproute add 10.0.0.0 255.0.0.0 192.0.2.2',
	],
	[
		'checkpoint_gaia',
		'set interface eth1 ipv4-address 192.0.2.1 subnet-mask 255.255.255.0',
		'set interface eth1 ipv4-address 192.0.2.1 mask-length 24',
	],
	['huawei_vrp', 'aaa\n local-user a service-type ssh telnet', 'aaa\n local-user a service-type telnet ssh'],
	['hp_comware', 'acl number 3000\n rule 5 permit ip', 'acl advanced 3000\n rule 5 permit ip'],
	[
		'hp_comware',
		'local-user a class manage\n service-type ssh\n service-type telnet',
		'local-user a class manage\n service-type telnet ssh',
	],
	[
		'checkpoint_gaia',
		'set dns secondary 192.0.2.2\nset dns primary 192.0.2.1',
		'set dns primary 192.0.2.1\nset dns secondary 192.0.2.2',
	],
	['extreme_exos', 'configure vlan A add ports 1-4 untagged', 'configure vlan "A" add ports 1,2-3,4 untagged'],
	['extreme_exos', 'configure vlan A add ports 1:1-1:3 tagged', 'configure vlan A add ports 1:1-2,1:3 tagged'],
	['extreme_exos', 'create vlan core', 'create vlan "core"'],
	[
		'fortinet',
		table('firewall policy', 'set name "a"', 'set status enable', 'set action deny', 'set logtraffic utm'),
		table('firewall policy', 'set name "a"', `set uuid ${UUID}`),
	],
	['fortinet', table('firewall local-in-policy', 'set status enable'), table('firewall local-in-policy')],
	[
		'fortinet',
		table('router static', 'set dst 0.0.0.0/0', 'set gateway 192.0.2.1', 'set distance 10'),
		table('router static', 'set gateway 192.0.2.1'),
	],
	[
		'fortinet',
		table('system interface', 'set ip 192.0.2.1/24', 'set status up', 'set mode static'),
		table(
			'system interface',
			'set vdom "root"',
			'set ip 192.0.2.1 255.255.255.0',
			'set type physical',
			'set snmp-index 3',
		),
	],
	[
		'mikrotik_routeros',
		'/ip route\nadd gateway=192.0.2.1',
		'/ip route\nadd disabled=no distance=1 dst-address=0.0.0.0/0 gateway=192.0.2.1 routing-table=main scope=30 suppress-hw-offload=no target-scope=10',
	],
	[
		'f5_tmsh',
		braces(['ltm pool P', 'members', 'A:80'], 'address 192.0.2.1'),
		braces(['ltm pool P', 'members', 'A:http'], 'address 192.0.2.1', 'session monitor-enabled', 'state up'),
	],
	['paloalto_panos', rules('a {', 'to x;', '}'), rules(`a ${UUID} {`, 'to x;', '}')],
	['paloalto_panos', rules('"two words" {', 'to x;', '}'), rules(`"two words" ${UUID} {`, 'to x;', '}')],
	[
		'paloalto_panos',
		'set rulebase security rules a from x\nset rulebase security rules a to [ x y ]\nset rulebase security rules b to x',
		rules(`a ${UUID} {`, 'to [ y x ];', 'from x;', '}', 'b {', 'to x;', '}'),
	],
	[
		'f5_tmsh',
		virtual('destination 192.0.2.1:443', 'pool web'),
		virtual(
			'creation-time 2026-01-05:10:12:13',
			'destination Common/192.0.2.1:https',
			'last-modified-time 2026-01-05:10:12:13',
			'mask 255.255.255.255',
			'pool /Common/web',
			'serverssl-use-sni disabled',
			'source 0.0.0.0/0',
			'translate-address enabled',
			'translate-port enabled',
			'vs-index 4',
		),
	],
	['f5_tmsh', virtual('destination 2001:db8::1.443'), virtual('destination 2001:db8::1.https')],
	[
		'ubiquiti_edgeos',
		braces(['system', 'login', 'user anna', 'authentication'], 'encrypted-password $6$a$b'),
		braces(['system', 'login', 'user anna', 'authentication'], 'encrypted-password $6$a$b', 'plaintext-password ""'),
	],
	['juniper_junos', 'apply-groups [ A ];', 'apply-groups A;'],
	[
		'juniper_junos',
		braces(['protocols', 'bgp', 'group G'], 'import [P1 P2];'),
		braces(['protocols', 'bgp', 'group G'], 'import [ P1 P2 ];'),
	],
	['juniper_junos', 'set apply-groups [ A B ]', 'set apply-groups A\nset apply-groups B'],
	[
		'nokia_sros',
		'configure\n    service\n        vpls 10 customer 1 create\n            no shutdown\n        exit\n    exit\nexit',
		'configure\n    service\n        vpls 10 name "10" customer 1 create\n            no shutdown\n        exit\n    exit\nexit',
	],
	[
		'fortinet',
		table('firewall addrgrp', 'set member "a"', 'append member "b"'),
		table('firewall addrgrp', 'set member "a" "b"'),
	],
	['fortinet', table('system interface', 'unset alias', 'set mtu 1400'), table('system interface', 'set mtu 1400')],
	['fortinet', 'config system global\nunset alias\nset hostname a\nend', 'config system global\nset hostname "a"\nend'],
	['fortinet', table('firewall policy', 'set comments "it\'s"'), table('firewall policy', 'set comments "it\\\'s"')],
	[
		'paloalto_panos',
		braces(['config'], 'x y;'),
		braces(['config'], 'version 10.2.0;', 'urldb paloaltonetworks;', 'detail-version 10.2.3;', 'x y;'),
	],
	[
		'paloalto_panos',
		rules('a {', 'to x;', '}'),
		rules('a {', 'to x;', 'disabled no;', 'log-end yes;', 'negate-source no;', '}'),
	],
	[
		'paloalto_panos',
		'set rulebase security rules a to x',
		'set rulebase security rules a to x\nset rulebase security rules a disabled no',
	],
	[
		'mikrotik_routeros',
		'/ip address add address=192.0.2.1/32 interface=lo',
		'/ip address add address=192.0.2.1 interface=lo network=192.0.2.1',
	],
	[
		'mikrotik_routeros',
		filter('add action=drop chain=input src-address=192.0.2.1/32'),
		filter('add action=drop chain=input src-address=192.0.2.1'),
	],
	[
		'mikrotik_routeros',
		'/ip firewall address-list add address=192.0.2.1/32 list=a',
		'/ip firewall address-list add address=192.0.2.1 list=a',
	],
	['mikrotik_routeros', '/user group add name=a policy="read,ssh,!ftp"', '/user group add name=a policy=ssh,read,!ftp'],
	['fortinet', table('ips sensor', 'set severity medium high'), table('ips sensor', 'set severity high medium')],
	['hp_procurve', 'hostname a', 'hostname a\nmodule 1 type j9729a\nflexible-module A type JL083A'],
	['hp_comware', 'sysname a', 'version 7.1.070, Release 6126P20\nsysname a'],
	[
		'extreme_exos',
		'enable sharing 1 grouping 1-2,5 algorithm address-based L2 lacp',
		'enable sharing 1 grouping 1,2, 5 algorithm address-based L2 lacp',
	],
	[
		'cumulus',
		'- set:\n    router:\n      bgp:\n        enable: on',
		'- header:\n    model: VX\n    rev-id: 1.0\n- set:\n    router:\n      bgp:\n        enable: on',
	],
	[
		'sonic',
		'{"DEVICE_METADATA": {"localhost": {"bgp_asn": 65001}}}',
		'{"DEVICE_METADATA": {"localhost": {"bgp_asn": "65001", "mac": "00:53:00:aa:bb:cc"}}, "VERSIONS": {"DATABASE": {"VERSION": "version_4_0_0"}}}',
	],
	[
		'opnsense',
		'<opnsense><a version="1.0"><b>1</b></a></opnsense>',
		'<opnsense><a version="1.1" persisted_at="1767607933.12" description="A"><b>1</b></a></opnsense>',
	],
	[
		'pfsense',
		'<pfsense><a>1</a></pfsense>',
		'<pfsense><a>1</a><rrddata><rrddatafile><xmldata>x</xmldata></rrddatafile></rrddata></pfsense>',
	],
	['f5_tmsh', braces(['ltm pool P'], 'monitor http and https'), braces(['ltm pool P'], 'monitor https and http')],
	['f5_tmsh', braces(['ltm pool P'], 'monitor min 1 of { a b }'), braces(['ltm pool P'], 'monitor min 1 of { b a }')],
];

/** What looks alike and is not. */
const OTHER: readonly Pair[] = [
	['juniper_junos', 'apply-groups [ A B ];', 'apply-groups [ B A ];'],
	['juniper_junos', 'set apply-groups [ A B ]', 'set apply-groups B\nset apply-groups A'],
	['juniper_junos', 'set apply-groups [ A B ]', 'set apply-groups A'],
	['juniper_junos', 'apply-groups A;', 'inactive: apply-groups A;'],
	[
		'nokia_sros',
		'configure\n    service\n        vpls 10 customer 1 create\n            no shutdown\n        exit\n    exit\nexit',
		'configure\n    service\n        vpls 10 name "11" customer 1 create\n            no shutdown\n        exit\n    exit\nexit',
	],
	['fortinet', table('system interface', 'unset alias'), table('system interface', 'set alias "a"')],
	['fortinet', table('firewall policy', 'set comments "a\\\\\'s"'), table('firewall policy', 'set comments "a\\\'s"')],
	['fortinet', table('system interface', 'unset allowaccess', 'set mtu 1'), table('system interface', 'set mtu 1')],
	['fortinet', table('webfilter profile', 'unset options', 'set a b'), table('webfilter profile', 'set a b')],
	[
		'cisco_nxos',
		'rmon event 1 description FATAL(1) owner PMON@FATAL',
		'rmon event 1 log trap public description FATAL(1) owner PMON@FATAL',
	],
	['cisco_asa', 'umbrella-global\n token 0a1b2c3d', 'umbrella-global\n token 3d2c1b0a'],
	['fortinet', table('firewall addrgrp', 'append member "b"'), table('firewall addrgrp', 'set member "a" "b"')],
	['paloalto_panos', rules('a {', 'to x;', '}'), rules('a {', 'to x;', 'disabled yes;', '}')],
	['paloalto_panos', rules('a {', 'disabled yes;', '}'), rules('a {', 'disabled no;', '}')],
	['paloalto_panos', rules('a {', 'to x;', '}'), rules('a {', 'to x;', 'log-end no;', '}')],
	[
		'mikrotik_routeros',
		filter('add action=drop chain=input src-address=192.0.2.0/31'),
		filter('add action=drop chain=input src-address=192.0.2.0'),
	],
	[
		'mikrotik_routeros',
		'/ip address add address=192.0.2.1 interface=lo',
		'/ip address add address=192.0.2.1 interface=lo network=192.0.2.2',
	],
	['mikrotik_routeros', '/user group add name=a policy=read,!ftp', '/user group add name=a policy="read,ftp"'],
	['fortinet', table('ips sensor', 'set severity medium high'), table('ips sensor', 'set severity medium')],
	['hp_procurve', 'module 1 type j9729a', 'module 1 type j9730a'],
	['hp_comware', 'version 7.1.070, Release 6126P20', 'version 7.1.070, Release 6126P21'],
	['extreme_exos', 'enable sharing 1 grouping 1-2 lacp', 'enable sharing 1 grouping 1-3 lacp'],
	['extreme_exos', 'enable sharing 1 grouping 1-2 lacp', 'enable sharing 1 grouping 1-2'],
	[
		'sonic',
		'{"DEVICE_METADATA": {"localhost": {"mac": "00:53:00:aa:bb:cc"}}}',
		'{"DEVICE_METADATA": {"localhost": {"mac": "00:53:00:aa:bb:cd"}}}',
	],
	[
		'sonic',
		'{"DEVICE_METADATA": {"localhost": {"bgp_asn": 65001}}}',
		'{"DEVICE_METADATA": {"localhost": {"bgp_asn": "65002"}}}',
	],
	['opnsense', '<opnsense><a uuid="1"><b>1</b></a></opnsense>', '<opnsense><a uuid="2"><b>1</b></a></opnsense>'],
	['f5_tmsh', braces(['ltm pool P'], 'monitor http and https'), braces(['ltm pool P'], 'monitor http and tcp')],
	['f5_tmsh', braces(['ltm pool P'], 'monitor min 1 of { a b }'), braces(['ltm pool P'], 'monitor min 2 of { a b }')],
	[
		'juniper_junos',
		braces(term, 'community add A;', 'community delete B;'),
		braces(term, 'community delete B;', 'community add A;'),
	],
	[
		'juniper_junos',
		setTerm('A then community add A', 'A then community delete B'),
		setTerm('A then community delete B', 'A then community add A'),
	],
	[
		'juniper_junos',
		setTerm('A then metric 10', 'B then accept', 'B then metric 5'),
		setTerm('B then metric 5', 'B then accept', 'A then metric 10'),
	],
	[
		'juniper_junos',
		braces(['firewall', 'filter F'], 'term A {', 'then accept;', '}', 'term B {', 'then discard;', '}'),
		braces(['firewall', 'filter F'], 'term B {', 'then discard;', '}', 'term A {', 'then accept;', '}'),
	],
	[
		'mikrotik_routeros',
		filter('add action=drop chain=input', 'add action=accept chain=input'),
		filter('add action=accept chain=input', 'add action=drop chain=input'),
	],
	[
		'mikrotik_routeros',
		filter('add action=drop chain=input disabled=yes'),
		filter('add action=drop chain=input disabled=no'),
	],
	// Clients of PPP are off unless they say otherwise.
	['mikrotik_routeros', '/interface pppoe-client\nadd disabled=no name=a', '/interface pppoe-client\nadd name=a'],
	['mikrotik_routeros', '/ip dns\nset servers=192.0.2.1,192.0.2.2', '/ip dns\nset servers=192.0.2.2,192.0.2.1'],
	['mikrotik_routeros', filter('add chain=input comment="a b=c"'), filter('add chain=input comment="b=c a"')],
	[
		'mikrotik_routeros',
		'/ip address\nadd address=192.0.2.1/32 interface=ptp',
		'/ip address\nadd address=192.0.2.1/32 interface=ptp network=192.0.2.2',
	],
	['juniper_junos', 'set version 23.4R1', 'set version 25.4R1'],
	...['/ip ipsec policy', '/routing rule', '/caps-man provisioning', '/queue simple'].map(
		(menu): Pair => [
			'mikrotik_routeros',
			`${menu} add comment=a\n${menu} add comment=b`,
			`${menu} add comment=b\n${menu} add comment=a`,
		],
	),
	[
		'nokia_srosmd',
		NAMED.map((entry) => `${entry} action action-type accept`).join('\n'),
		NAMED.toReversed()
			.map((entry) => `${entry} action action-type accept`)
			.join('\n'),
	],
	[
		'huawei_vrp',
		'traffic policy P\n classifier A behavior a\n classifier B behavior b',
		'traffic policy P\n classifier B behavior b\n classifier A behavior a',
	],
	...[
		'security ike policy P proposals',
		'routing-options rib-groups G import-rib',
		'access profile P accounting order',
	].map((list): Pair => ['juniper_junos', `set ${list} a.0\nset ${list} b.0`, `set ${list} b.0\nset ${list} a.0`]),
	['juniper_junos', 'set policy-options prefix-list P 192.0.2.0/31', 'set policy-options prefix-list P 192.0.2.0'],
	['huawei_vrp', 'acl number 3000\n rule 5 permit ip', 'acl number 3001\n rule 5 permit ip'],
	['huawei_vrp', 'ospf 1\n area 1\n  stub', 'ospf 1\n area 0.0.1.1\n  stub'],
	['hp_comware', 'line vty 0 4\n idle-timeout 15', 'line vty 0 4\n idle-timeout 15 30'],
	['juniper_junos', 'set protocols ospf area 1 stub', 'set protocols ospf area 0.1.0.0 stub'],
	[
		'nokia_sros',
		'configure\n    router\n        ospf 1\n        exit\n    exit\nexit',
		'configure\n    router\n        ospf\n        exit\n    exit\nexit',
	],
	['hp_comware', 'acl advanced 3000\n rule 5 permit ip', 'acl ipv6 advanced 3000\n rule 5 permit ip'],
	[
		'huawei_vrp',
		'acl number 3000\n rule permit tcp\n rule deny ip',
		'acl number 3000\n rule 5 deny ip\n rule 10 permit tcp',
	],
	[
		'huawei_vrp',
		'acl number 2000\n rule 5 permit source 192.0.2.1 0',
		'acl number 2000\n rule 5 permit source 192.0.2.1 0.0.0.1',
	],
	['nokia_sros', 'configure\n    router\n    exit\nexit', 'configure\n    router "blue"\n    exit\nexit'],
	[
		'checkpoint_gaia',
		'set interface eth1 ipv4-address 192.0.2.1 subnet-mask 255.255.255.0',
		'set interface eth1 ipv4-address 192.0.2.1 mask-length 25',
	],
	['checkpoint_gaia', 'set dns primary 192.0.2.1', 'set dns secondary 192.0.2.1'],
	['fortinet', table('firewall policy', 'set action deny'), table('firewall policy', 'set action accept')],
	['fortinet', table('firewall policy', 'set nat disable'), table('firewall policy', 'set nat enable')],
	['fortinet', table('router static', 'set dst 0.0.0.0/0'), table('router static', 'set dst 10.0.0.0 255.0.0.0')],
	['fortinet', table('firewall policy', `set uuid ${UUID}`), table('firewall policy', `set uuid 1${UUID.slice(1)}`)],
	['paloalto_panos', rules('a {', 'to x;', '}', 'b {', 'to x;', '}'), rules('b {', 'to x;', '}', 'a {', 'to x;', '}')],
	[
		'paloalto_panos',
		'set rulebase security rules a to x\nset rulebase security rules b to x',
		rules(`b ${UUID} {`, 'to x;', '}', `a 1${UUID.slice(1)} {`, 'to x;', '}'),
	],
	['paloalto_panos', braces(['a', 'b'], `vm-uuid ${UUID};`), braces(['a', 'b'], `vm-uuid 1${UUID.slice(1)};`)],
	['f5_tmsh', virtual('destination 192.0.2.1:443'), virtual('destination 192.0.2.1:http')],
	['f5_tmsh', virtual('destination 192.0.2.1:443'), virtual('destination 192.0.2.1:443', 'source 10.0.0.0/8')],
	['f5_tmsh', virtual('pool web'), virtual('pool /other/web')],
	[
		'f5_tmsh',
		braces(['ltm pool P', 'members', 'A:80'], 'address 192.0.2.1'),
		braces(['ltm pool P', 'members', 'A:80'], 'address 192.0.2.1', 'session user-disabled'),
	],
	['mikrotik_routeros', '/ip route\nadd distance=1 gateway=192.0.2.1', '/ip route\nadd distance=10 gateway=192.0.2.1'],
	['fortinet', table('system interface'), table('system interface', 'set vdom "blue"')],
	[
		'vyos',
		"set interfaces ethernet eth0 hw-id '00:53:00:aa:bb:cc'",
		"set interfaces ethernet eth0 hw-id '00:53:00:aa:bb:cd'",
	],
	[
		'vyos',
		`${DHCP} name-server 192.0.2.1\n${DHCP} name-server 192.0.2.2`,
		`${DHCP} name-server 192.0.2.2\n${DHCP} name-server 192.0.2.1`,
	],
	[
		'ubiquiti_edgeos',
		braces(['dhcp-server', 'subnet 192.0.2.0/24'], 'dns-server 192.0.2.1', 'dns-server 192.0.2.2'),
		braces(['dhcp-server', 'subnet 192.0.2.0/24'], 'dns-server 192.0.2.2', 'dns-server 192.0.2.1'),
	],
	['extreme_exos', 'configure vlan A add ports 1-4 untagged', 'configure vlan A add ports 1-4 tagged'],
	['extreme_exos', 'configure vlan A add ports 1:1-4 tagged', 'configure vlan A add ports 1:1-3,2:4 tagged'],
];

const named = (pairs: readonly Pair[]): readonly (readonly [string, Pair])[] => pairs.map((pair) => [pair[0], pair]);

const compared = ([name, one, other]: Pair): readonly string[] =>
	differences({ platform: platformOf(name), intended: `${one}\n`, running: `${other}\n` });

it('says in scope `declared` what a term of Junos does beyond what it should', () => {
	const changes = differences({
		platform: platformOf('juniper_junos'),
		intended: braces(term, 'local-preference 200;', 'accept;'),
		running: braces(term, 'metric 5;', 'local-preference 200;', 'accept;'),
		options: { scope: 'declared' },
	});

	expect(changes).toEqual(['extra policy-options > policy-statement P > term A > then > metric 5']);
});

it('says in scope `declared` which rule a document has beyond what it should', () => {
	const document = (transport: 'rest' | 'netconf', name: string, texts: readonly [string, string]): readonly string[] =>
		differences({
			platform: readAs(platformOf(name), transport),
			intended: texts[0],
			running: texts[1],
			options: { scope: 'declared' },
		});
	const rules = (...numbers: readonly string[]): string =>
		JSON.stringify({ nat: { rule: Object.fromEntries(numbers.map((number) => [number, { exclude: {} }])) } }, null, 2);
	const entries = (...numbers: readonly number[]): string =>
		`<ip-filter><filter-name>A</filter-name>${numbers.map((number) => `<entry><entry-id>${number}</entry-id></entry>`).join('')}</ip-filter>`;

	expect(document('rest', 'vyos', [rules('10', '20'), rules('20', '10')])).toEqual([]);
	expect(document('rest', 'vyos', [rules('10'), rules('10', '20')])).toHaveLength(2);
	expect(document('netconf', 'nokia_srosmd', [entries(10, 20), entries(20, 10)])).toEqual([]);
	expect(document('netconf', 'nokia_srosmd', [entries(10), entries(10, 20)])).not.toEqual([]);
});

describe('two ways to say one thing', () => {
	it.each(named(SAME))('are no drift on %s: %j', (_, [name, one, other]) => {
		expect(compared([name, one, other])).toEqual([]);
		expect(compared([name, other, one])).toEqual([]);
	});

	it.each(named(OTHER))('are not what only looks alike on %s: %j', (_, pair) => {
		expect(compared(pair)).not.toEqual([]);
	});
});
