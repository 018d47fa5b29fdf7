import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, the section that a line stands in, the default that people write, and what a device shows that does otherwise. */
type Written = readonly [platform: string, section: readonly string[], line: string, other: string];

const PORT = ['interface GigabitEthernet1/0/1', 'description x'];

const WRITTEN: readonly Written[] = [
	['cisco_ios', PORT, 'switchport port-security maximum 1', 'switchport port-security maximum 2'],
	['cisco_ios', PORT, 'switchport port-security violation shutdown', 'switchport port-security violation restrict'],
	[
		'cisco_ios',
		PORT,
		'switchport port-security violation shutdown',
		'switchport port-security violation shutdown vlan',
	],
	['cisco_ios', PORT, 'power inline auto', 'power inline never'],
	['cisco_ios', PORT, 'power inline auto', 'power inline auto max 7000'],
	['cisco_ios', PORT, 'vrrp 10 preempt', 'no vrrp 10 preempt'],
	['cisco_ios', PORT, 'vrrp 10 preempt', 'vrrp 10 preempt delay minimum 60'],
	['cisco_ios', PORT, 'vrrp 10 priority 100', 'vrrp 10 priority 90'],
	['cisco_ios', ['hostname a'], 'ip ssh time-out 120', 'ip ssh time-out 60'],
	['cisco_ios', ['hostname a'], 'ip ssh authentication-retries 3', 'ip ssh authentication-retries 5'],
	['cisco_ios', ['hostname a'], 'errdisable recovery interval 300', 'errdisable recovery interval 30'],
	['cisco_ios', ['hostname a'], 'logging on', 'no logging on'],
	['cisco_ios', ['crypto isakmp policy 10', 'group 14'], 'authentication rsa-sig', 'authentication pre-share'],
	['cisco_ios', ['router bgp 1', 'bgp router-id 192.0.2.1'], 'no synchronization', 'synchronization'],
	['cisco_ios', ['router bgp 1', 'bgp router-id 192.0.2.1'], 'no auto-summary', 'auto-summary'],
	['cisco_ios', ['router eigrp 1', 'network 10.0.0.0'], 'no auto-summary', 'auto-summary'],
	['cisco_ios', ['vlan 10', 'name a'], 'state active', 'state suspend'],
	['cisco_nxos', ['vlan 10', 'name a'], 'state active', 'state suspend'],
	['arista_eos', ['vlan 10', 'name a'], 'state active', 'state suspend'],
	['cisco_nxos', ['hostname a'], 'spanning-tree mode rapid-pvst', 'spanning-tree mode mst'],
	['hp_comware', PORT, 'port link-type access', 'port link-type trunk'],
	['huawei_vrp', PORT, 'port trunk allow-pass vlan 1', 'undo port trunk allow-pass vlan 1'],
];

const lines = (platform: string, [first = '', ...rest]: readonly string[]): string => {
	const indent = first.startsWith('hostname') ? '' : platform === 'cisco_nxos' ? '  ' : ' ';
	return `${[first, ...rest.map((line) => indent + line)].join('\n')}\n`;
};

const compare = (name: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(name), intended, running });

describe.each(WRITTEN)('on %s, in %j, `%s`', (name, section, line, other) => {
	const without = lines(name, section);
	const stated = lines(name, [...section, line]);
	const otherwise = lines(name, [...section, other]);

	it('is in sync with a device that does not show it', () => {
		expect(compare(name, stated, without)).toEqual([]);
	});

	it('is told where a device shows it all the same', () => {
		expect(compare(name, without, stated)).toHaveLength(1);
	});

	it('is something else where either says otherwise', () => {
		for (const text of [stated, without]) {
			expect(compare(name, text, otherwise)).not.toEqual([]);
			expect(compare(name, otherwise, text)).not.toEqual([]);
		}
	});

	it('is adopted as it differs', () => {
		expectAdopted(name, { files: [stated], devices: [without, otherwise] });
	});
});

it.each([
	['router bgp 1\n bgp router-id 192.0.2.1', ' no synchronization', 'version 12.2'],
	['router bgp 1\n bgp router-id 192.0.2.1', ' no auto-summary', 'version 12.0'],
	['router bgp 1\n bgp router-id 192.0.2.1', ' no synchronization', 'version 12.4'],
	['router bgp 1\n bgp router-id 192.0.2.1', ' no auto-summary', 'version 12.3'],
	['router eigrp 1\n network 10.0.0.0', ' no auto-summary', 'version 12.4'],
	['router eigrp 1\n network 10.0.0.0', ' no auto-summary', 'version 15.0'],
])('keeps what releases had otherwise: %j, %j, %s', (section, line, version) => {
	const running = `${version}\n${section}\n`;

	expect(compare('cisco_ios', `${section}\n${line}\n`, running)).toHaveLength(1);
	expect(compare('cisco_ios', `${section}\n${line}\n`, running.replace(version, 'version 15.2'))).toEqual([]);
});

it('takes no line of one setting for another', () => {
	const silent = 'hostname a\nip ssh time-out 60\n';

	expect(compare('cisco_ios', `${silent}ip ssh authentication-retries 3\n`, silent)).toEqual([]);
	expect(compare('cisco_ios', 'hostname a\nip ssh time-out 120\n', silent)).not.toEqual([]);
});

it('keeps what models of Nexus have otherwise', () => {
	const port = 'interface Ethernet1/1\n  description x\n';

	expect(compare('cisco_nxos', `${port}  speed auto\n`, port)).toHaveLength(1);
	expect(compare('cisco_nxos', `${port}  duplex auto\n`, port)).toHaveLength(1);
});

const table = (name: string, ...settings: readonly string[]): string =>
	[`config ${name}`, 'edit a', 'set comment x', ...settings, 'next', 'end', ''].join('\n');
const settings = (name: string, ...words: readonly string[]): string =>
	[`config ${name}`, 'set status enable', ...words, 'end', ''].join('\n');

it.each([
	[table, 'firewall vip', 'set protocol tcp', 'set protocol udp'],
	[table, 'firewall vip', 'set type static-nat', 'set type fqdn'],
	[table, 'system interface', 'set type vlan', 'set type loopback'],
	[settings, 'log syslogd setting', 'set mode udp', 'set mode reliable'],
	[settings, 'log syslogd2 setting', 'set port 514', 'set port 6514'],
	[settings, 'log syslogd setting', 'set facility local7', 'set facility local0'],
])('knows what FortiOS does not show: %#', (within, name, line, other) => {
	expect(compare('fortinet', within(name, line), within(name))).toEqual([]);
	expect(compare('fortinet', within(name), within(name, line))).not.toEqual([]);
	expect(compare('fortinet', within(name, line), within(name, other))).not.toEqual([]);
	expect(compare('fortinet', within(name), within(name, other))).not.toEqual([]);
});
