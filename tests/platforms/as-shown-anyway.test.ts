import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, what people enter, what the device then shows, and what it would show of something else. */
type Shown = readonly [platform: string, entered: string, shown: string, other: string];

const within = (section: string, line: string): string => (line === '' ? section : `${section}\n ${line}`);

/** Lines that one side may leave out, in their section, and what is otherwise. */
const LEFT_OUT: readonly (readonly [platform: string, section: string, line: string, other: string])[] = [
	['cisco_ios', 'router ospf 1', 'log-adjacency-changes', 'log-adjacency-changes detail'],
	['cisco_ios', 'router ospf 1', 'log-adjacency-changes', 'no log-adjacency-changes'],
	['cisco_ios', 'crypto ipsec transform-set T esp-aes', 'mode tunnel', 'mode transport'],
	['cisco_ios', 'crypto isakmp policy 10', 'lifetime 86400', 'lifetime 28800'],
	['cisco_ios', 'interface Vlan10', 'standby 10 timers 3 10', 'standby 10 timers 1 3'],
	['cisco_ios', 'interface Vlan10', 'standby version 1', 'standby version 2'],
	['cisco_ios', 'interface Vlan10', 'no shut', 'shutdown'],
	['cisco_ios', 'ip dhcp pool P', 'lease 1', 'lease 8'],
	['cisco_nxos', 'interface Ethernet1/1', 'switchport mode access', 'switchport mode trunk'],
	['cisco_nxos', 'interface Vlan10', 'hsrp version 1', 'hsrp version 2'],
	['cisco_nxos', 'interface Vlan10\n  hsrp 10', '   priority 100', '   priority 110'],
	['arista_eos', 'interface Vxlan1', 'vxlan udp-port 4789', 'vxlan udp-port 8472'],
	['arista_eos', 'router ospf 1', 'max-lsa 12000', 'max-lsa 20000'],
	['arista_eos', 'management api http-commands', 'protocol https', 'no protocol https'],
	['cisco_xr', 'policy-map P', 'class class-default', 'class class-default\n  set dscp 0'],
	['cisco_asa', 'interface GigabitEthernet0/0', 'no nameif', 'nameif inside'],
	['dell_os10', 'interface ethernet1/1/1', 'switchport access vlan 1', 'switchport access vlan 10'],
	['hp_procurve', 'vlan 10', 'no ip address', 'ip address 192.0.2.1 255.255.255.0'],
	['hp_comware', 'interface GigabitEthernet1/0/1', 'port trunk permit vlan 1', 'undo port trunk permit vlan 1'],
	['cisco_asa', 'interface GigabitEthernet0/0\n nameif dmz', 'security-level 0', 'security-level 50'],
];

/** The same at the top. */
const LEFT_OUT_AT_TOP: readonly (readonly [platform: string, line: string, other: string])[] = [
	['cisco_ios', 'version 15.2', 'boot system flash:a.bin'],
	['cisco_ios', 'no aaa new-model', 'aaa new-model'],
	['cisco_ios', 'no service password-encryption', 'service password-encryption'],
	['cisco_ios', 'boot-start-marker\nboot-end-marker', 'boot-start-marker\nboot system flash:a.bin\nboot-end-marker'],
	['cisco_ios', 'ip forward-protocol nd', 'no ip forward-protocol nd'],
	['cisco_ios', 'control-plane', 'control-plane\n service-policy input P'],
	['cisco_ios', 'line aux 0', 'line aux 0\n no exec'],
	['cisco_nxos', 'version 9.3(5) Bios:version 07.68', 'feature bgp'],
	['cisco_nxos', 'username a passphrase  lifetime 99999 warntime 14 gracetime 3', 'username a passphrase  lifetime 90'],
	['arista_eos', 'no aaa root', 'aaa root nopassword'],
	['arista_eos', 'transceiver qsfp default-mode 4x10G', 'transceiver qsfp default-mode 40G'],
	['arista_eos', 'spanning-tree mode mstp', 'spanning-tree mode rapid-pvst'],
	['arista_eos', 'no ip routing vrf A', 'ip routing vrf A'],
	['arista_eos', 'lldp run', 'no lldp run'],
	['cisco_asa', 'mtu outside 1500', 'mtu outside 1400'],
	['cisco_asa', 'arp timeout 14400', 'arp timeout 60'],
	['cisco_asa', 'timeout xlate 3:00:00', 'timeout xlate 1:00:00'],
	[
		'cisco_asa',
		'timeout conn 1:00:00 half-closed 0:10:00 udp 0:02:00 sctp 0:02:00 icmp 0:00:02',
		'timeout conn 8:00:00 half-closed 0:10:00 udp 0:02:00 sctp 0:02:00 icmp 0:00:02',
	],
	['cisco_asa', 'pager lines 24', 'no pager'],
	['cisco_asa', 'no snmp-server location', 'snmp-server location here'],
	['cisco_asa', 'prompt hostname context', 'prompt hostname priority state'],
	['cisco_asa', 'no failover', 'failover'],
	['cisco_asa', 'ssh timeout 5', 'ssh timeout 30'],
	[
		'cisco_asa',
		'dynamic-access-policy-record DfltAccessPolicy',
		'dynamic-access-policy-record DfltAccessPolicy\n action a',
	],
	['cisco_ios', 'logging facility local7', 'logging facility local6'],
	['cisco_ios', 'aaa session-id common', 'aaa session-id unique'],
	['cisco_nxos', 'ip domain-lookup', 'no ip domain-lookup'],
];

const acl = (entry: string, list = 'ip access-list A'): string => `${list}\n 10 permit ${entry}`;
const asa = (entry: string): string => `access-list A extended permit ${entry}`;
const bgp = (line: string): string => `router bgp 1\n ${line}`;
const qos = (header: string): string => `${header}\n  match dscp 46`;
const vrf = (...lines: readonly string[]): string => ['vrf definition A', ...lines].join('\n  ');
const account = 'aaa accounting exec default';

const SPELLED: readonly Shown[] = [
	...['cisco_nxos', 'arista_eos'].flatMap((name): readonly Shown[] => [
		[name, acl('icmp any any 3'), acl('icmp any any unreachable'), acl('icmp any any 3 1')],
		[name, acl('icmp any any 11'), acl('icmp any any time-exceeded'), acl('icmp any any ttl-exceeded')],
		[
			name,
			'radius-server host 192.0.2.1 auth-port 1812 acct-port 1813',
			'radius-server host 192.0.2.1',
			'radius-server host 192.0.2.1 auth-port 1645 acct-port 1646',
		],
	]),
	[
		'cisco_ios',
		acl('icmp any any 0', 'ip access-list extended A'),
		acl('icmp any any echo-reply', 'ip access-list extended A'),
		acl('icmp any any echo', 'ip access-list extended A'),
	],
	[
		'cisco_ios',
		acl('icmp any any 3', 'ipv6 access-list A'),
		acl('icmp any any time-exceeded', 'ipv6 access-list A'),
		acl('icmp any any unreachable', 'ipv6 access-list A'),
	],
	[
		'cisco_ios',
		'access-list 101 permit icmp any any 11',
		'access-list 101 permit icmp any any time-exceeded',
		'access-list 101 permit icmp any any unreachable',
	],
	[
		'cisco_xr',
		acl('icmp any any 3', 'ipv4 access-list A'),
		acl('icmp any any unreachable', 'ipv4 access-list A'),
		acl('icmp any any 4', 'ipv4 access-list A'),
	],
	[
		'cisco_ios',
		bgp('neighbor 192.0.2.1 send-community standard'),
		bgp('neighbor 192.0.2.1 send-community'),
		bgp('neighbor 192.0.2.1 send-community both'),
	],
	[
		'cisco_ios',
		'ntp server 192.0.2.1 prefer version 3 key 4',
		'ntp server 192.0.2.1 version 3 key 4 prefer',
		'ntp server 192.0.2.1 version 4 key 3 prefer',
	],
	[
		'cisco_ios',
		'router ospf 1\n redistribute static metric 10 subnets tag 20',
		'router ospf 1\n redistribute static subnets tag 20 metric 10',
		'router ospf 1\n redistribute static subnets tag 10 metric 20',
	],
	[
		'cisco_ios',
		'ip prefix-list P seq 5 permit 10.0.0.0/8 le 32 ge 24',
		'ip prefix-list P seq 5 permit 10.0.0.0/8 ge 24 le 32',
		'ip prefix-list P seq 5 permit 10.0.0.0/8 ge 24 le 30',
	],
	['cisco_ios', 'logging buffered 16384 debugging', 'logging buffered 16384', 'logging buffered 16384 warnings'],
	[
		'cisco_ios',
		'logging host 192.0.2.1 transport udp port 514',
		'logging host 192.0.2.1',
		'logging host 192.0.2.1 transport tcp port 514',
	],
	[
		'cisco_ios',
		'snmp-server host 192.0.2.1 version 2c fictive udp-port 162',
		'snmp-server host 192.0.2.1 version 2c fictive',
		'snmp-server host 192.0.2.1 version 2c fictive udp-port 1620',
	],
	[
		'cisco_ios',
		'crypto isakmp policy 1\n encryption aes 128',
		'crypto isakmp policy 1\n encr aes',
		'crypto isakmp policy 1\n encr aes 256',
	],
	[
		'cisco_ios',
		'crypto ca trustpoint T\n enrollment url http://192.0.2.1',
		'crypto pki trustpoint T\n enrollment url http://192.0.2.1:80',
		'crypto pki trustpoint T\n enrollment url http://192.0.2.1:8080',
	],
	['cisco_ios', 'track 1 rtr 2', 'track 1 ip sla 2', 'track 1 ip sla 3'],
	[
		'cisco_ios',
		'mac-address-table aging-time 600',
		'mac address-table aging-time 600',
		'mac address-table aging-time 60',
	],
	[
		'cisco_ios',
		'router eigrp 1\n eigrp stub',
		'router eigrp 1\n eigrp stub connected summary',
		'router eigrp 1\n eigrp stub connected',
	],
	[
		'cisco_ios',
		'interface Vlan1\n standby 1 track 1',
		'interface Vlan1\n standby 1 track 1 decrement 10',
		'interface Vlan1\n standby 1 track 1 decrement 20',
	],
	[
		'cisco_ios',
		'ip dhcp pool P\n option 43 hex f104ac100a',
		'ip dhcp pool P\n option 43 hex f104.ac10.0a',
		'ip dhcp pool P\n option 43 hex f104.ac10.0b',
	],
	[
		'cisco_ios',
		'line vty 0 4\n transport input ssh telnet',
		'line vty 0 4\n transport input telnet ssh',
		'line vty 0 4\n transport input ssh',
	],
	[
		'cisco_ios',
		'class-map match-any C\n match ip dscp af41 ef',
		'class-map match-any C\n match ip dscp ef af41',
		'class-map match-any C\n match ip dscp ef af42',
	],
	[
		'cisco_ios',
		`${account} start-stop group tacacs+`,
		`${account}\n action-type start-stop\n group tacacs+`,
		`${account}\n action-type stop-only\n group tacacs+`,
	],
	[
		'cisco_ios',
		vrf('route-target both 65000:1'),
		vrf('route-target export 65000:1', 'route-target import 65000:1'),
		vrf('route-target export 65000:1'),
	],
	[
		'cisco_nxos',
		'vrf context A\n  address-family ipv4 unicast\n    route-target both 65000:1',
		'vrf context A\n  address-family ipv4 unicast\n    route-target import 65000:1\n    route-target export 65000:1',
		'vrf context A\n  address-family ipv4 unicast\n    route-target import 65000:1\n    route-target export 65000:2',
	],
	[
		'cisco_nxos',
		'router bgp 1\n  neighbor 192.0.2.1 remote-as 2\n    description a\n    address-family ipv4 unicast\n      send-community both',
		'router bgp 1\n  neighbor 192.0.2.1\n    remote-as 2\n    description a\n    address-family ipv4 unicast\n      send-community\n      send-community extended',
		'router bgp 1\n  neighbor 192.0.2.1\n    remote-as 2\n    description a\n    address-family ipv4 unicast\n      send-community',
	],
	[
		'cisco_nxos',
		'radius-server host 192.0.2.1 key 7 "fewhg"',
		'radius-server host 192.0.2.1 key 7 "fewhg" authentication accounting ',
		'radius-server host 192.0.2.1 key 7 "fewhg" authentication ',
	],
	[
		'cisco_nxos',
		'tacacs-server host 192.0.2.1 key 7 fewhg',
		'tacacs-server host 192.0.2.1 key 7 "fewhg" ',
		'tacacs-server host 192.0.2.1 key 7 "fewhh" ',
	],
	[
		'cisco_nxos',
		'logging server 192.0.2.1 6 port 514 use-vrf default',
		'logging server 192.0.2.1 6 use-vrf default facility local7',
		'logging server 192.0.2.1 6 facility local7',
	],
	[
		'cisco_nxos',
		'snmp-server host 192.0.2.1 version 2c fictive',
		'snmp-server host 192.0.2.1 traps version 2c fictive ',
		'snmp-server host 192.0.2.1 informs version 2c fictive ',
	],
	['cisco_nxos', qos('class-map C'), qos('class-map type qos match-all C'), qos('class-map type qos match-any C')],
	[
		'cisco_nxos',
		'policy-map P\n  class type qos C',
		'policy-map type qos P\n  class C',
		'policy-map type queuing P\n  class C',
	],
	[
		'cisco_nxos',
		'vpc domain 1\n  peer-keepalive destination 192.0.2.2\n  auto-recovery',
		'vpc domain 1\n  peer-keepalive destination 192.0.2.2 vrf management\n  auto-recovery reload-delay 240',
		'vpc domain 1\n  peer-keepalive destination 192.0.2.2 vrf A\n  auto-recovery reload-delay 240',
	],
	[
		'arista_eos',
		'logging vrf A host 192.0.2.1 514 protocol udp',
		'logging vrf A host 192.0.2.1',
		'logging vrf A host 192.0.2.1 514 protocol tcp',
	],
	[
		'arista_eos',
		bgp('neighbor A send-community extended standard'),
		bgp('neighbor A send-community standard extended'),
		bgp('neighbor A send-community standard large'),
	],
	['arista_eos', 'sflow destination 192.0.2.1 6343', 'sflow destination 192.0.2.1', 'sflow destination 192.0.2.1 6344'],
	[
		'arista_eos',
		'monitor session S source Et1',
		'monitor session S source Ethernet1 both',
		'monitor session S source Et1 rx',
	],
	[
		'arista_eos',
		'interface Vlan1\n vrrp 1 ip 192.0.2.1\n vrrp 1 priority 110',
		'interface Vlan1\n vrrp 1 ipv4 192.0.2.1\n vrrp 1 priority-level 110',
		'interface Vlan1\n vrrp 1 ipv4 192.0.2.1\n vrrp 1 priority-level 100',
	],
	[
		'cisco_xr',
		'router static\n address-family ipv4 unicast\n  10.0.0.0 255.0.0.0 192.0.2.1',
		'router static\n address-family ipv4 unicast\n  10.0.0.0/8 192.0.2.1',
		'router static\n address-family ipv4 unicast\n  10.0.0.0/9 192.0.2.1',
	],
	[
		'cisco_xr',
		'logging 192.0.2.1',
		'logging 192.0.2.1 vrf default severity info port default',
		'logging 192.0.2.1 vrf default severity warning port default',
	],
	[
		'cisco_xr',
		'vty-pool default 0 9',
		'vty-pool default 0 9 line-template default',
		'vty-pool default 0 9 line-template A',
	],
	['cisco_asa', asa('icmp any any 8'), asa('icmp any any echo'), asa('icmp any any echo-reply')],
	['cisco_asa', 'icmp permit any 3 outside', 'icmp permit any unreachable outside', 'icmp permit any echo outside'],
	['cisco_asa', asa('ip any any log 6 interval 300'), asa('ip any any log'), asa('ip any any log interval 600')],
	['cisco_asa', asa('ip any any log 4'), asa('ip any any log warnings'), asa('ip any any log errors')],
	['cisco_asa', 'logging host in 192.0.2.1 udp/514', 'logging host in 192.0.2.1', 'logging host in 192.0.2.1 17/1514'],
	['cisco_asa', 'logging asdm 6', 'logging asdm informational', 'logging asdm warnings'],
	[
		'cisco_asa',
		'group-policy G attributes\n vpn-tunnel-protocol ssl-client ikev2',
		'group-policy G attributes\n vpn-tunnel-protocol ikev2 ssl-client',
		'group-policy G attributes\n vpn-tunnel-protocol ikev2',
	],
	['frr', 'log file /var/log/frr.log debugging', 'log file /var/log/frr.log', 'log file /var/log/frr.log errors'],
	// What is said of one thing leaves what holds of the others anyway.
	[
		'cisco_nxos',
		'username b passphrase  lifetime 90 warntime 14 gracetime 3',
		'username b passphrase  lifetime 90 warntime 14 gracetime 3\nusername a passphrase  lifetime 99999 warntime 14 gracetime 3',
		'username b passphrase  lifetime 90 warntime 14 gracetime 3\nusername a passphrase  lifetime 90 warntime 14 gracetime 3',
	],
	['cisco_asa', 'mtu inside 1400', 'mtu inside 1400\nmtu outside 1500', 'mtu inside 1400\nmtu outside 1400'],
	[
		'cisco_ios',
		'interface Vlan10\n standby 1 timers 1 3\n standby 1 priority 110',
		'interface Vlan10\n standby 1 timers 1 3\n standby 1 priority 110\n standby 2 timers 3 10\n standby 2 priority 100',
		'interface Vlan10\n standby 1 timers 1 3\n standby 1 priority 110\n standby 2 timers 1 3\n standby 2 priority 110',
	],
	['arista_eos', 'ip routing', 'ip routing\nno ip routing vrf A', 'ip routing\nip routing vrf A'],
	[
		'frr',
		'router bgp 1\n network 10.0.0.0/8\n neighbor 192.0.2.1 route-map A in',
		'router bgp 1\n !\n address-family ipv4 unicast\n  network 10.0.0.0/8\n  neighbor 192.0.2.1 route-map A in',
		'router bgp 1\n !\n address-family ipv4 unicast\n  network 10.0.0.0/8\n  neighbor 192.0.2.1 route-map A out',
	],
	[
		'frr',
		'ip route 10.0.0.0/8 192.0.2.1 vrf A\nip route 11.0.0.0/8 192.0.2.1 vrf A',
		'vrf A\n ip route 10.0.0.0/8 192.0.2.1\n ip route 11.0.0.0/8 192.0.2.1\nexit-vrf',
		'vrf A\n ip route 10.0.0.0/8 192.0.2.1\n ip route 11.0.0.0/8 192.0.2.2\nexit-vrf',
	],
];

const ROWS: readonly Shown[] = [
	...LEFT_OUT.map(
		([name, section, line, other]): Shown => [name, section, within(section, line), within(section, other)],
	),
	...LEFT_OUT_AT_TOP.map(
		([name, line, other]): Shown => [name, 'hostname a', `hostname a\n${line}`, `hostname a\n${other}`],
	),
	...SPELLED,
];

describe.each(ROWS)('%s, where %j is entered', (name, entered, shown, other) => {
	const compare = (intended: string, running: string): readonly string[] =>
		differences({ platform: platformOf(name), intended: `${intended}\n`, running: `${running}\n` });

	it(`is in sync with what it shows: ${JSON.stringify(shown)}`, () => {
		expect([...compare(entered, shown), ...compare(shown, entered)]).toEqual([]);
	});

	it(`is not with ${JSON.stringify(other)}`, () => {
		for (const text of [entered, shown]) {
			expect(compare(text, other)).not.toEqual([]);
			expect(compare(other, text)).not.toEqual([]);
		}
	});

	it('is written into its file as it differs', () => {
		expectAdopted(name, { files: [`${entered}\n`], devices: [`${other}\n`] });
	});
});
