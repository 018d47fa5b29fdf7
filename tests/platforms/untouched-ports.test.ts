import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/compare/scope.ts';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

const port = (header: string, ...lines: readonly string[]): string =>
	[header, ...lines.map((line) => ` ${line}`), ''].join('\n');

/** What a device shows although nobody said it. */
const AS_IT_CAME: readonly (readonly [platform: string, shown: string])[] = [
	['cisco_ios', port('interface GigabitEthernet1/0/10')],
	['cisco_xe', port('interface AppGigabitEthernet1/0/1')],
	['cisco_ios', port('interface GigabitEthernet0/1', 'no ip address', 'shutdown', 'duplex auto', 'speed auto')],
	['cisco_xe', port('interface GigabitEthernet0/0/1', 'no ip address', 'shutdown', 'negotiation auto')],
	['cisco_ios', port('interface Vlan1', 'no ip address', 'shutdown')],
	['cisco_nxos', port('interface Ethernet1/128')],
	['cisco_nxos', port('line console')],
	['arista_eos', port('interface Ethernet49/1')],
	['cisco_xr', port('interface GigabitEthernet0/0/0/9', 'shutdown')],
	['cisco_asa', port('interface GigabitEthernet0/3', 'shutdown', 'no nameif', 'no security-level', 'no ip address')],
	[
		'cisco_asa',
		port('interface Management0/0', 'management-only', 'shutdown', 'no nameif', 'no security-level', 'no ip address'),
	],
	['huawei_vrp', port('interface GigabitEthernet0/0/5')],
	['huawei_vrp', port('user-interface con 0')],
	['hp_comware', port('interface NULL0')],
	...Array.from({ length: 15 }, (_, level): readonly [string, string] => [
		'hp_comware',
		port(`role name level-${level}`, `description Predefined level-${level} role`),
	]),
	['aruba_aoscx', port('interface 1/1/1', 'no shutdown', 'vlan access 1')],
	['aruba_aoscx', port('interface mgmt', 'no shutdown', 'ip dhcp')],
	['dell_os10', port('interface ethernet1/1/1', 'no shutdown', 'switchport access vlan 1', 'flowcontrol receive on')],
	['dell_os10', port('interface vlan1', 'no shutdown')],
	['dell_os10', port('interface mgmt1/1/1', 'no shutdown', 'ip address dhcp')],
	['dell_os10', port('interface mgmt1/1/1', 'no shutdown', 'ip address dhcp', 'ipv6 address autoconfig')],
];

/** What somebody did. */
const TOUCHED: readonly (readonly [platform: string, shown: string])[] = [
	['cisco_ios', port('interface GigabitEthernet1/0/10', 'shutdown')],
	['cisco_ios', port('interface GigabitEthernet0/1', 'no ip address')],
	['cisco_ios', port('interface GigabitEthernet0/1', 'no ip address', 'shutdown', 'description a')],
	['cisco_ios', port('interface Vlan1')],
	['cisco_ios', port('interface Vlan10')],
	['cisco_ios', port('interface Loopback0')],
	['cisco_ios', port('interface GigabitEthernet0/1.10')],
	['cisco_ios', port('line vty 5 15')],
	['cisco_nxos', port('interface Ethernet1/128', 'shutdown')],
	['cisco_nxos', port('interface port-channel1')],
	['arista_eos', port('interface Ethernet49/1', 'no switchport')],
	['cisco_xr', port('interface GigabitEthernet0/0/0/9')],
	['cisco_xr', port('interface GigabitEthernet0/0/0/9.10', 'shutdown')],
	['cisco_asa', port('interface GigabitEthernet0/3', 'no nameif', 'no security-level', 'no ip address')],
	['huawei_vrp', port('user-interface maximum-vty 15')],
	['huawei_vrp', port('interface Vlanif10')],
	['hp_comware', port('interface LoopBack0')],
	['aruba_aoscx', port('interface 1/1/1', 'no shutdown', 'no routing', 'vlan access 1')],
	['aruba_aoscx', port('interface 1/1/1', 'no shutdown', 'vlan access 10')],
	['aruba_aoscx', port('interface 1/1/1', 'no shutdown')],
	['dell_os10', port('interface ethernet1/1/1', 'no shutdown', 'switchport access vlan 10')],
	['dell_os10', port('interface ethernet1/1/1', 'no shutdown', 'no switchport')],
	['dell_os10', port('interface vlan1', 'no shutdown', 'ip address 192.0.2.1/24')],
];

const mirror = 'monitor-session A ethernet\n destination interface GigabitEthernet0/0/0/9\n';

/** What goes down with a port, and the port, which comes shut. */
const USERS: readonly (readonly [platform: string, user: string, shut: string])[] = [
	['cisco_ios', port('interface GigabitEthernet0/1.10', 'vrf forwarding A'), AS_IT_CAME[2]?.[1] ?? ''],
	['cisco_ios', port('interface GigabitEthernet0/0', 'backup interface Gi0/1'), AS_IT_CAME[2]?.[1] ?? ''],
	[
		'cisco_xe',
		'xconnect logging pseudowire status\nmonitor session 1\n source interface Gi0/0/1\n',
		AS_IT_CAME[3]?.[1] ?? '',
	],
	['cisco_xr', port('interface GigabitEthernet0/0/0/9.10 l2transport', 'mtu 1518'), AS_IT_CAME[8]?.[1] ?? ''],
	['cisco_xr', mirror, AS_IT_CAME[8]?.[1] ?? ''],
	['cisco_asa', 'failover lan interface FO GigabitEthernet0/3\n', AS_IT_CAME[9]?.[1] ?? ''],
];

const FILE = 'hostname a\n';
const shownBeside = (platform: string, shown: string, scope: Scope = 'full'): readonly string[] =>
	differences({ platform: platformOf(platform), intended: FILE, running: FILE + shown, options: { scope } });

describe('ports that nobody touched', () => {
	it.each(AS_IT_CAME)('need not stand in the file: %s, %j', (platform, shown) => {
		expect(shownBeside(platform, shown)).toEqual([]);
	});

	it.each(AS_IT_CAME)('are missed where the device has them no more: %s, %j', (name, shown) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: FILE + shown, running: FILE })).not.toEqual([]);
	});

	it.each(TOUCHED)('are others than these: %s, %j', (platform, shown) => {
		expect(shownBeside(platform, shown)).not.toEqual([]);
	});

	it.each(USERS)('are touched where they are shut below what uses them: %s, %s', (name, user, shut) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: FILE + user, running: FILE + shut + user })).not.toEqual([]);
	});

	it('are no others than those that descriptions name', () => {
		const platform = platformOf('cisco_ios');
		const other = port(
			'interface GigabitEthernet0/0',
			'description to core Gi0/1',
			'ip address 192.0.2.1 255.255.255.0',
		);
		const [, shut = ''] = AS_IT_CAME[2] ?? [];

		expect(differences({ platform, intended: other, running: other + shut })).toEqual([]);
	});
});
