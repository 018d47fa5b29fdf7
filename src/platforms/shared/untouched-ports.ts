import type { PortRule } from '../../domain/platform/equivalence-rules.ts';

/** Loopbacks, VLANs, bundles and interfaces below others are created by somebody. */
const created = [
	'interface Loopback0',
	'interface Port-channel1',
	'interface GigabitEthernet0/0.10',
	'interface Tunnel1',
];

/** A port that is routed says of its address that there is none, so one that says nothing is a port of a switch. */
const switchPort: PortRule = {
	header: /^interface [A-Za-z]*(?:Ethernet|GigE)\d+(?:\/\d+)*$/,
	source: 'a port of a switch that has its defaults is shown empty (recorded shows of IOS and IOS XE)',
	matches: ['interface GigabitEthernet1/0/10', 'interface AppGigabitEthernet1/0/1', 'interface FastEthernet0/1'],
	spares: [...created, 'interface Vlan1'],
};

/** Of IOS: a router's port is down until somebody needs it, and so is the VLAN that nobody can take away. */
export const iosPorts: readonly PortRule[] = [
	switchPort,
	{
		header: /^interface (?:[A-Za-z]*(?:Ethernet|GigE)\d+(?:\/\d+)*|Vlan1)$/,
		says: ['no ip address', 'shutdown'],
		mayState: /^(?:negotiation auto|duplex auto|speed auto|media-type rj45)$/,
		source: 'an untouched port of a router is shown like this (recorded shows of IOS and IOS XE)',
		matches: ['interface GigabitEthernet0/1', 'interface Vlan1'],
		spares: [...created, 'interface Vlan10'],
	},
	{
		header: /^line (?:con|aux) 0$/,
		says: ['stopbits 1'],
		source: 'terminal lines as they come (recorded shows of IOS 15 and IOS XE)',
		matches: ['line con 0', 'line aux 0'],
		spares: ['line vty 0 4', 'line 1'],
	},
];

export const nxosPorts: readonly PortRule[] = [
	{
		header: /^(?:interface (?:Ethernet\d+(?:\/\d+)+|mgmt0)|line (?:console|vty))$/,
		source: 'every port and terminal line is shown, untouched ones empty (recorded shows of NX-OS)',
		matches: ['interface Ethernet1/128', 'interface Ethernet101/1/1', 'interface mgmt0', 'line console', 'line vty'],
		spares: ['interface Ethernet1/1.10', 'interface loopback0', 'interface port-channel1', 'interface Vlan1'],
	},
	{
		header: /^interface mgmt0$/,
		says: ['vrf member management'],
		source: 'the management port is in its own VRF, and newer releases show it (recorded shows of NX-OS 9.2 and 9.3)',
		matches: ['interface mgmt0'],
		spares: ['interface mgmt1'],
	},
	{
		header: /^interface Vlan1$/,
		source: 'there as soon as `feature interface-vlan` is, down and empty (recorded shows of NX-OS 7.0 to 9.3)',
		matches: ['interface Vlan1'],
		spares: ['interface Vlan10'],
	},
];

export const eosPorts: readonly PortRule[] = [
	{
		header: /^interface (?:Ethernet|Management)\d+(?:\/\d+)*$/,
		source: 'every port is shown, untouched ones empty (batfish lab-validation, labs of vEOS)',
		matches: ['interface Ethernet1', 'interface Ethernet49/1', 'interface Management1'],
		spares: ['interface Ethernet1.10', 'interface Loopback0', 'interface Port-Channel1', 'interface Vlan1'],
	},
];

/** Of IOS XR, where a port is down until somebody needs it. */
export const xrPorts: readonly PortRule[] = [
	{
		header: /^interface (?:[A-Za-z]*(?:Ethernet|GigE)|MgmtEth)\d+(?:\/[A-Z]{0,3}\d+)*$/,
		says: ['shutdown'],
		source: 'an untouched port is shown like this (recorded shows of IOS XR)',
		matches: ['interface GigabitEthernet0/0/0/9', 'interface HundredGigE0/0/0/1', 'interface MgmtEth0/RP0/CPU0/0'],
		spares: ['interface GigabitEthernet0/0/0/9.10', 'interface Bundle-Ether1', 'interface Loopback0'],
	},
];

export const asaPorts: readonly PortRule[] = [
	{
		header: /^interface (?:[A-Za-z]*Ethernet|Management)\d+(?:\/\d+)*$/,
		says: ['shutdown', 'no nameif', 'no security-level', 'no ip address'],
		mayState: /^management-only$/,
		source: 'an untouched port is shown like this (recorded shows of ASA 9.5 and 9.8)',
		matches: ['interface GigabitEthernet0/3', 'interface Management0/0'],
		spares: ['interface GigabitEthernet0/3.10', 'interface Port-channel1', 'interface Vlan1'],
	},
];

/** Of AOS-CX: a port of a switch is open and in VLAN 1. Where ports are routed, one in VLAN 1 says `no routing` too. */
export const aosCxPorts: readonly PortRule[] = [
	{
		header: /^interface \d+\/\d+\/\d+$/,
		says: ['no shutdown', 'vlan access 1'],
		source: 'an untouched port is shown like this (outputs of devices)',
		matches: ['interface 1/1/1', 'interface 2/1/48'],
		spares: ['interface lag 1', 'interface vlan 1', 'interface 1/1/1.10'],
	},
	{
		header: /^interface mgmt$/,
		says: ['no shutdown', 'ip dhcp'],
		source: 'the management port, as it comes (outputs of devices)',
		matches: ['interface mgmt'],
		spares: ['interface mgmt1'],
	},
];

/** Of OS10: a port is open and in VLAN 1. */
export const os10Ports: readonly PortRule[] = [
	{
		header: /^interface ethernet ?\d+\/\d+\/\d+(?::\d+)?$/,
		says: ['no shutdown', 'switchport access vlan 1'],
		mayState: /^flowcontrol receive on$/,
		source: 'an untouched port is shown like this (Dell OS10 user guide; its show running-configuration)',
		matches: ['interface ethernet1/1/1', 'interface ethernet1/1/1:1'],
		spares: ['interface vlan1', 'interface port-channel1'],
	},
	{
		header: /^interface vlan ?1$/,
		says: ['no shutdown'],
		source: 'the VLAN that cannot be removed, as it comes (outputs of devices)',
		matches: ['interface vlan1'],
		spares: ['interface vlan10'],
	},
	{
		header: /^interface mgmt ?1\/1\/1$/,
		says: ['no shutdown', 'ip address dhcp'],
		mayState: /^ipv6 address autoconfig$/,
		source: 'the management port, as it comes (outputs of devices)',
		matches: ['interface mgmt1/1/1'],
		spares: ['interface ethernet1/1/1'],
	},
];

export const vrpPorts: readonly PortRule[] = [
	{
		header:
			/^(?:interface (?:(?:\d+|X)?(?:GigabitEthernet|Ethernet|Eth|GE)[\d/]+|MEth[\d/]+|NULL0)|user-interface (?:con|aux|vty) \d+(?: \d+)?)$/,
		source: 'untouched ports and terminal lines are shown empty (outputs of devices)',
		matches: ['interface GigabitEthernet0/0/5', 'interface 10GE1/0/1', 'interface NULL0', 'user-interface con 0'],
		spares: ['interface GigabitEthernet0/0/5.10', 'interface LoopBack0', 'interface Vlanif1', 'interface Eth-Trunk1'],
	},
];

const COMWARE_7 = 'there without anybody having said so (a lab of H3C Comware 7.1, evgzol/OTUS-Network-Engineer)';

/** Of Comware: ports, and what release 7 has of lines, domains and roles from its first start on. */
export const comwarePorts: readonly PortRule[] = [
	{
		header:
			/^(?:interface (?:[A-Za-z-]*(?:Ethernet|GigE)[\d/:]+|NULL0|InLoopBack0)|(?:line|user-interface) (?:con|console|aux|vty|usb) \d+(?: \d+)?)$/,
		source: 'untouched ports and terminal lines are shown empty (outputs of devices)',
		matches: ['interface GigabitEthernet1/0/5', 'interface NULL0', 'line vty 0 63', 'line aux 0'],
		spares: ['interface GigabitEthernet1/0/5.10', 'interface LoopBack0', 'interface Vlan-interface1', 'line class vty'],
	},
	{
		header: /^line (?:class )?(?:aux|tty|vty)(?: \d+){0,2}$/,
		says: ['user-role network-operator'],
		source: COMWARE_7,
		matches: ['line class vty', 'line vty 0 63'],
		spares: ['line class console', 'line con 0'],
	},
	{
		header: /^line (?:class console|con(?:sole)? \d+(?: \d+)?)$/,
		says: ['user-role network-admin'],
		source: COMWARE_7,
		matches: ['line class console', 'line con 0 1'],
		spares: ['line class vty', 'line vty 0 63'],
	},
	{
		header: /^(?:domain|user-group) system$/,
		source: COMWARE_7,
		matches: ['domain system', 'user-group system'],
		spares: ['domain corp', 'domain default enable system'],
	},
	{
		header: /^radius scheme system$/,
		says: ['user-name-format without-domain'],
		source: COMWARE_7,
		matches: ['radius scheme system'],
		spares: ['radius scheme corp'],
	},
	...Array.from(
		{ length: 15 },
		(_, level): PortRule => ({
			header: new RegExp(`^role name level-${level}$`),
			says: [`description Predefined level-${level} role`],
			source: COMWARE_7,
			matches: [`role name level-${level}`],
			spares: ['role name level-15', 'role name operator'],
		}),
	),
];
