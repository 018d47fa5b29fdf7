import type { NoiseCase } from './noise-case.ts';

/*
 * Made by hand: files as engineers write them, with their own order, abbreviations and comments and without what goes without
 * saying, and what a device shows that took them. What somebody changed since is named in `truth`.
 */

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

const emptyPorts = (name: (port: number) => string, from: number, to: number): readonly string[] =>
	Array.from({ length: to - from + 1 }, (_, index) => ['', `interface ${name(from + index)}`]).flat();

const nexus = (native: number): string =>
	text(
		'!Command: show running-config',
		'!Time: Mon Nov 23 17:52:03 2026',
		'',
		'version 10.3(4a) Bios:version 01.08 ',
		'hostname ams-leaf-01',
		'feature lacp',
		'ip domain-lookup',
		'vlan 1,10,20',
		'vlan 10',
		'  name USERS',
		'',
		'interface Ethernet1/1',
		'  description uplink',
		'  switchport mode trunk',
		`  switchport trunk native vlan ${native}`,
		'  switchport trunk allowed vlan 10,20',
		...emptyPorts((port) => `Ethernet1/${port}`, 2, 48),
		'',
		'interface mgmt0',
		'line console',
		'line vty',
	);

const NEXUS_FILE = text(
	'! leaf in Amsterdam',
	'feature lacp',
	'hostname ams-leaf-01',
	'vlan 10',
	'  name USERS',
	'vlan 20',
	'interface eth1/1',
	'  description uplink',
	'  switchport mode trunk',
	'  switchport trunk allowed vlan 10, 20',
	'  switchport trunk native vlan 10',
);

const firewall = (timeout: string): string =>
	text(
		': Saved',
		': Serial Number: FICTIVE1',
		': Written by anna at 17:52:03.123 UTC Mon Nov 23 2026',
		'ASA Version 9.16(4) ',
		'!',
		'hostname ams-fw-01',
		'names',
		'no mac-address auto',
		'!',
		'interface GigabitEthernet0/0',
		' nameif outside',
		' security-level 0',
		' ip address 192.0.2.2 255.255.255.0 ',
		'!',
		'interface GigabitEthernet0/1',
		' shutdown',
		' no nameif',
		' no security-level',
		' no ip address',
		'!',
		'ftp mode passive',
		'access-list OUT extended permit tcp any host 192.0.2.9 eq https ',
		'pager lines 24',
		'mtu outside 1500',
		'no failover',
		'icmp unreachable rate-limit 1 burst-size 1',
		'no asdm history enable',
		'arp timeout 14400',
		'access-group OUT in interface outside',
		'route outside 0.0.0.0 0.0.0.0 192.0.2.1 1',
		'timeout xlate 3:00:00',
		'timeout pat-xlate 0:00:30',
		`timeout conn ${timeout} half-closed 0:10:00 udp 0:02:00 sctp 0:02:00 icmp 0:00:02`,
		'no snmp-server location',
		'no snmp-server contact',
		'prompt hostname context ',
		'Cryptochecksum:0123456789abcdef0123456789abcdef',
		': end',
	);

const FIREWALL_FILE = text(
	'hostname ams-fw-01',
	'ftp mode passive',
	'interface Gi0/0',
	' nameif outside',
	' ip address 192.0.2.2 255.255.255.0',
	' no shutdown',
	'access-list OUT permit tcp any host 192.0.2.9 eq 443',
	'access-group OUT in interface outside',
	'route outside 0 0 192.0.2.1',
	'write mem',
);

const access = (description: string): string =>
	text(
		'!Software Version V200R019C10SPC500',
		'#',
		'sysname ams-acc-01',
		'#',
		'vlan batch 10 20',
		'#',
		'vlan 10',
		` description ${description}`,
		'#',
		'interface Vlanif10',
		' ip address 192.0.2.2 255.255.255.0',
		'#',
		'interface GigabitEthernet0/0/1',
		' port link-type trunk',
		' port trunk allow-pass vlan 10 20',
		...emptyPorts((port) => `GigabitEthernet0/0/${port}`, 2, 24).map((line) => line || '#'),
		'#',
		'interface NULL0',
		'#',
		'user-interface con 0',
		'#',
		'return',
	);

const ACCESS_FILE = text(
	'system-view',
	'sysname ams-acc-01',
	'vlan 10',
	' description users',
	' quit',
	'vlan 20',
	' quit',
	'interface Vlanif10',
	' ip address 192.0.2.2 24',
	'interface g0/0/1',
	' port link-type trunk',
	' port trunk allow-pass vlan 20 10',
	'return',
	'save',
);

/** Six pairs: in three of them nothing was changed, in the others one line was. */
export const WRITTEN: readonly NoiseCase[] = [
	{
		name: 'NX-OS, a file of the ports in use',
		platform: 'cisco_nxos',
		intended: NEXUS_FILE,
		running: nexus(10),
		truth: [],
	},
	{
		name: 'NX-OS, another native VLAN',
		platform: 'cisco_nxos',
		intended: NEXUS_FILE,
		running: nexus(20),
		truth: ['switchport trunk native vlan 20'],
	},
	{
		name: 'ASA, a file without defaults',
		platform: 'cisco_asa',
		intended: FIREWALL_FILE,
		running: firewall('1:00:00'),
		truth: [],
	},
	{
		name: 'ASA, another idle time',
		platform: 'cisco_asa',
		intended: FIREWALL_FILE,
		running: firewall('8:00:00'),
		truth: ['timeout conn 8:00:00 half-closed 0:10:00 udp 0:02:00 sctp 0:02:00 icmp 0:00:02'],
	},
	{ name: 'VRP, a file to paste', platform: 'huawei_vrp', intended: ACCESS_FILE, running: access('users'), truth: [] },
	{
		name: 'VRP, another description',
		platform: 'huawei_vrp',
		intended: ACCESS_FILE,
		running: access('guests'),
		truth: ['description guests'],
	},
];
