import type { ConfigPair } from '../engine/config-pairs.ts';

/** How one platform writes a long configuration. */
export interface Shape {
	readonly what: string;
	/** Slug of the platform. */
	readonly platform: string;
	/** How such a text is fetched. @default 'ssh' */
	readonly transport?: 'rest';
	readonly top: readonly string[];
	/** Lines of the block with this number, in which each value ends with a word. */
	readonly block: (index: number, word: string) => readonly string[];
	readonly bottom: readonly string[];
}

/** As many sections as an IOS configuration has interfaces, each as its platform has it. */
export const SHAPES: readonly Shape[] = [
	{
		what: 'Junos in braces',
		platform: 'juniper_junos',
		top: ['system {', '    host-name bench;', '}', 'interfaces {'],
		block: (index, word) => [
			`    ge-0/0/${index} {`,
			`        description "customer ${index} ${word}";`,
			'        unit 0 {',
			'            family inet {',
			`                filter input CUSTOMER-${index}${word};`,
			`                address 10.${index >> 16}.${(index >> 8) & 255}.${index & 255}/32;`,
			'            }',
			'        }',
			'    }',
		],
		bottom: ['}'],
	},
	{
		what: 'Junos as set',
		platform: 'juniper_junos',
		top: ['set version 22.4R3', 'set system host-name bench', 'set system services ssh'],
		block: (index, word) => [
			`set interfaces ge-0/0/${index} description "customer ${index} ${word}"`,
			`set interfaces ge-0/0/${index} unit 0 family inet filter input CUSTOMER-${index}${word}`,
			`set interfaces ge-0/0/${index} unit 0 family inet address 10.${index >> 16}.${(index >> 8) & 255}.${index & 255}/32`,
		],
		bottom: [],
	},
	{
		what: 'VyOS in braces',
		platform: 'vyos',
		top: ['system {', '    host-name bench', '}', 'interfaces {'],
		block: (index, word) => [
			`    ethernet eth${index} {`,
			`        address 10.${index >> 16}.${(index >> 8) & 255}.${index & 255}/32`,
			`        description "customer ${index} ${word}"`,
			`        vrf V-${index}${word}`,
			'    }',
		],
		bottom: ['}'],
	},
	{
		what: 'PAN-OS as XML',
		platform: 'paloalto_panos',
		transport: 'rest',
		top: [
			'<config>',
			'  <devices>',
			'    <entry name="localhost.localdomain">',
			'      <vsys>',
			'        <entry name="vsys1">',
			'          <address>',
		],
		block: (index, word) => [
			`            <entry name="host-${index}">`,
			`              <ip-netmask>10.${index >> 16}.${(index >> 8) & 255}.${index & 255}/32</ip-netmask>`,
			`              <description>customer ${index} ${word}</description>`,
			'            </entry>',
		],
		bottom: ['          </address>', '        </entry>', '      </vsys>', '    </entry>', '  </devices>', '</config>'],
	},
	{
		what: 'OPNsense',
		platform: 'opnsense',
		top: ['<?xml version="1.0"?>', '<opnsense>', '  <filter>'],
		block: (index, word) => [
			'    <rule>',
			'      <type>pass</type>',
			`      <descr>customer ${index} ${word}</descr>`,
			`      <destination><network>10.${index >> 16}.${(index >> 8) & 255}.${index & 255}</network></destination>`,
			'    </rule>',
		],
		bottom: ['  </filter>', '</opnsense>'],
	},
	{
		what: 'FortiOS',
		platform: 'fortinet',
		top: ['config system global', '    set hostname "bench"', 'end', 'config firewall address'],
		block: (index, word) => [
			`    edit "host-${index}"`,
			`        set comment "customer ${index} ${word}"`,
			`        set subnet 10.${index >> 16}.${(index >> 8) & 255}.${index & 255} 255.255.255.255`,
			'    next',
		],
		bottom: ['end'],
	},
	{
		what: 'RouterOS',
		platform: 'mikrotik_routeros',
		top: ['# 2026-11-28 10:00:00 by RouterOS 7.15', '/interface vlan'],
		block: (index, word) => [
			`add interface=ether1 name=vlan${index} vlan-id=${index % 4_094} comment="customer ${word}"`,
		],
		bottom: ['/system identity', 'set name=bench'],
	},
];

/** Every so many blocks differ from what is intended; 0: none does. */
export const SHAPED_SCENARIOS = { same: 0, '10 % changed': 10, 'all different': 1 } as const;

/** A pair of configs of about so many lines, of which every so many blocks differ. */
export function shapedPair({ top, block, bottom }: Shape, lines: number, every: number): ConfigPair {
	const blocks = Math.floor((lines - top.length - bottom.length) / block(0, '').length);
	const write = (wordOf: (index: number) => string): string =>
		[...top, ...Array.from({ length: blocks }, (_, index) => block(index, wordOf(index))).flat(), ...bottom, ''].join(
			'\n',
		);
	return {
		intended: write(() => 'A'),
		running: write((index) => (every > 0 && index % every === 0 ? 'B' : 'A')),
	};
}
