import { describe, expect, it } from 'vitest';
import { spellerOf } from '../../../../../src/domain/compare/spellings/spelling.ts';
import { differences } from '../../../../support/compare-texts.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const on = (name: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(name), intended, running });

describe('spellerOf', () => {
	it.each([
		['cisco_ios', 'interface Gi0/1', 'interface GigabitEthernet0/1'],
		['cisco_ios', 'interface gig 0/1', 'interface GigabitEthernet0/1'],
		['cisco_ios', 'ntp source lo0', 'ntp source Loopback0'],
		['cisco_ios', 'ip route 10.0.0.0/8 192.0.2.1', 'ip route 10.0.0.0 255.0.0.0 192.0.2.1'],
		['cisco_nxos', 'ip address 192.0.2.1 255.255.255.0', 'ip address 192.0.2.1/24'],
		['arista_eos', '10 permit ip host 192.0.2.1 10.0.0.0 0.255.255.255', '10 permit ip 192.0.2.1/32 10.0.0.0/8'],
		['cisco_xr', 'ipv4 address 192.0.2.1/24', 'ipv4 address 192.0.2.1 255.255.255.0'],
		['huawei_vrp', 'ipv6 nd ra Min-interval 3', 'ipv6 nd ra min-interval 3'],
		['nokia_srosmd', 'loopback true', 'loopback'],
		['juniper_junos', 'address FD00:0008::1/64', 'address fd00:8::1/64'],
		['generic', 'route 2001:db8:0:0:0:0:0:1', 'route 2001:DB8::1'],
		['cisco_ios', 'ipv6 route vrf A 2001:DB8::/32 FD00::1', 'ipv6 route vrf A 2001:db8:0::/32 fd00::1'],
		['cisco_ios', 'neighbor FD00:0::1 peer-group A', 'neighbor fd00::1 peer-group A'],
		['cisco_asa', 'object-group network A FD00:0::1', 'object-group network A fd00::1'],
		['mikrotik_routeros', 'add list=a address=FD00:0::1/128', 'add list=a address=fd00::1/128'],
	])('on %s %j is %j', (name, one, other) => {
		const speller = spellerOf(platformOf(name));

		expect(speller(one)).toBe(speller(other));
	});

	it.each([
		['cisco_ios', 'neighbor 192.0.2.1 remote-as 1.70000', 'neighbor 192.0.2.1 remote-as 135536'],
		['cisco_nxos', 'snmp-server user "two  words"', 'snmp-server user "two words"'],
	])('on %s %j is not %j', (name, one, other) => {
		const speller = spellerOf(platformOf(name));

		expect(speller(one)).not.toBe(speller(other));
	});

	it('reads a line as the section means it that it stands in', () => {
		const spelled = (...lineage: readonly string[]): string =>
			spellerOf(platformOf('cisco_ios'), lineage)('permit icmp any any 3');

		expect(spelled('ip access-list extended A')).toBe(
			spellerOf(platformOf('cisco_ios'), ['ip access-list extended A'])('permit icmp any any unreachable'),
		);
		expect(spelled('ipv6 access-list A')).toBe(
			spellerOf(platformOf('cisco_ios'), ['ipv6 access-list A'])('permit icmp any any time-exceeded'),
		);
	});

	it.each([
		['cisco_ios', 'description to Gi0/1', 'description to GigabitEthernet0/1'],
		['cisco_ios', 'ip address 192.0.2.1 255.0.255.0', 'ip address 192.0.2.1/16'],
		['cisco_ios', 'access-list 1 permit 10.0.0.0 255.255.255.0', 'access-list 1 permit 10.0.0.0/24'],
		['generic', 'mac 00:11:22:33:44:5A', 'mac 0:11:22:33:44:5a'],
		['generic', 'at 10:02:13', 'at 10:2:13'],
		['generic', 'community 65000:01', 'community 65000:1'],
		['huawei_vrp', 'acl name A', 'acl name a'],
	])('on %s %j is not %j', (name, one, other) => {
		const speller = spellerOf(platformOf(name));

		expect(speller(one)).not.toBe(speller(other));
	});

	it('pairs sections whose names are spelled otherwise, and compares what is in them', () => {
		expect(on('cisco_ios', 'interface Gi0/1\n mtu 9000\n', 'interface GigabitEthernet0/1\n mtu 9100\n')).toEqual([
			'changed interface Gi0/1 > mtu 9000 → mtu 9100',
		]);
	});

	it('keeps the place of a line in an ordered list', () => {
		const acl = (...lines: readonly string[]): string =>
			['ip access-list A', ...lines.map((line) => `   ${line}`), ''].join('\n');

		expect(
			on(
				'arista_eos',
				acl('10 permit ip host 192.0.2.1 any', '20 deny ip any any'),
				acl('10 permit ip 192.0.2.1/32 any', '20 deny ip any any'),
			),
		).toEqual([]);
	});
});
