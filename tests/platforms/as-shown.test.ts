import { describe, expect, it } from 'vitest';
import { adoptConfig } from '../../src/domain/adopt/adopt-config.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { compareTexts, differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, what people enter, what the device then shows, and what it would show of something else. */
type Shown = readonly [platform: string, entered: string, shown: string, other: string];

const acl = (entry: string): string => `ip access-list extended A\n ${entry}`;

const PORTS: readonly Shown[] = [
	['cisco_ios', acl('permit udp any any eq 37'), acl('permit udp any any eq time'), acl('permit udp any any eq 38')],
	[
		'cisco_ios',
		acl('permit tcp any any eq 443 80 22'),
		acl('permit tcp any any eq 443 www 22'),
		acl('permit tcp any any eq 443 8080 22'),
	],
	[
		'cisco_nxos',
		'ip access-list A\n  10 permit udp any any eq 195',
		'ip access-list A\n  10 permit udp any any eq dnsix',
		'ip access-list A\n  10 permit udp any any eq 90',
	],
	[
		'arista_eos',
		'ip access-list A\n   10 permit tcp any any eq 22 443 639',
		'ip access-list A\n   10 permit tcp any any eq ssh https msdp',
		'ip access-list A\n   10 permit tcp any any eq ssh https',
	],
	[
		'cisco_xr',
		'ipv4 access-list A\n 10 permit udp any any eq 1812',
		'ipv4 access-list A\n 10 permit udp any any eq radius',
		'ipv4 access-list A\n 10 permit udp any any eq 1645',
	],
	[
		'cisco_asa',
		'access-list A extended permit udp any any eq 1645',
		'access-list A extended permit udp any any eq radius',
		'access-list A extended permit udp any any eq 1812',
	],
	[
		'cisco_asa',
		'access-list A extended permit tcp any any eq http',
		'access-list A extended permit tcp any any eq www',
		'access-list A extended permit tcp any any eq 8080',
	],
	[
		'cisco_asa',
		'access-list A extended permit tcp any any eq dns',
		'access-list A extended permit tcp any any eq dnsix',
		'access-list A extended permit tcp any any eq domain',
	],
	[
		'cisco_asa',
		'object network W\n nat (in,out) static interface service tcp 80 8080',
		'object network W\n nat (in,out) static interface service tcp www 8080 ',
		'object network W\n nat (in,out) static interface service tcp www www ',
	],
];

const ADDRESSES: readonly Shown[] = [
	['cisco_ios', 'access-list 10 permit host 192.0.2.1', 'access-list 10 permit 192.0.2.1', 'access-list 10 permit any'],
	[
		'cisco_ios',
		'ip access-list standard A\n permit 192.0.2.1 0.0.0.0',
		'ip access-list standard A\n 10 permit 192.0.2.1',
		'ip access-list standard A\n 10 permit 192.0.2.2',
	],
	[
		'cisco_ios',
		acl('permit ip 10.0.0.9 0.0.0.255 any'),
		acl('permit ip 10.0.0.0 0.0.0.255 any'),
		acl('permit ip 10.0.1.0 0.0.0.255 any'),
	],
	[
		'cisco_ios',
		'router ospf 1\n network 10.0.0.1 0.0.0.255 area 0.0.0.0',
		'router ospf 1\n network 10.0.0.0 0.0.0.255 area 0',
		'router ospf 1\n network 10.0.0.0 0.0.0.255 area 1',
	],
	[
		'cisco_ios',
		'ip dhcp pool P\n network 192.0.2.0 /24',
		'ip dhcp pool P\n network 192.0.2.0 255.255.255.0',
		'ip dhcp pool P\n network 192.0.2.0 255.255.255.128',
	],
	[
		'cisco_nxos',
		'interface Ethernet1/1\n  ip router ospf 1 area 0',
		'interface Ethernet1/1\n  ip router ospf 1 area 0.0.0.0',
		'interface Ethernet1/1\n  ip router ospf 1 area 0.0.0.1',
	],
	[
		'cisco_xr',
		'ipv4 access-list A\n 10 permit ipv4 192.0.2.0/24 192.0.2.1/32',
		'ipv4 access-list A\n 10 permit ipv4 192.0.2.0 0.0.0.255 host 192.0.2.1',
		'ipv4 access-list A\n 10 permit ipv4 192.0.2.0 0.0.0.127 host 192.0.2.1',
	],
	[
		'cisco_asa',
		'access-list A permit ip 192.0.2.1 255.255.255.255 any',
		'access-list A extended permit ip host 192.0.2.1 any',
		'access-list A extended permit ip host 192.0.2.2 any',
	],
	[
		'cisco_asa',
		'access-list A line 1 extended permit ip any any',
		'access-list A extended permit ip any any',
		'access-list A standard permit any',
	],
	[
		'cisco_asa',
		'route outside 0 0 192.0.2.1',
		'route outside 0.0.0.0 0.0.0.0 192.0.2.1 1',
		'route outside 0.0.0.0 0.0.0.0 192.0.2.1 10',
	],
	['cisco_asa', 'http 0 0 inside', 'http 0.0.0.0 0.0.0.0 inside', 'http 0.0.0.0 0.0.0.0 outside'],
	[
		'cisco_asa',
		'nat (in,out) 1 source static A B',
		'nat (in,out) source static A B',
		'nat (in,out) after-auto source static A B',
	],
	['frr', 'ip route 10.0.0.0 255.0.0.0 192.0.2.1', 'ip route 10.0.0.0/8 192.0.2.1', 'ip route 10.0.0.0/9 192.0.2.1'],
	[
		'aruba_aoscx',
		'access-list ip A\n    10 permit any 192.0.2.0/24 any',
		'access-list ip A\n    10 permit any 192.0.2.0/255.255.255.0 any',
		'access-list ip A\n    10 permit any 192.0.2.0/255.255.0.0 any',
	],
	[
		'hp_procurve',
		'vlan 10\n   ip address 192.0.2.1/24',
		'vlan 10\n   ip address 192.0.2.1 255.255.255.0\n   exit',
		'vlan 10\n   ip address 192.0.2.1 255.255.0.0\n   exit',
	],
	[
		'hp_procurve',
		'ip access-list extended A\n   permit tcp 192.0.2.0/24 any eq 23',
		'ip access-list extended "A"\n     10 permit tcp 192.0.2.0 0.0.0.255 0.0.0.0 255.255.255.255 eq 23\n   exit',
		'ip access-list extended "A"\n     10 permit tcp 192.0.2.0 0.0.0.255 192.0.2.1 0.0.0.0 eq 23\n   exit',
	],
];

const WORDS: readonly Shown[] = [
	[
		'cisco_ios',
		'class-map C\n match dscp ef',
		'class-map match-all C\n match dscp ef',
		'class-map match-any C\n match dscp ef',
	],
	[
		'cisco_ios',
		'snmp-server community fictive ro',
		'snmp-server community fictive RO',
		'snmp-server community fictive RW',
	],
	[
		'cisco_ios',
		'router bgp 1\n address-family ipv4 unicast\n  neighbor 192.0.2.1 activate',
		'router bgp 1\n address-family ipv4\n  neighbor 192.0.2.1 activate\n exit-address-family',
		'router bgp 1\n address-family ipv4 multicast\n  neighbor 192.0.2.1 activate\n exit-address-family',
	],
	...['cisco_ios', 'cisco_nxos', 'arista_eos'].map(
		(name): Shown => [
			name,
			'route-map A\n match tag 1',
			'route-map A permit 10\n match tag 1',
			'route-map A deny 10\n match tag 1',
		],
	),
	[
		'cisco_ios',
		'monitor session 1 source interface Gi1/0/1 both',
		'monitor session 1 source interface Gi1/0/1',
		'monitor session 1 source interface Gi1/0/1 rx',
	],
	[
		'cisco_ios',
		'interface Twe1/0/1\n mtu 9000',
		'interface TwentyFiveGigE1/0/1\n mtu 9000',
		'interface TwentyFiveGigE1/0/2\n mtu 9000',
	],
	[
		'cisco_xr',
		'interface BE1\n mtu 9000',
		'interface Bundle-Ether1\n mtu 9000\n!',
		'interface Bundle-Ether2\n mtu 9000\n!',
	],
	[
		'cisco_asa',
		'interface Gi0/0\n nameif out',
		'interface GigabitEthernet0/0\n nameif out',
		'interface GigabitEthernet0/1\n nameif out',
	],
	[
		'dell_os10',
		'interface ethernet 1/1/1\n mtu 9216',
		'interface ethernet1/1/1\n mtu 9216',
		'interface ethernet1/1/2\n mtu 9216',
	],
	[
		'aruba_aoscx',
		'interface vlan10\n    mtu 9198',
		'interface vlan 10\n    mtu 9198',
		'interface vlan 11\n    mtu 9198',
	],
	[
		'cisco_ios',
		'snmp-server host 192.0.2.5 traps version 2c fictive',
		'snmp-server host 192.0.2.5 version 2c fictive ',
		'snmp-server host 192.0.2.5 informs version 2c fictive ',
	],
	[
		'cisco_ios',
		'crypto isakmp policy 10\n encryption aes 256',
		'crypto isakmp policy 10\n encr aes 256',
		'crypto isakmp policy 10\n encr aes',
	],
	['cisco_ios', 'clock timezone CET 1', 'clock timezone CET 1 0', 'clock timezone CET 1 30'],
	['cisco_ios', 'line con 0\n exec-timeout 5', 'line con 0\n exec-timeout 5 0', 'line con 0\n exec-timeout 5 30'],
	[
		'cisco_nxos',
		'snmp-server community fictive ro',
		'snmp-server community fictive group network-operator',
		'snmp-server community fictive group network-admin',
	],
	[
		'arista_eos',
		'ntp source vrf MGMT Ma1',
		'ntp local-interface vrf MGMT Management1',
		'ntp local-interface vrf MGMT Management2',
	],
	[
		'paloalto_panos',
		'set rulebase security rules a action allow',
		'set rulebase security rules a action allow\nset rulebase security rules a uuid 0a1b2c3d-0000-51eb-0000-000000000001',
		'set rulebase security rules a action deny\nset rulebase security rules a uuid 0a1b2c3d-0000-51eb-0000-000000000001',
	],
	[
		'cisco_xe',
		'archive\n log config\n  notify syslog',
		'archive\n log config\n  notify syslog contenttype plaintext',
		'archive\n log config\n  notify syslog contenttype xml',
	],
	['huawei_vrp', 'vlan 10\n quit\nvlan 20', 'vlan batch 10 20', 'vlan batch 10'],
	[
		'huawei_vrp',
		'vlan 10\n description LAN\nvlan 20',
		'vlan batch 10 20\n#\nvlan 10\n description LAN',
		'vlan batch 10 20\n#\nvlan 10\n description WAN',
	],
	[
		'huawei_vrp',
		'interface GE0/0/1\n mtu 9000',
		'interface GigabitEthernet0/0/1\n mtu 9000',
		'interface XGigabitEthernet0/0/1\n mtu 9000',
	],
	[
		'hp_comware',
		'local-user anna\n service-type ssh',
		'local-user anna class manage\n service-type ssh',
		'local-user anna class network\n service-type ssh',
	],
	[
		'hp_comware',
		'interface GigabitEthernet1/0/1\n port trunk permit vlan 10 20',
		'interface GigabitEthernet1/0/1\n port trunk permit vlan 1 10 20',
		'interface GigabitEthernet1/0/1\n undo port trunk permit vlan 1\n port trunk permit vlan 10 20',
	],
	[
		'mikrotik_routeros',
		'/ip dhcp-server lease\nadd address=192.0.2.5 mac-address=00:aa:bb:cc:dd:ee',
		'/ip dhcp-server lease\nadd address=192.0.2.5 mac-address=00:AA:BB:CC:DD:EE',
		'/ip dhcp-server lease\nadd address=192.0.2.5 mac-address=00:AA:BB:CC:DD:EF',
	],
	['hp_procurve', 'vlan 10\n   name LAN', 'vlan 10\n   name "LAN"\n   exit', 'vlan 10\n   name "WAN"\n   exit'],
];

const port = (...lines: readonly string[]): string => ['interface Ethernet1/1', ...lines].join('\n ');

const ROUTES: readonly Shown[] = [
	...['cisco_ios', 'cisco_xe'].map(
		(name): Shown => [
			name,
			'ip route 10.0.0.0 255.0.0.0 192.0.2.1 1',
			'ip route 10.0.0.0 255.0.0.0 192.0.2.1',
			'ip route 10.0.0.0 255.0.0.0 192.0.2.1 10',
		],
	),
	[
		'cisco_ios',
		'ip route vrf M 10.0.0.0 255.0.0.0 GigabitEthernet0/1 192.0.2.1 1 tag 5',
		'ip route vrf M 10.0.0.0 255.0.0.0 GigabitEthernet0/1 192.0.2.1 tag 5',
		'ip route vrf M 10.0.0.0 255.0.0.0 GigabitEthernet0/1 192.0.2.1 tag 1',
	],
	[
		'cisco_ios',
		'ip route 10.0.0.0 255.0.0.0 null0 1',
		'ip route 10.0.0.0 255.0.0.0 Null0',
		'ip route 10.0.0.0 255.0.0.0 Null0 11',
	],
	['cisco_ios', 'ipv6 route ::/0 2001:db8::1 1', 'ipv6 route ::/0 2001:DB8::1', 'ipv6 route ::/0 2001:DB8::1 2'],
	...['cisco_nxos', 'arista_eos', 'dell_os10', 'frr'].map(
		(name): Shown => [
			name,
			'ip route 10.0.0.0/8 192.0.2.1 1',
			'ip route 10.0.0.0/8 192.0.2.1',
			'ip route 10.0.0.0/8 192.0.2.1 tag 1',
		],
	),
	[
		'aruba_aoscx',
		'ip route 10.0.0.0/8 192.0.2.1 distance 1',
		'ip route 10.0.0.0/8 192.0.2.1',
		'ip route 10.0.0.0/8 192.0.2.1 distance 10',
	],
	...[
		['router bgp 1', 'network 10.0.0.0 mask 255.0.0.0', 'network 10.0.0.0', 'network 10.0.0.0 mask 255.255.0.0'],
		[
			'router bgp 1',
			'network 172.16.0.0 mask 255.255.0.0',
			'network 172.16.0.0',
			'network 172.16.0.0 mask 255.240.0.0',
		],
		[
			'router bgp 1',
			'network 192.0.2.0 mask 255.255.255.0 route-map A',
			'network 192.0.2.0 route-map A',
			'network 192.0.2.0 mask 255.255.255.0',
		],
		['router eigrp 1', 'network 10.0.0.0 0.255.255.255', 'network 10.0.0.0', 'network 10.0.0.0 0.0.255.255'],
		['router eigrp 1', 'network 192.0.2.0 0.0.0.255', 'network 192.0.2.0', 'network 192.0.2.0 0.0.0.127'],
	].map(([section, ...texts]): Shown => {
		const [entered = '', shown = '', other = ''] = texts.map((text) => `${section}\n ${text}`);
		return ['cisco_ios', entered, shown, other];
	}),
];

const VALUE_NAMES: readonly Shown[] = [
	['cisco_ios', acl('permit 6 any any'), acl('permit tcp any any'), acl('permit udp any any')],
	...['cisco_ios', 'cisco_nxos', 'arista_eos'].map(
		(name): Shown => [
			name,
			'ip access-list A\n 10 permit 6 any any eq 22',
			'ip access-list A\n 10 permit tcp any any eq 22',
			'ip access-list A\n 10 permit udp any any eq 22',
		],
	),
	[
		'cisco_xr',
		'ipv4 access-list A\n 10 permit 89 any any',
		'ipv4 access-list A\n 10 permit ospf any any',
		'ipv4 access-list A\n 10 permit 88 any any',
	],
	[
		'cisco_ios',
		'access-list 101 permit 50 any any',
		'access-list 101 permit esp any any',
		'access-list 101 permit ahp any any',
	],
	[
		'cisco_asa',
		'access-list A permit 47 any any',
		'access-list A extended permit gre any any',
		'access-list A extended permit 46 any any',
	],
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'cisco_xr'].map(
		(name): Shown => [
			name,
			'class-map match-any C\n match dscp 46 8 34 0',
			'class-map match-any C\n match dscp ef cs1 af41 default',
			'class-map match-any C\n match dscp ef cs1 af42 default',
		],
	),
	['cisco_ios', 'logging trap 5', 'logging trap notifications', 'logging trap warnings'],
	['cisco_ios', 'logging buffered 64000 7', 'logging buffered 64000 debugging', 'logging buffered 32000 debugging'],
	['cisco_asa', 'logging trap 3', 'logging trap errors', 'logging trap critical'],
];

const NAMES_AND_ADDRESSES: readonly Shown[] = [
	[
		'arista_eos',
		'ip virtual-router mac-address 001C.7300.0001',
		'ip virtual-router mac-address 00:1c:73:00:00:01',
		'ip virtual-router mac-address 00:1c:73:00:00:10',
	],
	[
		'cisco_nxos',
		'fabric forwarding anycast-gateway-mac 00:00:AA:AA:00:01',
		'fabric forwarding anycast-gateway-mac 0000.aaaa.0001',
		'fabric forwarding anycast-gateway-mac 0000.aaaa.0100',
	],
	[
		'mikrotik_routeros',
		'/ipv6 address\nadd address=2001:DB8::1/64 interface=lan',
		'/ipv6 address\nadd address=2001:db8::1/64 interface=lan',
		'/ipv6 address\nadd address=2001:db8::1/65 interface=lan',
	],
	[
		'cisco_ios',
		acl('permit ip 0.0.0.0 255.255.255.255 host 192.0.2.1'),
		acl('permit ip any host 192.0.2.1'),
		acl('permit ip 0.0.0.0 127.255.255.255 host 192.0.2.1'),
	],
	[
		'arista_eos',
		'ip access-list A\n   10 permit ip 0.0.0.0/0 any',
		'ip access-list A\n   10 permit ip any any',
		'ip access-list A\n   10 permit ip 0.0.0.0/1 any',
	],
	...['huawei_vrp', 'hp_comware'].flatMap((name): readonly Shown[] => [
		[
			name,
			'interface gigabitethernet 0/0/1\n mtu 1600',
			'interface GigabitEthernet0/0/1\n mtu 1600',
			'interface GigabitEthernet0/0/2\n mtu 1600',
		],
		[
			name,
			'interface loopback 0\n ipv6 address 2001:db8::1 128',
			'interface LoopBack0\n ipv6 address 2001:DB8::1/128',
			'interface LoopBack0\n ipv6 address 2001:DB8::1/64',
		],
	]),
	[
		'hp_comware',
		'interface vlan-interface 10\n mtu 1600',
		'interface Vlan-interface10\n mtu 1600',
		'interface Vlan-interface1\n mtu 1600',
	],
	[
		'huawei_vrp',
		'interface eth-trunk 1\n mtu 1600',
		'interface Eth-Trunk1\n mtu 1600',
		'interface Eth-Trunk2\n mtu 1600',
	],
	[
		'cisco_ios',
		'interface ap1/0/1\n mtu 9000',
		'interface AppGigabitEthernet1/0/1\n mtu 9000',
		'interface AppGigabitEthernet1/0/2\n mtu 9000',
	],
	['cisco_ios', 'interface bdi10\n mtu 9000', 'interface BDI10\n mtu 9000', 'interface BDI100\n mtu 9000'],
	['cisco_xr', 'interface bvi10\n mtu 9000', 'interface BVI10\n mtu 9000\n!', 'interface BVI1\n mtu 9000\n!'],
	[
		'cisco_xr',
		'interface twe0/0/0/1\n mtu 9000',
		'interface TwentyFiveGigE0/0/0/1\n mtu 9000\n!',
		'interface TenGigE0/0/0/1\n mtu 9000\n!',
	],
	['cisco_ios', 'line console 0\n stopbits 2', 'line con 0\n stopbits 2', 'line aux 0\n stopbits 2'],
	[
		'cisco_ios',
		'interface Gi0/1.10\n encapsulation dot1q 10',
		'interface GigabitEthernet0/1.10\n encapsulation dot1Q 10',
		'interface GigabitEthernet0/1.10\n encapsulation dot1Q 10 native',
	],
];

const MORE_WORDS: readonly Shown[] = [
	['cisco_ios', port('vrf forwarding M'), port('ip vrf forwarding M'), port('ip vrf forwarding N')],
	['arista_eos', port('vrf forwarding M'), port('vrf M'), port('vrf N')],
	['arista_eos', 'vrf definition M\n   rd 1:1', 'vrf instance M\n   rd 1:1', 'vrf instance N\n   rd 1:1'],
	...['cisco_ios', 'arista_eos'].map(
		(name): Shown => [
			name,
			'username anna privilege 1 secret 5 $1$abcd$efgh',
			'username anna secret 5 $1$abcd$efgh',
			'username anna privilege 15 secret 5 $1$abcd$efgh',
		],
	),
	['cisco_ios', 'username anna password letmein', 'username anna password 0 letmein', 'username anna password 0 letme'],
	['cisco_ios', 'line con 0\n password 0 letmein', 'line con 0\n password letmein', 'line con 0\n password letme'],
	['cisco_ios', 'tacacs-server key 0 fictive', 'tacacs-server key fictive', 'tacacs-server key other'],
	[
		'cisco_ios',
		'snmp-server host 192.0.2.5 traps version 1 fictive',
		'snmp-server host 192.0.2.5 fictive',
		'snmp-server host 192.0.2.5 version 2c fictive',
	],
	[
		'cisco_ios',
		'radius server A\n address ipv4 192.0.2.1',
		'radius server A\n address ipv4 192.0.2.1 auth-port 1645 acct-port 1646',
		'radius server A\n address ipv4 192.0.2.1 auth-port 1812 acct-port 1813',
	],
];

/** By platform: how its interfaces are cut short, and what it calls them. */
const SHORT_NAMES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
	cisco_ios: [
		['fa0/', 'FastEthernet0/'],
		['te1/1/', 'TenGigabitEthernet1/1/'],
		['fo1/1/', 'FortyGigabitEthernet1/1/'],
		['hu1/0/', 'HundredGigE1/0/'],
		['et0/', 'Ethernet0/'],
		['lo', 'Loopback'],
		['po', 'Port-channel'],
		['vl', 'Vlan'],
		['tu', 'Tunnel'],
		['se0/0/', 'Serial0/0/'],
		['tw1/0/', 'TwoGigabitEthernet1/0/'],
		['fi1/0/', 'FiveGigabitEthernet1/0/'],
		['nv', 'nve'],
	],
	cisco_nxos: [
		['eth1/', 'Ethernet1/'],
		['lo', 'loopback'],
		['po', 'port-channel'],
		['vl', 'Vlan'],
		['Mgmt', 'mgmt'],
		['tu', 'Tunnel'],
		['NVE', 'nve'],
	],
	cisco_xr: [
		['te0/0/0/', 'TenGigE0/0/0/'],
		['fo0/0/0/', 'FortyGigE0/0/0/'],
		['hu0/0/0/', 'HundredGigE0/0/0/'],
		['bundle-ether', 'Bundle-Ether'],
		['lo', 'Loopback'],
		['mg0/RP0/CPU0/', 'MgmtEth0/RP0/CPU0/'],
		['fourhundredgige0/0/0/', 'FourHundredGigE0/0/0/'],
		['null', 'Null'],
	],
	cisco_asa: [
		['te0/', 'TenGigabitEthernet0/'],
		['et0/', 'Ethernet0/'],
		['ma0/', 'Management0/'],
		['po', 'Port-channel'],
		['re', 'Redundant'],
	],
	arista_eos: [
		['lo', 'Loopback'],
		['ma', 'Management'],
		['po', 'Port-Channel'],
		['vl', 'Vlan'],
		['vx', 'Vxlan'],
		['tu', 'Tunnel'],
	],
	dell_os10: [
		['vl ', 'vlan'],
		['po ', 'port-channel'],
		['lo ', 'loopback'],
		['mgmt 1/1/', 'mgmt1/1/'],
	],
};

const INTERFACE_NAMES: readonly Shown[] = Object.entries(SHORT_NAMES).flatMap(([name, pairs]) =>
	pairs.map(([short, whole]): Shown => {
		const [entered = '', shown = '', other = ''] = [`${short}1`, `${whole}1`, `${whole}2`].map(
			(text) => `interface ${text}\n description A`,
		);
		return [name, entered, shown, other];
	}),
);

const AREAS: readonly Shown[] = [
	...['cisco_ios', 'arista_eos', 'cisco_asa', 'dell_os10', 'frr', 'aruba_aoscx', 'hp_procurve'].map(
		(name): Shown => [
			name,
			'router ospf 1\n area 1 stub',
			'router ospf 1\n area 0.0.0.1 stub',
			'router ospf 1\n area 0.0.1.0 stub',
		],
	),
	[
		'cisco_xr',
		'router ospf 1\n area 0\n  interface Loopback0',
		'router ospf 1\n area 0.0.0.0\n  interface Loopback0\n  !\n !\n!',
		'router ospf 1\n area 0.0.0.1\n  interface Loopback0\n  !\n !\n!',
	],
];

const LISTS: readonly Shown[] = [
	...['cisco_nxos', 'arista_eos'].map(
		(name): Shown => [
			name,
			'ip access-list A\n permit tcp any any\n deny udp any any',
			'ip access-list A\n 10 permit tcp any any\n 20 deny udp any any',
			'ip access-list A\n 10 deny udp any any\n 20 permit tcp any any',
		],
	),
	...['cisco_ios', 'arista_eos', 'dell_os10'].map(
		(name): Shown => [
			name,
			'ip prefix-list A permit 10.0.0.0/8\nip prefix-list A deny 0.0.0.0/0',
			'ip prefix-list A seq 5 permit 10.0.0.0/8\nip prefix-list A seq 10 deny 0.0.0.0/0',
			'ip prefix-list A seq 5 deny 0.0.0.0/0\nip prefix-list A seq 10 permit 10.0.0.0/8',
		],
	),
	[
		'arista_eos',
		'ip prefix-list A\n   permit 10.0.0.0/8\n   deny 0.0.0.0/0',
		'ip prefix-list A\n   seq 10 permit 10.0.0.0/8\n   seq 20 deny 0.0.0.0/0',
		'ip prefix-list A\n   seq 10 deny 0.0.0.0/0\n   seq 20 permit 10.0.0.0/8',
	],
	...['cisco_nxos', 'arista_eos'].map(
		(name): Shown => [
			name,
			'ip route 10.0.0.0 255.0.0.0 192.0.2.1',
			'ip route 10.0.0.0/8 192.0.2.1',
			'ip route 10.0.0.0/9 192.0.2.1',
		],
	),
	...['cisco_nxos', 'arista_eos'].map(
		(name): Shown => [
			name,
			'ip community-list standard B permit 65001:2 65001:1',
			'ip community-list standard B permit 65001:1 65001:2',
			'ip community-list standard B permit 65001:1',
		],
	),
	[
		'cisco_nxos',
		'ip access-list A\n  10 permit ip 192.0.2.9 0.0.0.255 host 192.0.2.1',
		'ip access-list A\n  10 permit ip 192.0.2.0/24 192.0.2.1/32',
		'ip access-list A\n  10 permit ip 192.0.2.0/25 192.0.2.1/32',
	],
	[
		'cisco_nxos',
		'ip name-server 192.0.2.1\nip name-server 192.0.2.2',
		'ip name-server 192.0.2.1 192.0.2.2',
		'ip name-server 192.0.2.2 192.0.2.1',
	],
	[
		'hp_procurve',
		'access-list 101 permit tcp any any eq 22',
		'ip access-list extended "101"\n     10 permit tcp 0.0.0.0 255.255.255.255 0.0.0.0 255.255.255.255 eq 22\n   exit',
		'ip access-list extended "101"\n     10 permit tcp 0.0.0.0 255.255.255.255 192.0.2.0 0.0.0.255 eq 22\n   exit',
	],
	[
		'cisco_ios',
		'access-list 10 permit 192.0.2.1\naccess-list 101 permit tcp any any',
		'ip access-list standard 10\n 10 permit 192.0.2.1\nip access-list extended 101\n 10 permit tcp any any',
		'ip access-list standard 10\n 10 permit 192.0.2.1\nip access-list extended 101\n 10 permit udp any any',
	],
	[
		'cisco_ios',
		'interface Gi1/0/1\n spanning-tree portfast edge trunk',
		'interface GigabitEthernet1/0/1\n spanning-tree portfast trunk',
		'interface GigabitEthernet1/0/1\n spanning-tree portfast',
	],
	[
		'cisco_ios',
		'snmp-server community fictive rw',
		'snmp-server community fictive RW',
		'snmp-server community fictive RO',
	],
	[
		'cisco_nxos',
		'snmp-server community fictive rw',
		'snmp-server community fictive group network-admin',
		'snmp-server community fictive group network-operator',
	],
	['huawei_vrp', 'ipv6 nd ra min-interval 100', 'ipv6 nd ra Min-interval 100', 'ipv6 nd ra Min-interval 200'],
	['extreme_exos', 'configure snmp sysName "core"', 'configure snmp sysName core', 'configure snmp sysName edge'],
];

/** What FRR 8.4 shows of entries of which some have a number: it counts on from the highest, and rounds that for some lists. */
const MIXED_NUMBERS: readonly Shown[] = (
	[
		['ip prefix-list', 12, 17, ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']],
		['access-list', 12, 17, ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']],
		['bgp as-path access-list', 10, 15, ['^1_', '^2_', '^3_', '^4_']],
		['bgp community-list standard', 10, 15, ['1:1', '1:2', '1:3', '1:4']],
	] as const
).map(([list, first, second, [a, b, c, d]]) => {
	const entries = (...all: readonly string[]): string => all.map((each) => `${list} M ${each}`).join('\n');
	return [
		'frr',
		entries(`seq 7 permit ${a}`, `permit ${b}`, `seq 3 permit ${c}`, `permit ${d}`),
		entries(`seq 3 permit ${c}`, `seq 7 permit ${a}`, `seq ${first} permit ${b}`, `seq ${second} permit ${d}`),
		entries(`seq 3 permit ${c}`, `seq 7 permit ${a}`, `seq ${first} permit ${d}`, `seq ${second} permit ${b}`),
	];
});

const sections = (line: string, ...names: readonly string[]): string =>
	names.map((name) => `interface ${name}\n ${line}`).join('\n');

const nvueVlans = (...keys: readonly string[]): string =>
	[
		'- set:',
		'    bridge:',
		'      domain:',
		'        br_default:',
		'          vlan:',
		...keys.map((key) => `            ${key}`),
	].join('\n');

const MORE_RANGES: readonly Shown[] = [
	[
		'hp_comware',
		sections('mtu 9000', 'range GigabitEthernet 1/0/1 to GigabitEthernet 1/0/3 ten-gigabitethernet 1/1/1'),
		sections('mtu 9000', ...[1, 2, 3].map((port) => `GigabitEthernet1/0/${port}`), 'Ten-GigabitEthernet1/1/1'),
		sections('mtu 9000', ...[1, 2, 4].map((port) => `GigabitEthernet1/0/${port}`), 'Ten-GigabitEthernet1/1/1'),
	],
	[
		'hp_procurve',
		sections('speed-duplex auto-1000', '1-3,A1-A2'),
		sections('speed-duplex auto-1000', '1', '2', '3', 'A1', 'A2'),
		sections('speed-duplex auto-1000', '1', '2', '3', 'B1', 'B2'),
	],
	['cumulus', nvueVlans("'10,20': {}"), nvueVlans("'10': {}", "'20': {}"), nvueVlans("'10': {}", "'30': {}")],
	['cumulus', nvueVlans('10-12: {}'), nvueVlans("'10': {}", "'11': {}", "'12': {}"), nvueVlans("'10': {}", "'12': {}")],
	[
		'cumulus',
		'nv set bridge domain br_default vlan 10,20',
		'nv set bridge domain br_default vlan 10\nnv set bridge domain br_default vlan 20',
		'nv set bridge domain br_default vlan 10\nnv set bridge domain br_other vlan 20',
	],
	...[
		['g0/0/1', 'GigabitEthernet0/0/1'],
		['gig 0/0/1', 'GigabitEthernet0/0/1'],
		['x0/0/1', 'XGigabitEthernet0/0/1'],
		['vlan 10', 'Vlanif10'],
		['eth-t1', 'Eth-Trunk1'],
	].map(
		([short = '', name = '']): Shown => [
			'huawei_vrp',
			sections('mtu 9000', short),
			sections('mtu 9000', name),
			sections('mtu 9000', `${name}2`),
		],
	),
	...[
		['g1/0/1', 'GigabitEthernet1/0/1'],
		['ten1/0/1', 'Ten-GigabitEthernet1/0/1'],
		['vlan10', 'Vlan-interface10'],
		['bridge 1', 'Bridge-Aggregation1'],
	].map(
		([short = '', name = '']): Shown => [
			'hp_comware',
			sections('mtu 9000', short),
			sections('mtu 9000', name),
			sections('mtu 9000', `${name}2`),
		],
	),
];

const AS_NUMBERS: readonly Shown[] = [
	...['cisco_ios', 'cisco_nxos', 'arista_eos'].flatMap((name): readonly Shown[] => {
		const neighbor = (as: string): string => `router bgp 65001\n neighbor 192.0.2.1\n  remote-as ${as}`;
		const prepended = (...path: readonly string[]): string =>
			`route-map A permit 10\n set as-path prepend ${path.join(' ')}`;
		return [
			[
				name,
				'router bgp 1.10\n maximum-paths 2',
				'router bgp 65546\n maximum-paths 2',
				'router bgp 110\n maximum-paths 2',
			],
			[name, neighbor('65535.65535'), neighbor('4294967295'), neighbor('4294967294')],
			[name, prepended('1.1', '1.1'), prepended('65537', '65537'), prepended('65537')],
		];
	}),
	['cisco_ios', 'vrf definition A\n rd 1.10:7', 'vrf definition A\n rd 65546:7', 'vrf definition A\n rd 192.0.1.10:7'],
];

const ICMP = {
	echo: '8',
	'echo-reply': '0',
	'time-exceeded': '11',
	'ttl-exceeded': '11 0',
	'port-unreachable': '3 3',
	'packet-too-big': '3 4',
	'administratively-prohibited': '3 13',
};

const ENTRY_VALUES: readonly Shown[] = [
	['cisco_ios', 'ip access-list extended A'],
	['cisco_nxos', 'ip access-list A'],
	['arista_eos', 'ip access-list A'],
	['cisco_xr', 'ipv4 access-list A'],
].flatMap(([name = '', list]): readonly Shown[] => {
	const entry = (text: string): string => `${list}\n 10 permit ${text}`;
	return [
		...Object.entries(ICMP).map(
			([kind, numbers]): Shown => [
				name,
				entry(`icmp any host 192.0.2.1 ${numbers}`),
				entry(`icmp any host 192.0.2.1 ${kind}`),
				entry(`icmp any host 192.0.2.1 ${kind === 'echo' ? 'redirect' : 'echo'}`),
			],
		),
		[
			name,
			entry('icmp any host 192.0.2.1 11'),
			entry('icmp any host 192.0.2.1 time-exceeded'),
			entry('icmp any host 192.0.2.1 ttl-exceeded'),
		],
		[
			name,
			entry('icmp host 192.0.2.1 10.0.0.0 0.255.255.255 8 log'),
			entry('icmp host 192.0.2.1 10.0.0.0 0.255.255.255 echo log'),
			entry('icmp host 192.0.2.1 10.0.0.0 0.255.255.255 log'),
		],
		[
			name,
			entry('ip any any precedence 6'),
			entry('ip any any precedence internet'),
			entry('ip any any precedence network'),
		],
	];
});

const STORM_CONTROL: readonly Shown[] = ['cisco_ios', 'cisco_nxos', 'arista_eos'].flatMap((name): readonly Shown[] => {
	const level = (value: string): string => `interface Ethernet1/1\n storm-control broadcast level ${value}`;
	return [
		[name, level('5'), level('5.00'), level('50')],
		[name, level('10 1.5'), level('10.00 1.50'), level('10.00 1.05')],
		[name, level('1'), level('1.0'), level('pps 1')],
	];
});

const SERVER_PORTS: readonly Shown[] = [
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'cisco_xr'].map(
		(name): Shown => [
			name,
			'tacacs-server host 192.0.2.1 port 49',
			'tacacs-server host 192.0.2.1',
			'tacacs-server host 192.0.2.1 port 4949',
		],
	),
	[
		'cisco_xe',
		'tacacs server A\n address ipv4 192.0.2.1\n port 49',
		'tacacs server A\n address ipv4 192.0.2.1',
		'tacacs server A\n address ipv4 192.0.2.1\n port 50',
	],
	...['cisco_ios', 'cisco_xr'].map(
		(name): Shown => [
			name,
			'radius-server host 192.0.2.1',
			'radius-server host 192.0.2.1 auth-port 1645 acct-port 1646',
			'radius-server host 192.0.2.1 auth-port 1812 acct-port 1813',
		],
	),
];

const bgp = (...lines: readonly string[]): string =>
	['router bgp 1', ...lines.map((line) => ` ${line}`), ' exit-address-family'].join('\n');

const AS_FRR_SHOWS: readonly Shown[] = (
	[
		['ip route 10.3.0.9/16 dummy0 1', 'ip route 10.3.0.0/16 dummy0', 'ip route 10.3.0.0/17 dummy0'],
		[
			'access-list 10 permit host 192.0.2.1',
			'access-list 10 seq 5 permit 192.0.2.1',
			'access-list 10 seq 5 permit any',
		],
		[
			'access-list A permit 192.0.2.9/24',
			'access-list A seq 5 permit 192.0.2.0/24',
			'access-list A seq 5 permit 192.0.3.0/24',
		],
		[
			'ip prefix-list A permit 10.0.0.9/8',
			'ip prefix-list A seq 5 permit 10.0.0.0/8',
			'ip prefix-list A seq 5 permit 0.0.0.0/8',
		],
		[
			'ip prefix-list A permit 10.0.0.9/0',
			'ip prefix-list A seq 5 permit 0.0.0.0/0',
			'ip prefix-list A seq 5 permit 10.0.0.0/1',
		],
		[
			bgp('address-family ipv6', ' neighbor 2001:DB8::9 activate'),
			bgp('address-family ipv6 unicast', ' neighbor 2001:db8::9 activate'),
			bgp('address-family ipv6 multicast', ' neighbor 2001:db8::9 activate'),
		],
		[
			bgp('address-family ipv4', ' network 10.8.0.9 mask 255.255.0.0'),
			bgp('address-family ipv4 unicast', ' network 10.8.0.0/16'),
			bgp('address-family ipv4 unicast', ' network 10.8.0.0/17'),
		],
		[
			bgp(
				'no bgp default ipv4-unicast',
				'address-family ipv4 unicast',
				' network 10.0.0.0/8',
				' neighbor 192.0.2.1 activate',
			),
			bgp('no bgp default ipv4-unicast', 'address-family ipv4', ' neighbor 192.0.2.1 activate', ' network 10.0.0.0/8'),
			bgp('no bgp default ipv4-unicast', 'address-family ipv4', ' network 10.0.0.0/8'),
		],
		[
			bgp('address-family ipv6 unicast', ' neighbor 2001:db8::9 activate', ' network 2001:db8::/48'),
			bgp('address-family ipv6', ' network 2001:db8::/48', ' neighbor 2001:db8::9 activate'),
			bgp('address-family ipv6', ' network 2001:db8::/48'),
		],
		[
			'frr defaults datacenter\nrouter bgp 1\n bgp router-id 192.0.2.1\n timers bgp 60 180',
			'frr defaults datacenter\nrouter bgp 1\n timers bgp 60 180\n bgp router-id 192.0.2.1',
			'frr defaults datacenter\nrouter bgp 1\n bgp router-id 192.0.2.1',
		],
	] as const
).map((texts) => ['frr', ...texts]);

const COMMUNITIES: readonly Shown[] = [
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'frr'].map(
		(name): Shown => [
			name,
			'route-map A permit 10\n set community 65001:2 65001:1 no-export additive',
			'route-map A permit 10\n set community 65001:1 65001:2 no-export additive',
			'route-map A permit 10\n set community 65001:1 65001:2 no-export',
		],
	),
	[
		'cisco_ios',
		'route-map A permit 10\n set extcommunity rt 1:2 1:1',
		'route-map A permit 10\n set extcommunity rt 1:1 1:2',
		'route-map A permit 10\n set extcommunity soo 1:1 1:2',
	],
	[
		'frr',
		'bgp community-list standard B permit 65001:1 65001:0',
		'bgp community-list standard B seq 5 permit 65001:0 65001:1',
		'bgp community-list standard B seq 5 permit 65001:0',
	],
	[
		'cisco_ios',
		'ip community-list 99 permit 1:1 1:0\nip community-list 100 permit 1:1 1:0',
		'ip community-list 99 permit 1:0 1:1\nip community-list 100 permit 1:1 1:0',
		'ip community-list 99 permit 1:0 1:1\nip community-list 100 permit 1:0 1:1',
	],
	[
		'cisco_ios',
		'ip community-list expanded X permit 1:1 1:0',
		'ip community-list expanded X permit 1:1  1:0',
		'ip community-list expanded X permit 1:0 1:1',
	],
	[
		'cisco_ios',
		'snmp-server enable traps snmp coldstart linkup linkdown',
		'snmp-server enable traps snmp linkdown linkup coldstart',
		'snmp-server enable traps snmp linkdown linkup warmstart',
	],
	...['cisco_ios', 'frr'].map(
		(name): Shown => [
			name,
			'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop',
			'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 255',
			'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 2',
		],
	),
];

const TRUNKS: readonly Shown[] = [
	...['cisco_ios', 'cisco_nxos', 'arista_eos'].flatMap((name): readonly Shown[] => [
		[name, port('switchport trunk allowed vlan all'), port(), port('switchport trunk allowed vlan none')],
		[
			name,
			port('switchport trunk allowed vlan 1-4094', 'switchport trunk native vlan 1'),
			port(),
			port('switchport trunk native vlan 2'),
		],
		[
			name,
			port('switchport trunk allowed vlan except 10-20'),
			port('switchport trunk allowed vlan 1-9,21-4094'),
			port('switchport trunk allowed vlan 1-9,20-4094'),
		],
		[
			name,
			port('switchport trunk allowed vlan 1-3'),
			port('switchport trunk allowed vlan 1', 'switchport trunk allowed vlan add 2,3'),
			port('switchport trunk allowed vlan 1', 'switchport trunk allowed vlan add 2,4'),
		],
	]),
];

const DEFAULTS: readonly Shown[] = [
	...['cisco_ios', 'cisco_asa'].map(
		(name): Shown => [name, port(), port('no ip address'), port('ip address 192.0.2.1 255.255.255.0')],
	),
	['cisco_ios', port('no ip address'), port(), port('ip unnumbered Loopback0')],
	['cisco_ios', port(), port('negotiation auto'), port('no negotiation auto')],
	[
		'cisco_ios',
		port('standby 1 ip 192.0.2.1', 'standby 1 priority 100'),
		port('standby 1 ip 192.0.2.1'),
		port('standby 1 ip 192.0.2.1', 'standby 1 priority 110'),
	],
	[
		'cisco_ios',
		'interface Tunnel0\n tunnel mode gre ip',
		'interface Tunnel0',
		'interface Tunnel0\n tunnel mode ipsec ipv4',
	],
	['cisco_ios', 'hostname a\nlogging trap 6', 'hostname a', 'hostname a\nlogging trap debugging'],
	['cisco_ios', 'hostname a\nlogging trap informational', 'hostname a', 'hostname a\nno logging trap'],
	[
		'cisco_ios',
		'crypto isakmp policy 10\n hash sha\n group 14',
		'crypto isakmp policy 10\n group 14',
		'crypto isakmp policy 10\n hash md5\n group 14',
	],
	[
		'dell_os10',
		'interface ethernet1/1/1\n mtu 9216',
		'interface ethernet1/1/1\n no shutdown\n mtu 9216',
		'interface ethernet1/1/1\n shutdown\n mtu 9216',
	],
	...['cisco_ios', 'arista_eos'].map(
		(name): Shown => [
			name,
			'interface Ethernet1/1\n switchport access vlan 1',
			'interface Ethernet1/1',
			'interface Ethernet1/1\n switchport access vlan 2',
		],
	),
	[
		'arista_eos',
		'interface Ethernet1\n   switchport mode access',
		'interface Ethernet1',
		'interface Ethernet1\n   switchport mode trunk',
	],
	['cisco_ios', 'line con 0\n exec-timeout 10', 'line con 0', 'line con 0\n exec-timeout 20 0'],
];

const BLANKS: readonly Shown[] = [
	['cisco_ios', 'access-list 10 deny any', 'access-list 10 deny   any', 'access-list 10 deny   any log'],
	['cisco_ios', acl('deny ip any any log'), acl('deny   ip any any log'), acl('deny   udp any any log')],
	[
		'cisco_nxos',
		'username anna password 5 $5$FICTIV$abcdefgh role network-admin',
		'username anna password 5 $5$FICTIV$abcdefgh  role network-admin',
		'username anna password 5 $5$FICTIV$abcdefgh  role network-operator',
	],
];

const FLAT: readonly Shown[] = [
	[
		'cisco_xe',
		'access-list 10 remark noc\naccess-list 10 permit 192.0.2.0 0.0.0.255\naccess-list 10 deny any',
		'ip access-list standard 10\n 10 remark noc\n 10 permit 192.0.2.0 0.0.0.255\n 20 deny   any',
		'ip access-list standard 10\n 10 remark noc\n 10 deny   any\n 20 permit 192.0.2.0 0.0.0.255',
	],
	[
		'cisco_xe',
		'access-list 101 permit tcp any any eq 22',
		'ip access-list extended 101\n 10 permit tcp any any eq 22',
		'ip access-list extended 101\n 10 permit tcp any any eq 23',
	],
	[
		'hp_procurve',
		'access-list 10 permit 192.0.2.0/24\naccess-list 10 deny any',
		'ip access-list standard "10"\n     10 permit 192.0.2.0 0.0.0.255\n     20 deny 0.0.0.0 255.255.255.255\n   exit',
		'ip access-list standard "10"\n     10 permit 192.0.2.0 0.0.0.255\n     20 permit 0.0.0.0 255.255.255.255\n   exit',
	],
	[
		'arista_eos',
		'ip prefix-list A seq 10 permit 10.0.0.0/8\nip prefix-list A seq 20 deny 0.0.0.0/0',
		'ip prefix-list A\n   seq 10 permit 10.0.0.0/8\n   seq 20 deny 0.0.0.0/0',
		'ip prefix-list A\n   seq 10 permit 10.0.0.0/8\n   seq 20 permit 0.0.0.0/0',
	],
	[
		'cisco_nxos',
		'router bgp 65001\n  neighbor 192.0.2.1 remote-as 65002',
		'router bgp 65001\n  neighbor 192.0.2.1\n    remote-as 65002',
		'router bgp 65001\n  neighbor 192.0.2.1\n    remote-as 65003',
	],
];

const NUMBERS: readonly Shown[] = [
	[
		'aruba_aoscx',
		'ip aspath-list A permit _1_\nip aspath-list A deny .*',
		'ip aspath-list A seq 10 permit _1_\nip aspath-list A seq 20 deny .*',
		'ip aspath-list A seq 10 deny .*\nip aspath-list A seq 20 permit _1_',
	],
	[
		'cisco_xr',
		'ipv4 prefix-list A\n permit 10.0.0.0/8\n deny 0.0.0.0/0',
		'ipv4 prefix-list A\n 10 permit 10.0.0.0/8\n 20 deny 0.0.0.0/0\n!',
		'ipv4 prefix-list A\n 10 deny 0.0.0.0/0\n 20 permit 10.0.0.0/8\n!',
	],
];

const NAME_SERVERS: readonly Shown[] = [
	[
		'cisco_ios',
		'ip name-server 192.0.2.1 192.0.2.2',
		'ip name-server 192.0.2.1\nip name-server 192.0.2.2',
		'ip name-server 192.0.2.2\nip name-server 192.0.2.1',
	],
	[
		'cisco_xe',
		'ip name-server vrf M 192.0.2.1\nip name-server vrf M 192.0.2.2',
		'ip name-server vrf M 192.0.2.1 192.0.2.2',
		'ip name-server vrf M 192.0.2.1 192.0.2.3',
	],
	[
		'cisco_nxos',
		'vrf context management\n  ip name-server 192.0.2.1\n  ip name-server 192.0.2.2',
		'vrf context management\n  ip name-server 192.0.2.1 192.0.2.2',
		'vrf context management\n  ip name-server 192.0.2.2 192.0.2.1',
	],
	[
		'cisco_asa',
		'dns server-group D\n name-server 192.0.2.1 192.0.2.2',
		'dns server-group D\n name-server 192.0.2.1\n name-server 192.0.2.2',
		'dns server-group D\n name-server 192.0.2.1',
	],
	[
		'arista_eos',
		'ip name-server 192.0.2.2 192.0.2.1',
		'ip name-server vrf default 192.0.2.1\nip name-server vrf default 192.0.2.2',
		'ip name-server vrf MGMT 192.0.2.1\nip name-server vrf MGMT 192.0.2.2',
	],
];

const SETS: readonly Shown[] = [
	[
		'cisco_xr',
		'prefix-set A\n  # Amsterdam\n  10.0.0.0/8 le 24,\n  192.0.2.0/24\nend-set',
		'prefix-set A\n  192.0.2.0/24,\n  10.0.0.0/8 le 24\nend-set\n!',
		'prefix-set A\n  192.0.2.0/24,\n  10.0.0.0/8 le 25\nend-set\n!',
	],
	[
		'cisco_xr',
		'prefix-set A\n  2001:DB8:0::/32 le 48\nend-set',
		'prefix-set A\n  2001:db8::/32 le 48\nend-set\n!',
		'prefix-set A\n  2001:db8::/33 le 48\nend-set\n!',
	],
	[
		'cisco_xr',
		'community-set A\n  65000:1, 65000:2\nend-set',
		'community-set A\n  65000:1,\n  65000:2\nend-set\n!',
		'community-set A\n  65000:1\nend-set\n!',
	],
	[
		'cisco_xr',
		"as-path-set A\n  ios-regex '_1,2_',\n  ios-regex '_3_'\nend-set",
		"as-path-set A\n  ios-regex '_3_',\n  ios-regex '_1,2_'\nend-set\n!",
		"as-path-set A\n  ios-regex '_3_',\n  ios-regex '_1_',\n  ios-regex '2_'\nend-set\n!",
	],
];

const lines = (...vtys: readonly (readonly [string, string])[]): string =>
	vtys
		.map(([numbers, transport]) => `line vty ${numbers}\n exec-timeout 5 0\n transport input ${transport}`)
		.join('\n');

const RANGES: readonly Shown[] = [
	...['cisco_ios', 'cisco_xe'].map(
		(name): Shown => [
			name,
			lines(['0 15', 'ssh']),
			lines(['0 4', 'ssh'], ['5 15', 'ssh']),
			lines(['0 4', 'ssh'], ['5 15', 'telnet']),
		],
	),
	[
		'cisco_ios',
		lines(['0 4', 'ssh'], ['5 15', 'none']),
		lines(['0 2', 'ssh'], ['3 4', 'ssh'], ['5 15', 'none']),
		lines(['0 2', 'ssh'], ['3 15', 'none']),
	],
	['cisco_ios', lines(['0 4', 'ssh']), lines(['0', 'ssh'], ['1 4', 'ssh']), lines(['0 15', 'ssh'])],
	[
		'cisco_ios',
		'line 1/0 1/15\n transport input none',
		'line 1/0 1/7\n transport input none\nline 1/8 1/15\n transport input none',
		'line 1/0 1/7\n transport input none\nline 2/8 2/15\n transport input none',
	],
	[
		'cisco_ios',
		'interface range Gi1/0/1 - 2 , te1/1/1\n switchport mode access\ninterface Gi1/0/1\n description A',
		'interface GigabitEthernet1/0/1\n description A\n switchport mode access\ninterface GigabitEthernet1/0/2\n switchport mode access\ninterface TenGigabitEthernet1/1/1\n switchport mode access',
		'interface GigabitEthernet1/0/1\n description A\n switchport mode access\ninterface GigabitEthernet1/0/2\n switchport mode trunk\ninterface TenGigabitEthernet1/1/1\n switchport mode access',
	],
	[
		'cisco_ios',
		'interface range vlan 10 - 11\n no ip redirects',
		'interface Vlan10\n no ip redirects\ninterface Vlan11\n no ip redirects',
		'interface Vlan10\n no ip redirects\ninterface Vlan12\n no ip redirects',
	],
	[
		'cisco_nxos',
		'interface Ethernet1/1-2,Ethernet1/4\n  mtu 9216',
		'interface Ethernet1/1\n  mtu 9216\n\ninterface Ethernet1/2\n  mtu 9216\n\ninterface Ethernet1/4\n  mtu 9216',
		'interface Ethernet1/1\n  mtu 9216\n\ninterface Ethernet1/2\n  mtu 9216\n\ninterface Ethernet1/3\n  mtu 9216',
	],
	[
		'arista_eos',
		'interface Et1-2,4\n   mtu 9214',
		'interface Ethernet1\n   mtu 9214\n!\ninterface Ethernet2\n   mtu 9214\n!\ninterface Ethernet4\n   mtu 9214',
		'interface Ethernet1\n   mtu 9214\n!\ninterface Ethernet2\n   mtu 9000\n!\ninterface Ethernet4\n   mtu 9214',
	],
	[
		'dell_os10',
		'interface range ethernet 1/1/1-1/1/2\n mtu 9216',
		'interface ethernet1/1/1\n mtu 9216\n!\ninterface ethernet1/1/2\n mtu 9216',
		'interface ethernet1/1/1\n mtu 9216\n!\ninterface ethernet1/1/2\n mtu 1532',
	],
	[
		'aruba_aoscx',
		'interface 1/1/1-1/1/2\n    mtu 9198',
		'interface 1/1/1\n    mtu 9198\ninterface 1/1/2\n    mtu 9198',
		'interface 1/1/1\n    mtu 9198\ninterface 1/1/2\n    mtu 9000',
	],
	[
		'cumulus',
		'- set:\n    interface:\n      lo,swp1-2,vlan10,20:\n        router:\n          pim:\n            enable: on',
		`- set:\n    interface:\n${['lo', 'swp1', 'swp2', 'vlan10', 'vlan20'].map((name) => `      ${name}:\n        router:\n          pim:\n            enable: on\n`).join('')}`,
		`- set:\n    interface:\n${['lo', 'swp1', 'swp2', 'vlan10', 'vlan30'].map((name) => `      ${name}:\n        router:\n          pim:\n            enable: on\n`).join('')}`,
	],
	[
		'cumulus',
		'nv set interface swp1-3 link mtu 9216',
		'nv set interface swp1 link mtu 9216\nnv set interface swp2-3 link mtu 9216',
		'nv set interface swp1,3 link mtu 9216\nnv set interface swp2 link mtu 9000',
	],
];

const ONE_LINERS: readonly Shown[] = [
	[
		'cisco_xr',
		'hostname a\nntp server 192.0.2.1\nntp server 192.0.2.2',
		'hostname a\nntp\n server 192.0.2.1\n server 192.0.2.2\n!',
		'hostname a\nntp\n server 192.0.2.1\n server 192.0.2.3\n!',
	],
	[
		'cisco_xr',
		'router bgp 1 neighbor 192.0.2.1 remote-as 2',
		'router bgp 1\n neighbor 192.0.2.1\n  remote-as 2\n !\n!',
		'router bgp 1\n neighbor 192.0.2.1\n  remote-as 3\n !\n!',
	],
	[
		'cisco_xr',
		'interface Gi0/0/0/0 ipv4 address 192.0.2.1/24\ninterface Gi0/0/0/0 mtu 9000',
		'interface GigabitEthernet0/0/0/0\n mtu 9000\n ipv4 address 192.0.2.1 255.255.255.0\n!',
		'interface GigabitEthernet0/0/0/0\n mtu 9000\n ipv4 address 192.0.2.1 255.255.255.0\n shutdown\n!',
	],
	[
		'cisco_xr',
		'router static\n address-family ipv4 unicast 0.0.0.0/0 192.0.2.1',
		'router static\n address-family ipv4 unicast\n  0.0.0.0/0 192.0.2.1\n !\n!',
		'router static\n address-family ipv6 unicast\n  0.0.0.0/0 192.0.2.1\n !\n!',
	],
];

const named = (cases: readonly Shown[]): readonly (readonly [string, Shown])[] =>
	cases.map((shown) => [shown[0], shown]);

describe.each([
	['ports', PORTS],
	['addresses', ADDRESSES],
	['words that go without saying', WORDS],
	['blanks', BLANKS],
	['numbers', NUMBERS],
	['defaults', DEFAULTS],
	['static routes and networks', ROUTES],
	['names of values', VALUE_NAMES],
	['names of interfaces and addresses', NAMES_AND_ADDRESSES],
	['words that mean the same', MORE_WORDS],
	['VLANs of trunks', TRUNKS],
	['communities and other sets', COMMUNITIES],
	['short names of interfaces', INTERFACE_NAMES],
	['areas', AREAS],
	['lists and lines', LISTS],
	['lists with and without numbers', MIXED_NUMBERS],
	['ranges and keys of other systems', MORE_RANGES],
	['AS numbers', AS_NUMBERS],
	['kinds of ICMP and precedences', ENTRY_VALUES],
	['shares of bandwidth', STORM_CONTROL],
	['ports of servers', SERVER_PORTS],
	['what a real router shows', AS_FRR_SHOWS],
	['lines that name their section', FLAT],
	['name servers', NAME_SERVERS],
	['sets', SETS],
	['stretches of things', RANGES],
	['sections on one line', ONE_LINERS],
])('%s that a device shows otherwise than they were entered', (_, cases) => {
	it.each(named(cases))('are no drift on %s: %j', (_, [name, entered, shown]) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: `${entered}\n`, running: `${shown}\n` })).toEqual([]);
		expect(differences({ platform, intended: `${shown}\n`, running: `${entered}\n` })).toEqual([]);
	});

	it.each(named(cases))('hide nothing else on %s: %j', (_, [name, entered, , other]) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: `${entered}\n`, running: `${other}\n` })).not.toEqual([]);
		expect(differences({ platform, intended: `${other}\n`, running: `${entered}\n` })).not.toEqual([]);
	});

	it.each(named(cases))('are adopted as they are where they differ on %s: %j', (_, [name, entered, , other]) => {
		const masks = compileMasks(platformOf(name), { fingerprintKey: 'test' });
		const asThatOf = (file: string, device: string): void => {
			const running = prepareConfig(`${device}\n`, masks);

			const { text, refused } = adoptConfig({ text: `${file}\n`, running, masks });

			// Numbers give entries their place: lines that changed theirs would still be read by these.
			if (isTurned(file, device)) {
				expect(refused).not.toEqual([]);
				expect(text).toBe(`${file}\n`);
				return;
			}
			expect(refused).toEqual([]);
			expect(differences({ platform: masks.platform, intended: text, running: `${device}\n` }), text).toEqual([]);
		};

		asThatOf(entered, other);
		asThatOf(other, entered);
	});
});

/** Whether a file has, with numbers, the entries of a device that shows them without, and in another order. */
function isTurned(file: string, device: string): boolean {
	const plain = (text: string): readonly string[] =>
		text
			.replaceAll(/(?:seq )?\b\d+ (?=(?:permit|deny) )/g, '')
			.split('\n')
			.filter((line) => line !== '!');
	const isNumbered = (text: string): boolean => plain(text).join('\n') !== text.replace(/\n!$/, '');
	return (
		isNumbered(file) && !isNumbered(device) && plain(file).toSorted().join('\n') === plain(device).toSorted().join('\n')
	);
}

describe('a range of interfaces that nobody can tell from the file', () => {
	it.each([
		['cisco_ios', 'interface range macro EDGE'],
		['cisco_ios', 'interface range Gi1/0/1.1 - 4'],
		['arista_eos', 'interface Ethernet1-2/1-4'],
	])('is told as that on %s: %s', (name, header) => {
		const { changes, remarks } = compareTexts({
			platform: platformOf(name),
			intended: ['hostname a', header, ' mtu 9000'],
			running: ['hostname a', 'interface Ethernet1', ' mtu 9000'],
		});

		expect(changes.length).toBeGreaterThan(0);
		expect(remarks).toEqual([
			expect.stringMatching(/^line 2 of the intended config .*: the device shows a section for each/),
		]);
	});

	it('is one that can be told', () => {
		const { remarks } = compareTexts({
			platform: platformOf('cisco_ios'),
			intended: ['interface range Gi1/0/1 - 2', ' mtu 9000', 'interface Gi1/0/1.10', ' mtu 1500'],
			running: ['hostname a'],
		});

		expect(remarks).toEqual([]);
	});
});

describe('a set that differs', () => {
	it('is told by the elements that one side lacks', () => {
		const set = (...elements: readonly string[]): string => `prefix-set A\n  ${elements.join(',\n  ')}\nend-set\n`;

		expect(
			differences({
				platform: platformOf('cisco_xr'),
				intended: set('10.0.0.0/8', '192.0.2.0/24'),
				running: set('192.0.2.0/24', '10.0.0.0/8', '198.51.100.0/24'),
			}),
		).toEqual(['extra prefix-set A >   198.51.100.0/24']);
	});
});

describe('servers with a name', () => {
	const servers = (kind: string, names: readonly string[], rest: string): string =>
		`${names.map((name) => `${kind} server ${name}\n address ipv4 192.0.2.1\n`).join('')}${rest}\n`;

	it.each([
		['tacacs', 'aaa authentication login default group tacacs+ local', ['moved']],
		['radius', 'aaa authentication dot1x default group radius', ['moved']],
		['tacacs', 'aaa accounting exec default\n action-type start-stop\n group tacacs+', ['moved']],
		['tacacs', 'aaa authentication login default group G local', []],
		['tacacs', 'aaa authentication dot1x default group radius', []],
		['radius', 'aaa group server radius G\n server name A', []],
	])('are asked in their order where all of a kind are asked: %s, %s', (kind, rest, kinds) => {
		const { changes } = compareTexts({
			platform: platformOf('cisco_xe'),
			intended: servers(kind, ['A', 'B'], rest),
			running: servers(kind, ['B', 'A'], rest),
		});

		expect(changes.map((change) => change.kind)).toEqual(kinds);
	});
});
