import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, a file that is typed from top to bottom, and what the device shows then. */
type Script = readonly [platform: string, file: readonly string[], shown: readonly string[]];

const ACL = ['ip access-list extended A', ' permit tcp any any eq 22', ' deny ip any any'];
const MAP = ['route-map A permit 10', ' match ip address 1', 'route-map A permit 20'];
const PREFIXES = ['ip prefix-list A seq 5 permit 192.0.2.0/24', 'ip prefix-list A seq 10 deny 0.0.0.0/0'];
const FILTER = '/ip firewall filter';
const PORT = 'interface GigabitEthernet1/0/1';
const ASA_LIST = ['access-list A extended permit udp any any', 'access-list A extended permit icmp any any'];
const EXPORT = 'set protocols bgp group A export';

const SAME: readonly Script[] = [
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'cisco_xr', 'huawei_vrp'].flatMap((name): readonly Script[] => [
		[name, ['hostname base', 'hostname edge'], ['hostname edge']],
		[
			name,
			[PORT, ' description base', ' mtu 9000', ' description edge', ' mtu 9100'],
			[PORT, ' mtu 9100', ' description edge'],
		],
		[name, [PORT, ' description base', PORT, ' description edge'], [PORT, ' description edge']],
	]),
	['cisco_ios', [PORT, ' switchport mode access', ' switchport mode trunk'], [PORT, ' switchport mode trunk']],
	...['cisco_ios', 'cisco_xe', 'arista_eos', 'cisco_nxos', 'dell_os10'].flatMap((name): readonly Script[] => [
		[name, ['no route-map A', ...MAP], MAP],
		[name, ['no ip prefix-list A', ...PREFIXES], PREFIXES],
		[name, ['no route-map OLD'], []],
		[name, ['no username anna', 'username anna privilege 15'], ['username anna privilege 15']],
		[
			name,
			[PORT, ' no description', ' description a', ' no ip address', ' ip address 192.0.2.1 255.255.255.0'],
			[PORT, ' description a', ' ip address 192.0.2.1 255.255.255.0'],
		],
		[
			name,
			['default interface Gi1/0/1', 'interface Gi1/0/1', ' description a'],
			['interface Gi1/0/1', ' description a'],
		],
	]),
	['cisco_ios', ['no ip access-list extended A', ...ACL], ACL],
	['cisco_ios', ['no access-list 10', 'access-list 10 permit 192.0.2.1'], ['access-list 10 permit 192.0.2.1']],
	['cisco_ios', ['access-list 10 permit 192.0.2.9', 'no access-list 10'], []],
	['cisco_ios', ['no ip access-list extended OLD', 'no access-list 99'], []],
	['cisco_ios', ['default interface Gi1/0/1', 'interface Gi1/0/1', ' description a'], [PORT, ' description a']],
	[
		'cisco_ios',
		[PORT, ' description old', 'default interface Gi1/0/1', PORT, ' description new'],
		[PORT, ' description new'],
	],
	[
		'cisco_ios',
		[PORT, ' no ip address', ' ip address 192.0.2.1 255.255.255.0'],
		[PORT, ' ip address 192.0.2.1 255.255.255.0'],
	],
	[
		'cisco_ios',
		['no class-map match-any B', 'class-map match-any B', ' match any'],
		['class-map match-any B', ' match any'],
	],
	['cisco_ios', [PORT, ' no shutdown', ' shutdown'], [PORT, ' shutdown']],
	[
		'cisco_nxos',
		['no ip access-list A', 'ip access-list A', '  10 deny ip any any'],
		['ip access-list A', '  10 deny ip any any'],
	],
	[
		'arista_eos',
		['default interface Ethernet1', 'interface Ethernet1', '   description a'],
		['interface Ethernet1', '   description a'],
	],
	[
		'cisco_asa',
		['clear configure access-list A', 'access-list A extended deny ip any any'],
		['access-list A extended deny ip any any'],
	],
	[
		'cisco_asa',
		['no object-group network G', 'object-group network G', ' network-object host 192.0.2.1'],
		['object-group network G', ' network-object host 192.0.2.1'],
	],
	[
		'huawei_vrp',
		['undo acl number 3000', 'acl number 3000', ' rule 5 permit ip'],
		['acl number 3000', ' rule 5 permit ip'],
	],
	['huawei_vrp', ['undo route-policy A', 'route-policy A permit node 10'], ['route-policy A permit node 10']],
	[
		'juniper_junos',
		['delete interfaces ge-0/0/0', 'set interfaces ge-0/0/0 mtu 9000'],
		['set interfaces ge-0/0/0 mtu 9000'],
	],
	['juniper_junos', ['set interfaces ge-0/0/0 mtu 9000', 'delete interfaces ge-0/0/0'], []],
	[
		'juniper_junos',
		['deactivate interfaces ge-0/0/0', 'set interfaces ge-0/0/0 mtu 9000', 'activate interfaces ge-0/0/0'],
		['set interfaces ge-0/0/0 mtu 9000'],
	],
	[
		'juniper_junos',
		['delete system services telnet', 'set system services ssh'],
		['system {', 'services {', 'ssh;', '}', '}'],
	],
	[
		'vyos',
		['delete interfaces ethernet eth0 address', "set interfaces ethernet eth0 address '192.0.2.1/24'"],
		["set interfaces ethernet eth0 address '192.0.2.1/24'"],
	],
	[
		'paloalto_panos',
		['delete address A', 'set address A ip-netmask 192.0.2.1'],
		['set address A ip-netmask 192.0.2.1'],
	],
	[
		'mikrotik_routeros',
		[FILTER, 'remove [find]', 'add action=drop chain=input'],
		[FILTER, 'add action=drop chain=input'],
	],
];

/** What only looks like such a command, and what the device has besides. */
const DIFFERENT: readonly Script[] = [
	['cisco_ios', [PORT, ' description base', ' description edge'], [PORT, ' description base']],
	['cisco_ios', [PORT, ' description base', ' description edge'], [PORT]],
	['cisco_ios', ['hostname base', 'hostname edge'], ['hostname base']],
	['cisco_asa', ['mtu inside 1400', 'mtu outside 1400'], ['mtu outside 1400']],
	[
		'cisco_ios',
		[PORT, ' switchport trunk native vlan 5', ' switchport trunk native vlan tag'],
		[PORT, ' switchport trunk native vlan tag'],
	],
	['cisco_ios', ['vlan 10', ' name a', 'vlan 20', ' name b'], ['vlan 20', ' name b']],
	// A text that lost its indentation has the lines of all its interfaces side by side.
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'cisco_xr', 'huawei_vrp', 'hp_procurve', 'nokia_sros', 'generic'].map(
		(name): Script => [
			name,
			['interface 1', 'description a', 'mtu 9000', 'interface 2', 'description b', 'mtu 1500'],
			['interface 1', 'description other', 'mtu 1400', 'interface 2', 'description b', 'mtu 1500'],
		],
	),
	['cisco_ios', [PORT, ' description a', ' description b'], [PORT, ' description other', ' description b']],
	['generic', ['port 1', ' description a', ' description b'], ['port 1', ' description b']],
	[
		'cisco_ios',
		['no ip domain lookup', 'ip domain lookup source-interface Vlan1'],
		['ip domain lookup source-interface Vlan1'],
	],
	['cisco_ios', ['no ip prefix-list sequence-number'], []],
	['cisco_ios', ['no ip http server'], []],
	['cisco_ios', ['no service pad', 'hostname a'], ['hostname a']],
	['cisco_ios', ['route-map A permit 10', 'no route-map A'], ['route-map A permit 10']],
	['cisco_ios', ['route-map A permit 5', 'no route-map A', ...MAP], ['route-map A permit 5', ...MAP]],
	['cisco_ios', ['no route-map A', ...MAP], [...MAP, 'route-map A permit 30']],
	['cisco_ios', ['no ip access-list extended A', ...ACL], [...ACL, ' permit udp any any']],
	['cisco_ios', ['no route-map A'], ['route-map A permit 10']],
	[
		'cisco_ios',
		['default interface Gi1/0/1', 'interface Gi1/0/1', ' description a'],
		[PORT, ' description a', ' shutdown'],
	],
	[
		'cisco_ios',
		[PORT, ' ip address 192.0.2.1 255.255.255.0', ' no ip address'],
		[PORT, ' ip address 192.0.2.1 255.255.255.0'],
	],
	['cisco_ios', [PORT, ' shutdown', ' no shutdown', ' shutdown'], [PORT]],
	[
		'cisco_ios',
		[PORT, ' vrf forwarding B', 'no vrf definition B', 'vrf definition B', ' rd 1:1'],
		[PORT, ' vrf forwarding B', 'vrf definition B', ' rd 1:1'],
	],
	['arista_eos', ['no username admin'], []],
	[
		'juniper_junos',
		['set interfaces ge-0/0/0 mtu 9000', 'delete interfaces ge-0/0/0'],
		['set interfaces ge-0/0/0 mtu 9000'],
	],
	['juniper_junos', ['delete interfaces ge-0/0/0 mtu', 'set interfaces ge-0/0/0 mtu 9000'], []],
	['juniper_junos', ['deactivate interfaces ge-0/0/0 unit 0', 'activate interfaces ge-0/0/0'], []],
	['juniper_junos', [`${EXPORT} [ X Y ]`, 'delete protocols bgp group A export X'], [`${EXPORT} [ X Y ]`]],
	[
		'juniper_junos',
		['set interfaces ge-0/0/0 description a mtu 9000', 'delete interfaces ge-0/0/0 mtu'],
		['set interfaces ge-0/0/0 description a mtu 9000'],
	],
	[
		'mikrotik_routeros',
		[FILTER, 'add action=accept chain=input', 'remove [find]'],
		[FILTER, 'add action=accept chain=input'],
	],
	['mikrotik_routeros', [FILTER, 'remove [find comment=a]'], [FILTER, 'add action=accept chain=input']],
];

const RANGE = ['interface range Gi1/0/1 - 2', ' shutdown', 'default interface Gi1/0/2'];
const PORTS = ['1', '2'].flatMap((port) => [`interface GigabitEthernet1/0/${port}`, ' shutdown']);

/** What takes a part of a line above, or says what it takes as it is never shown. */
const PARTS: readonly Script[] = [
	['cisco_ios', RANGE, PORTS],
	[
		'arista_eos',
		['interface Ethernet1,3', ' shutdown', 'default interface Ethernet3'],
		['interface Ethernet1', ' shutdown', 'interface Ethernet3', ' shutdown'],
	],
	[
		'cisco_nxos',
		['vlan 10-11', ' shutdown', 'no vlan 10', 'vlan 10'],
		['vlan 10', ' shutdown', 'vlan 11', ' shutdown'],
	],
	['arista_eos', ['vlan 10,11', ' name x', 'no vlan 10', 'vlan 10'], ['vlan 10', ' name x', 'vlan 11', ' name x']],
	[
		'juniper_junos',
		[`${EXPORT} X`, `${EXPORT} Y`, 'delete protocols bgp group A export [ X Y ]'],
		[`${EXPORT} X`, `${EXPORT} Y`],
	],
	[
		'juniper_junos',
		['set interfaces ge-0/0/0 unit 0 family inet', 'delete interfaces ge-0/0/0.0'],
		['set interfaces ge-0/0/0 unit 0 family inet'],
	],
	...['delete int ge-0/0/0', 'delete interfaces ge-0/0/0 desc'].map(
		(shortened): Script => [
			'juniper_junos',
			['set interfaces ge-0/0/0 description a', shortened],
			['set interfaces ge-0/0/0 description a'],
		],
	),
	[
		'juniper_junos',
		['set interfaces ge-0/0/0 mtu 9000', 'delete interfaces <*>'],
		['set interfaces ge-0/0/0 mtu 9000'],
	],
	[
		'mikrotik_routeros',
		[FILTER, 'add action=accept chain=input', `${FILTER} remove [find]`],
		[FILTER, 'add action=accept chain=input'],
	],
];

const texts = ([name, intended, running]: Script) => ({ platform: platformOf(name), intended, running });

describe('a file that clears before it sets', () => {
	it.each(SAME)('is what is left when it is typed: %s %j', (...script) => {
		expect(differences(texts(script))).toEqual([]);
		expect(differences({ ...texts(script), options: { scope: 'declared' } })).toEqual([]);
	});

	it.each(PARTS)('hides nothing where nobody knows what is left: %s %j %j', (...script) => {
		expect(differences(texts(script))).not.toEqual([]);
		expect(differences({ ...texts(script), options: { scope: 'declared' } })).not.toEqual([]);
	});

	it.each(DIFFERENT)('differs where the device does: %s %j %j', (...script) => {
		expect(differences(texts(script))).not.toEqual([]);
	});

	it('speaks for what it clears where only that is judged', () => {
		const judged = (intended: readonly string[], running: readonly string[]): readonly string[] =>
			differences({ platform: platformOf('cisco_ios'), intended, running, options: { scope: 'declared' } });
		const shown = [PORT, ' description a', ' shutdown'];

		expect(judged(['interface Gi1/0/1', ' description a'], shown)).toEqual([]);
		expect(judged(['default interface Gi1/0/1', 'interface Gi1/0/1', ' description a'], shown)).toEqual([
			'extra interface Gi1/0/1 > shutdown',
		]);
		expect(judged(['no route-map A'], ['route-map A permit 10', 'route-map B permit 10'])).toEqual([
			'extra route-map A permit 10',
		]);
	});

	it('is one on either side: a file may be taken from another', () => {
		const [one, other] = [
			['no route-map A', ...MAP],
			[PORT, ' no description', ' description a'],
		];

		expect(differences({ platform: platformOf('cisco_ios'), intended: MAP, running: one })).toEqual([]);
		expect(
			differences({ platform: platformOf('cisco_ios'), intended: [...other, ' shutdown'], running: other }),
		).toEqual([`missing ${PORT} > shutdown`]);
	});

	const lines = (...all: readonly string[]): string => [...all, ''].join('\n');

	it.each(['cisco_ios', 'cisco_nxos', 'arista_eos'])(
		'is adopted into where a line of it says the last value: %s',
		(name) => {
			const file = ['interface Ethernet1', ' description base', ' mtu 9000', ' description edge', ''].join('\n');
			const devices = ['description base', 'description edge', 'description other', 'load-interval 30'].map((line) =>
				['interface Ethernet1', ` ${line}`, ' mtu 9000', ''].join('\n'),
			);

			expectAdopted(name, { files: [file], devices });
		},
	);

	it.each([
		['cisco_ios', lines('hostname a', 'no route-map A', ...MAP), lines('hostname a', 'route-map A permit 5', ...MAP)],
		['cisco_ios', lines('hostname a', 'no route-map A', ...MAP), lines('hostname a')],
		['cisco_ios', lines('hostname a', 'no route-map A'), lines('hostname a', ...MAP)],
		[
			'cisco_ios',
			lines(PORT, ' no ip address', ' ip address 192.0.2.1 255.255.255.0'),
			lines(PORT, ' ip address 192.0.2.9 255.255.255.0'),
		],
		[
			'juniper_junos',
			lines('set system host-name a', 'set interfaces ge-0/0/0 mtu 9000', 'delete interfaces ge-0/0/0'),
			lines('set system host-name a', 'set interfaces ge-0/0/0 mtu 9000', 'set interfaces ge-0/0/0 description a'),
		],
		[
			'mikrotik_routeros',
			lines(FILTER, 'remove [find]', 'add action=drop chain=input'),
			lines(FILTER, 'add action=accept chain=input', 'add action=drop chain=input'),
		],
		[
			'cisco_ios',
			lines('access-list 10 permit 192.0.2.1', 'no access-list 10', 'access-list 10 permit 192.0.2.2'),
			lines('access-list 10 permit 192.0.2.3', 'access-list 10 permit 192.0.2.2'),
		],
		[
			'cisco_asa',
			lines('access-list A extended permit ip any any', 'clear configure access-list A', ...ASA_LIST),
			lines(...ASA_LIST.toReversed()),
		],
		[
			'cisco_ios',
			lines(...ACL, 'no ip access-list extended A', ...ACL),
			lines('hostname a', 'ip access-list extended A', ' 10 deny ip any any', ' 20 permit tcp any any eq 22'),
		],
		[
			'cisco_ios',
			lines(PORT, ' description old', 'default interface Gi1/0/1', PORT, ' shutdown'),
			lines(PORT, ' description old'),
		],
	])('takes what the device has below what clears: %s %j', (name, file, device) => {
		expectAdopted(name, { files: [file], devices: [device] });
	});
});
