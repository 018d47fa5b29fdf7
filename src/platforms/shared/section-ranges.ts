import type { RangeRule } from '../../domain/platform/list-rules.ts';

/** Terminal lines of IOS. */
export const iosLines: RangeRule = {
	pattern: /^(?<head>line (?:vty |tty )?)(?<values>[\d/]+(?: [\d/]+)?)(?<tail>)$/,
	form: 'first-last',
	dash: ' ',
	wholeEnd: true,
	source:
		'IOS makes one section of neighbouring lines that are set alike, and shows 0 to 4 apart from 5 to 15 in some releases (ipSpace.net, Merging VTY configurations, and the comments there)',
	matches: ['line vty 0 15', 'line vty 5', 'line 1/0 1/15'],
	spares: ['line con 0', 'line aux 0'],
};

/** What is mirrored, and where to (IOS). */
export const iosMirroredPorts: RangeRule = {
	pattern:
		/^(?<head>monitor session \d+ (?:source|destination) interface )(?<values>[A-Z][\w/., -]*?)(?<tail>(?: (?:rx|tx|both))?)$/,
	form: 'ranges',
	dash: ' - ',
	source: 'ports that are entered one by one are shown as ranges (from knowledge)',
	matches: ['monitor session 1 source interface Gi1/0/1 - 2, Te1/1/1 rx', 'monitor session 1 source interface Gi1/0/1'],
	spares: ['monitor session 1 source vlan 10', 'monitor session 1 type erspan-source'],
};

const interfaces: Pick<RangeRule, 'form' | 'matches' | 'spares'> = {
	form: 'ranges',
	matches: ['interface Ethernet1/1-2', 'interface Ethernet1/1'],
	spares: ['interface', 'no interface Ethernet1/1'],
};

/** `interface range Gi1/0/1 - 24`, which is taken and never shown (IOS). */
export const iosInterfaceRanges: RangeRule = {
	...interfaces,
	pattern: /^(?<head>interface )(?:range )?(?<values>[A-Za-z][\w/:., -]*)$/,
	several: 'range ',
	dash: ' - ',
	source: 'what is entered for a range is shown at each interface (Cisco IOS command reference, interface range)',
	matches: ['interface range GigabitEthernet1/0/1 - 24, Te1/1/1', 'interface GigabitEthernet1/0/1'],
};

/** `interface Ethernet1-4,7`, which is taken and never shown (NX-OS, EOS). */
export const interfaceRanges: RangeRule = {
	...interfaces,
	pattern: /^(?<head>interface )(?<values>[A-Za-z][\w/:., -]*)$/,
	source:
		'what is entered for several interfaces is shown at each of them (Cisco NX-OS Interfaces Configuration Guide; Arista EOS user manual, interface ethernet)',
};

/** `interface range ethernet1/1/1-1/1/4`, which is taken and never shown (OS10). */
export const os10InterfaceRanges: RangeRule = {
	...iosInterfaceRanges,
	dash: '-',
	wholeEnd: true,
	source: 'what is entered for a range is shown at each interface (Dell OS10 user guide, interface range)',
	matches: ['interface range ethernet1/1/1-1/1/4', 'interface ethernet1/1/1'],
};

/** `interface 1/1/1-1/1/4`, which is taken and never shown (AOS-CX). */
export const aosCxInterfaceRanges: RangeRule = {
	...interfaces,
	pattern: /^(?<head>interface )(?<values>\d[\d/:, -]*)(?<tail>)$/,
	wholeEnd: true,
	source: 'what is entered for a range is shown at each interface (AOS-CX Command-Line Interface Guide, interface)',
	matches: ['interface 1/1/1-1/1/4', 'interface 1/1/1'],
	spares: ['interface vlan 10', 'interface lag 1'],
};

/** `interface 1-4,A1-A4`, which is taken and never shown (ArubaOS-Switch). */
export const procurveInterfaceRanges: RangeRule = {
	...interfaces,
	pattern: /^(?<head>interface )(?<values>(?:Trk|[A-Z])?\d[\w/,-]*)(?<tail>)$/i,
	source:
		'what is entered for several ports is shown at each of them (HPE ArubaOS-Switch Management and Configuration Guide, Using the CLI: the context of ports, `(eth-1-4)#`)',
	matches: ['interface 1-4,A1-A4', 'interface 1', 'interface Trk1'],
	spares: ['interface vlan 10', 'interface loopback 0', 'interface tunnel 1'],
};

const COMWARE_PORT = String.raw`[A-Za-z]+(?:-[A-Za-z]+)* ?\d[\d/:.]*`;

/** `interface range GigabitEthernet 1/0/1 to GigabitEthernet 1/0/4`, which is taken and never shown (Comware). */
export const comwareInterfaceRanges: RangeRule = {
	pattern: new RegExp(
		`^(?<head>interface )(?:range )?(?<values>${COMWARE_PORT}(?:(?: to)? ${COMWARE_PORT})*)(?<tail>)$`,
	),
	form: 'ranges-to',
	several: 'range ',
	dash: ' to ',
	source:
		'what is entered for a range is shown at each interface (H3C Interface Command Reference, interface range, with `gigabitethernet 1/0/1 to gigabitethernet 1/0/24 vlan-interface 2`)',
	matches: [
		'interface range GigabitEthernet 1/0/1 to GigabitEthernet 1/0/4 vlan-interface 2',
		'interface GigabitEthernet1/0/1',
	],
	spares: ['interface range name A', 'interface Tunnel1 mode gre'],
};

const nvueSource =
	'NVUE makes one key of interfaces that have something in common, `lo,swp51-54,vlan10,20`, and each may stand in several (NVIDIA Cumulus Linux user guide, outputs of `nv config show`)';

const nvueVlanSource =
	'VLANs of a bridge may be entered together, `vlan 10,20`, and each may have settings of its own (NVIDIA Cumulus Linux user guide, VLAN-aware Bridge Mode)';

/** Interfaces and VLANs of NVUE, as keys of its document and in its commands. */
export const nvueRanges: readonly RangeRule[] = [
	{
		pattern: /^(?<head>)(?<values>[a-z][\w,.-]*)(?<tail>:)$/,
		within: [/^interface:$/],
		form: 'ranges',
		source: nvueSource,
		matches: ['lo,swp51-54,vlan10,20:', 'swp1:'],
		spares: ['swp1: {}', 'type: swp'],
	},
	{
		pattern: /^(?<head>nv set interface )(?<values>[a-z][\w,.-]*)(?<tail>(?: .*)?)$/,
		form: 'ranges',
		source: nvueSource,
		matches: ['nv set interface swp1-3,swp49-52 type swp', 'nv set interface lo'],
		spares: ['nv set bridge domain br_default vlan 10'],
	},
	{
		pattern: /^(?<head>)'?(?<values>\d[\d,-]*)'?(?<tail>:(?: \{\})?)$/,
		within: [/^vlan:$/],
		form: 'ranges',
		source: nvueVlanSource,
		matches: ["'10,20-30': {}", "'10':", '10:'],
		spares: ['br_default:', 'vlan-aware: on'],
	},
	{
		pattern: /^(?<head>nv set bridge domain \S+ vlan )(?<values>\d[\d,-]*)(?<tail>(?: .*)?)$/,
		form: 'ranges',
		source: nvueVlanSource,
		matches: ['nv set bridge domain br_default vlan 10,20', 'nv set bridge domain br_default vlan 10 vni 10'],
		spares: ['nv set bridge domain br_default untagged 1'],
	},
];
