import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** What was entered into a lab's device, what it showed then, and what it would show of something else. */
type Pair = readonly [platform: string, entered: string, shown: string, other: string];

const under = (header: string, ...lines: readonly string[]): string => [header, ...lines].join('\n ');
const isis = (...lines: readonly string[]): string => under('router isis 1', 'net 49.0001.0000.0000.0001.00', ...lines);
const family = (...lines: readonly string[]): string =>
	under('vrf context A', 'vni 9', 'address-family ipv4 unicast', ...lines.map((line) => ` ${line}`));
const evpn = (...lines: readonly string[]): string =>
	under('evpn', 'vni 10 l2', ' rd auto', ...lines.map((line) => ` ${line}`));
const eos = (...lines: readonly string[]): string => under('router bgp 65001', 'router-id 192.0.2.1', ...lines);
const vpc = (word: string, ...lines: readonly string[]): string =>
	`${under('vpc domain 8', word)}\n${under('interface Vlan100', ...lines)}`;
const port = (...lines: readonly string[]): string => under('interface Ethernet1', 'description a', ...lines);
const line = (...lines: readonly string[]): string => under('line con 0', 'logging synchronous', ...lines);

const PAIRS: readonly Pair[] = [
	// Entered into FRRouting 8.4: routers of its own topology tests.
	['frr', 'ip route 192.0.2.0/24 NULL0', 'ip route 192.0.2.0/24 Null0', 'ip route 192.0.2.0/24 eth0'],
	['frr', 'ip route 192.0.2.0/24 null0 200', 'ip route 192.0.2.0/24 Null0 200', 'ip route 192.0.2.0/24 Null0 20'],
	['frr', 'ip pim rp 192.0.2.1', 'ip pim rp 192.0.2.1 224.0.0.0/4', 'ip pim rp 192.0.2.1 239.0.0.0/8'],
	['frr', 'ip forwarding\nhostname a', 'hostname a', 'no ip forwarding\nhostname a'],
	['frr', 'ipv6 forwarding\nhostname a', 'hostname a', 'no ipv6 forwarding\nhostname a'],
	['frr', 'hostname a', 'frr defaults traditional\nhostname a', 'frr defaults datacenter\nhostname a'],
	['frr', 'line vty\n!\nhostname a', 'hostname a', under('hostname a\nline vty', 'exec-timeout 5 0')],
	[
		'frr',
		under('router ospf', 'router-id 192.0.2.1'),
		under('router ospf', 'ospf router-id 192.0.2.1'),
		under('router ospf', 'ospf router-id 192.0.2.2'),
	],
	[
		'frr',
		under('router ospf', 'maximum-paths 2', 'refresh timer 10'),
		under('router ospf', 'maximum-paths 2'),
		under('router ospf', 'maximum-paths 2', 'refresh timer 20'),
	],
	[
		'frr',
		under('router ospf', 'segment-routing on', 'segment-routing global-block 16000 23999'),
		under('router ospf', 'segment-routing on'),
		under('router ospf', 'segment-routing on', 'segment-routing global-block 16000 24999'),
	],
	[
		'frr',
		under('router ospf', 'graceful-restart grace-period 120'),
		under('router ospf', 'graceful-restart'),
		under('router ospf', 'graceful-restart grace-period 60'),
	],
	[
		'frr',
		isis('lsp-gen-interval 2'),
		isis('lsp-timers gen-interval 2 refresh-interval 900 max-lifetime 1200'),
		isis('lsp-timers gen-interval 2 refresh-interval 900 max-lifetime 1500'),
	],
	[
		'frr',
		isis('max-lsp-lifetime 1500', 'lsp-gen-interval 2'),
		isis('lsp-timers gen-interval 2 refresh-interval 900 max-lifetime 1500'),
		isis('lsp-timers gen-interval 3 refresh-interval 900 max-lifetime 1500'),
	],
	['frr', isis('metric-style wide'), isis(), isis('metric-style narrow')],
	[
		'frr',
		under('router bgp 1', 'neighbor eth0 interface', 'neighbor eth0 remote-as external'),
		under('router bgp 1', 'neighbor eth0 interface remote-as external'),
		under('router bgp 1', 'neighbor eth0 interface remote-as internal'),
	],
	[
		'frr',
		under('router bgp 1', 'neighbor eth0 interface v6only', 'neighbor eth0 peer-group F'),
		under('router bgp 1', 'neighbor eth0 interface v6only peer-group F'),
		under('router bgp 1', 'neighbor eth0 interface peer-group F'),
	],
	['frr', 'debug bgp updates', 'debug bgp updates in\ndebug bgp updates out', 'debug bgp updates in'],
	['frr', under('int lo', 'ip addr 192.0.2.1/32'), under('interface lo', 'ip address 192.0.2.1/32'), 'interface lo'],
	[
		'frr',
		port('ip ospf priority 1', 'ipv6 nd suppress-ra'),
		port(),
		port('ip ospf priority 0', 'no ipv6 nd suppress-ra'),
	],

	// What the templates of ipspace/netlab enter, and what its labs show: EOS 4.28 and 4.32.
	['arista_eos', eos('bgp log-neighbor-changes'), eos(), eos('no bgp log-neighbor-changes')],
	['arista_eos', eos('no bgp default ipv6-unicast'), eos(), eos('bgp default ipv6-unicast')],
	['arista_eos', 'ip routing\nip routing ipv6 interfaces', 'ip routing ipv6 interfaces', 'ip routing'],
	['arista_eos', port('ipv6 nd ra interval 5'), port('ipv6 nd ra interval msec 5000'), port('ipv6 nd ra interval 50')],
	[
		'arista_eos',
		eos('network 192.0.2.0/24', 'address-family ipv4', ' neighbor A activate'),
		eos('address-family ipv4', ' neighbor A activate', ' network 192.0.2.0/24'),
		eos('address-family ipv4', ' neighbor A activate', ' network 192.0.2.0/25'),
	],
	['arista_eos', 'configure\nhostname a', 'hostname a', 'hostname b'],
	[
		'arista_eos',
		under('int et1', 'switchport', 'mtu 1500'),
		'interface Ethernet1',
		under('interface Ethernet1', 'mtu 9000'),
	],

	// Labs of NX-OS 9.3.
	[
		'cisco_nxos',
		family('route-target both 300:300 evpn'),
		family('route-target import 300:300 evpn', 'route-target export 300:300 evpn'),
		family('route-target import 300:300 evpn', 'route-target export 300:300'),
	],
	[
		'cisco_nxos',
		evpn('route-target both auto'),
		evpn('route-target import auto', 'route-target export auto'),
		evpn('route-target import auto', 'route-target export 1:1'),
	],
	['cisco_nxos', 'hostname a', 'hostname a\ncopp profile strict', 'hostname a\ncopp profile lenient'],
	['cisco_nxos', 'hostname a', 'hostname a\nicam monitor scale', 'hostname a\nicam monitor interval 1 history 2'],
	[
		'cisco_nxos',
		'hostname a',
		'hostname a\nvrf context management',
		under('hostname a\nvrf context management', 'vni 1'),
	],
	['cisco_nxos', 'hostname a', 'hostname a\ninterface Vlan1', under('hostname a\ninterface Vlan1', 'no shutdown')],
	[
		'cisco_nxos',
		'hostname a',
		under('hostname a\ninterface mgmt0', 'vrf member management'),
		under('hostname a\ninterface mgmt0', 'vrf member A'),
	],
	[
		'cisco_nxos',
		under('interface e1/3', 'switchport mode access'),
		'interface Ethernet1/3',
		under('interface Ethernet1/3', 'switchport mode trunk'),
	],

	[
		'cisco_nxos',
		vpc('peer-gateway', 'ip address 192.0.2.1/24'),
		vpc('peer-gateway', 'no ip redirects', 'ip address 192.0.2.1/24', 'no ipv6 redirects'),
		vpc('peer-gateway', 'ip redirects', 'ip address 192.0.2.1/24'),
	],
	[
		'cisco_nxos',
		vpc('peer-gateway', 'no ip redirects'),
		vpc('peer-gateway', 'no ip redirects', 'no ipv6 redirects'),
		vpc('peer-switch', 'no ip redirects', 'no ipv6 redirects'),
	],

	// Labs of IOS 15 and IOS XE 16.
	...[
		['mmi polling-interval 60', 'mmi polling-interval 90'],
		['mmi snmp-timeout 180', 'mmi snmp-timeout 90'],
		['no mmi auto-configure', 'mmi auto-configure'],
		['vlan internal allocation policy ascending', 'vlan internal allocation policy descending'],
		['platform qfp utilization monitor load 80', 'platform qfp utilization monitor load 90'],
		['diagnostic bootup level minimal', 'diagnostic bootup level complete'],
		['subscriber templating', 'no subscriber templating'],
		['service timestamps log datetime msec', 'no service timestamps log uptime'],
		['service timestamps debug datetime msec', 'service timestamps debug uptime'],
		['ip cef', 'no ip cef'],
		['no ipv6 cef', 'ipv6 cef'],
	].map(([shown, other]): Pair => ['cisco_ios', 'hostname a', `hostname a\n${shown}`, `hostname a\n${other}`]),
	['cisco_ios', 'ipv6 unicast-routing', 'ipv6 unicast-routing\nipv6 cef', 'ipv6 unicast-routing\nno ipv6 cef'],
	['cisco_ios', line(), line('stopbits 1'), line('stopbits 2')],
	[
		'cisco_ios',
		'hostname a',
		under('hostname a\nline con 0', 'stopbits 1'),
		under('hostname a\nline con 0', 'password a'),
	],
	[
		'cisco_ios',
		under('int g0/1', 'ip addr 192.0.2.1 255.255.255.0', 'no shut'),
		under('interface GigabitEthernet0/1', 'ip address 192.0.2.1 255.255.255.0'),
		under('interface GigabitEthernet0/1', 'ip address 192.0.2.2 255.255.255.0'),
	],
	[
		'cisco_ios',
		under('int e0/0', 'description a'),
		under('interface Ethernet0/0', 'description a'),
		'interface Ethernet0/0',
	],

	// Labs of RouterOS 6 and 7.
	[
		'mikrotik_routeros',
		'/ip address\nadd address=192.0.2.1/24 disabled=no interface=ether1',
		'/ip address\nadd address=192.0.2.1/24 interface=ether1 network=192.0.2.0',
		'/ip address\nadd address=192.0.2.1/24 disabled=yes interface=ether1 network=192.0.2.0',
	],
	[
		'mikrotik_routeros',
		'/ip address add address=192.0.2.1/24 interface=ether1 disabled=no',
		'/ip address\nadd address=192.0.2.1/24 interface=ether1 network=192.0.2.0',
		'/ip address\nadd address=192.0.2.1/24 interface=ether2 network=192.0.2.0',
	],

	// Pages about ASA and AOS-CX.
	[
		'cisco_asa',
		under('interface g1/1', 'nameif dmz', 'security-level 50', 'no shut'),
		under('interface GigabitEthernet1/1', 'nameif dmz', 'security-level 50'),
		under('interface Management1/1', 'nameif dmz', 'security-level 50'),
	],
	[
		'aruba_aoscx',
		under('int 1/1/1', 'no shut', 'vlan trunk allowed 10'),
		under('interface 1/1/1', 'no shutdown', 'vlan trunk native 1', 'vlan trunk allowed 10'),
		under('interface 1/1/1', 'no shutdown', 'vlan trunk native 20', 'vlan trunk allowed 10'),
	],
	[
		'dell_os10',
		under('int eth1/1/1', 'no shut', 'description a'),
		under('interface ethernet1/1/1', 'no shutdown', 'description a'),
		under('interface ethernet1/1/1', 'shutdown', 'description a'),
	],

	// A lab of H3C Comware 7.1.
	[
		'hp_comware',
		under('interface GE0/1', 'ospf 1 area 0'),
		under('interface GigabitEthernet0/1', 'ospf 1 area 0.0.0.0'),
		under('interface GigabitEthernet0/1', 'ospf 1 area 0.0.0.1'),
	],
	[
		'hp_comware',
		under('bgp 65001', 'address-family ipv4', ' network 192.0.2.0 24'),
		under('bgp 65001', '#', 'address-family ipv4 unicast', ' network 192.0.2.0 255.255.255.0'),
		under('bgp 65001', '#', 'address-family ipv6 unicast', ' network 192.0.2.0 255.255.255.0'),
	],
	[
		'huawei_vrp',
		under('interface GigabitEthernet0/0/1', 'ospf enable 1 area 0'),
		under('interface GigabitEthernet0/0/1', 'ospf enable 1 area 0.0.0.0'),
		under('interface GigabitEthernet0/0/1', 'ospf enable 2 area 0.0.0.0'),
	],
	[
		'hp_comware',
		under('int XGE1/0/49', 'description a'),
		under('interface Ten-GigabitEthernet1/0/49', 'description a'),
		under('interface GigabitEthernet1/0/49', 'description a'),
	],
	[
		'hp_comware',
		under('interface Vlan-interface10', 'vrrp vrid 2 virtual-ip 192.0.2.254', 'vrrp vrid 2 priority 100'),
		under('interface Vlan-interface10', 'vrrp vrid 2 virtual-ip 192.0.2.254'),
		under('interface Vlan-interface10', 'vrrp vrid 2 virtual-ip 192.0.2.254', 'vrrp vrid 2 priority 110'),
	],
	...(
		[
			['line class vty', 'user-role network-operator', 'user-role network-admin'],
			['line vty 0 63', 'user-role network-operator', 'user-role network-admin'],
			['line class console', 'user-role network-admin', 'user-role network-operator'],
			['role name level-3', 'description Predefined level-3 role', 'rule 1 permit read write feature'],
			['radius scheme system', 'user-name-format without-domain', 'user-name-format keep-original'],
		] as const
	).map(
		([header, shown, other]): Pair => [
			'hp_comware',
			'sysname a',
			under(`sysname a\n#\n${header}`, shown),
			under(`sysname a\n#\n${header}`, other),
		],
	),
	[
		'hp_comware',
		'sysname a',
		'sysname a\n#\n password-recovery enable',
		'sysname a\n#\n undo password-recovery enable',
	],
	['hp_comware', 'sysname a', 'sysname a\n#\ndomain system\n#\nuser-group system', 'sysname a\n#\ndomain corp'],

	// What modules of Ansible enter, and what their documentation shows of the device: NX-OS and EOS.
	['cisco_nxos', port('ip redirects'), port(), port('no ip redirects')],
	['cisco_nxos', 'logging console\nhostname a', 'hostname a', 'logging console 5\nhostname a'],
	[
		'cisco_nxos',
		'logging server 192.0.2.1 4 facility local3 use-vrf A',
		'logging server 192.0.2.1 4 use-vrf A facility local3',
		'logging server 192.0.2.1 4 use-vrf local3 facility A',
	],
	...['cisco_nxos', 'arista_eos', 'cisco_ios'].map((name): Pair => {
		const entry = (flags: string): string => under('ip access-list extended A', `10 deny tcp any lt 55 any ${flags}`);
		return [name, entry('urg fin ack log'), entry('ack fin urg log'), entry('ack fin log')];
	}),
	...['cisco_nxos', 'arista_eos'].map((name): Pair => {
		const entry = (host: string): string => under('ipv6 access-list A', `10 permit tcp any ${host}`);
		return [name, entry('host 2001:DB8::2'), entry('2001:db8::2/128'), entry('2001:db8::2/127')];
	}),
	['arista_eos', eos('neighbor A allowas-in'), eos('neighbor A allowas-in 3'), eos('neighbor A allowas-in 1')],
	['arista_eos', eos('distance bgp 30'), eos('distance bgp 30 30 30'), eos('distance bgp 30 200 200')],
	[
		'arista_eos',
		under('router ospfv3', 'area 0.0.0.3 range 192.0.2.7/24 advertise'),
		under('router ospfv3', 'area 0.0.0.3 range 192.0.2.0/24'),
		under('router ospfv3', 'area 0.0.0.3 range 192.0.2.0/24 not-advertise'),
	],
	[
		'arista_eos',
		under('router ospf 1', 'area 3 range 192.0.2.7 255.255.255.0 advertise cost 9'),
		under('router ospf 1', 'area 0.0.0.3 range 192.0.2.0/24 cost 9'),
		under('router ospf 1', 'area 0.0.0.3 range 192.0.2.0/25 cost 9'),
	],
];

describe.each(PAIRS)('%s: %j', (name, entered, shown, other) => {
	const platform = platformOf(name);

	it('is in sync with what the device shows', () => {
		expect(differences({ platform, intended: entered, running: shown })).toEqual([]);
	});

	it('differs from something else', () => {
		expect(differences({ platform, intended: entered, running: other })).not.toEqual([]);
	});
});

/** What a device has to show as long as it holds: without it, somebody changed something. */
const LOST: readonly (readonly [platform: string, line: string])[] = [
	['cisco_ios', 'ip cef'],
	['cisco_ios', 'service timestamps log datetime msec'],
	['cisco_nxos', 'copp profile strict'],
	['cisco_nxos', 'icam monitor scale'],
	['hp_comware', 'password-recovery enable'],
	['frr', 'frr defaults traditional'],
];

it.each(LOST)('%s: tells that %s is gone', (name, text) => {
	expect(differences({ platform: platformOf(name), intended: `${text}\nhostname a`, running: 'hostname a' })).toEqual([
		`missing ${text}`,
	]);
});

it('tells redirects that no gateway for a peer switched off', () => {
	const [intended, running] = [vpc('peer-switch', 'mtu 9000'), vpc('peer-switch', 'mtu 9000', 'no ip redirects')];

	expect(differences({ platform: platformOf('cisco_nxos'), intended, running })).toEqual([
		'extra interface Vlan100 > no ip redirects',
	]);
});

it.each([
	['frr', under('bfd', 'peer 192.0.2.1', ' no shutdown'), under('bfd', 'peer 192.0.2.1')],
	['frr', isis('is-type level-1-2'), isis()],
	['frr', isis('lsp-gen-interval 30'), isis('lsp-timers gen-interval 5 refresh-interval 900 max-lifetime 1200')],
	[
		'frr',
		isis('max-lsp-lifetime 1200'),
		isis('lsp-timers level-1 gen-interval 30 refresh-interval 900 max-lifetime 1500'),
	],
	['cisco_nxos', under('interface Vethernet1', 'shutdown', 'mtu 9000'), under('interface Vethernet1', 'mtu 9000')],
])('%s: states nothing that a release, another kind or another line says otherwise: %#', (name, intended, running) => {
	const texts = { platform: platformOf(name), intended, running };

	expect(differences({ ...texts, options: { scope: 'declared' } })).toHaveLength(1);
});

it.each(['host', 'net-group', 'addrgroup', 'time-range', 'log', 'eq'])('leaves a name behind %s alone', (word) => {
	const entry = (rest: string): string => under('ip access-list A', `10 permit tcp any any ${word} ${rest}`);

	expect(
		differences({ platform: platformOf('cisco_nxos'), intended: entry('ack fin syn'), running: entry('fin ack syn') }),
	).toHaveLength(1);
});

it.each(['hp_comware', 'huawei_vrp'])('%s: tells that the agent of SNMP runs where nothing said starts it', (name) => {
	const traps = 'sysname a\nsnmp-agent trap enable';

	expect(differences({ platform: platformOf(name), intended: traps, running: `${traps}\nsnmp-agent` })).toEqual([
		'extra snmp-agent',
	]);
});

it('reads no interface of a protocol in a text of Junos', () => {
	const message = (port: string): string =>
		`set system host-name a\nset system login message "see protocols ospf area 0 interface ${port} is down"`;

	expect(
		differences({
			platform: platformOf('juniper_junos'),
			intended: message('ge-0/0/0'),
			running: message('ge-0/0/0.0'),
		}),
	).toHaveLength(1);
});

it('leaves the name of a group alone that is called like a flag', () => {
	const entry = (flags: string): string => under('ip access-list A', `10 permit tcp any object-group ${flags}`);

	expect(
		differences({ platform: platformOf('cisco_ios'), intended: entry('ack fin syn'), running: entry('fin ack syn') }),
	).toHaveLength(1);
	expect(
		differences({ platform: platformOf('cisco_ios'), intended: entry('ack fin syn'), running: entry('ack syn fin') }),
	).toEqual([]);
});

it('tells redirects beside a second address, which takes them away on some devices only', () => {
	const addresses = ['ip address 192.0.2.1/25', 'ip address 192.0.2.129/25 secondary'];
	const [intended, running] = [port(...addresses), port('no ip redirects', ...addresses)];

	expect(differences({ platform: platformOf('cisco_nxos'), intended, running })).toEqual([
		'extra interface Ethernet1 > no ip redirects',
	]);
});

it('tells redirects of a VLAN that may be left out by the gateway for a peer', () => {
	const gateway = 'peer-gateway exclude-vlan 100';
	const [intended, running] = [vpc(gateway, 'mtu 9000'), vpc(gateway, 'mtu 9000', 'no ip redirects')];

	expect(differences({ platform: platformOf('cisco_nxos'), intended, running })).toEqual([
		'extra interface Vlan100 > no ip redirects',
	]);
});

it('knows that older releases of IOS start otherwise', () => {
	const [intended, running] = ['version 12.2\nhostname a', 'version 12.2\nhostname a\nip cef'];

	expect(differences({ platform: platformOf('cisco_ios'), intended, running })).toEqual(['extra ip cef']);
});

it('sees the order of the commands of a schedule', () => {
	const header = 'kron policy-list A';
	const [intended, running] = [under(header, 'cli a', 'cli b'), under(header, 'cli b', 'cli a')];

	expect(differences({ platform: platformOf('cisco_ios'), intended, running })).toHaveLength(1);
});

it('reads a job of NX-OS as it is shown and as it is indented, and sees the order of its commands', () => {
	const platform = platformOf('cisco_nxos');
	const header = 'scheduler job name A';
	const [intended, running] = [under(header, 'show clock', 'reload'), `${header}\nshow clock\nreload\n\nend-job`];
	const turned = `${header}\nreload\nshow clock\n\nend-job`;

	expect(differences({ platform, intended, running })).toEqual([]);
	expect(differences({ platform, intended, running: turned })).toEqual([
		`missing ${header} >  show clock`,
		`extra ${header} > show clock`,
	]);
});
