import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, the section that a line stands in, the default that people write, and what a device shows that does otherwise. */
type Written = readonly [platform: string, section: readonly string[], line: string, other: string];

const PORT = ['interface GigabitEthernet1/0/1', 'description x'];

const WRITTEN: readonly Written[] = [
	['cisco_ios', PORT, 'lacp port-priority 32768', 'lacp port-priority 100'],
	['cisco_ios', ['hostname a'], 'lacp system-priority 32768', 'lacp system-priority 100'],
	['cisco_ios', ['line con 0', 'exec-timeout 5 0'], 'login authentication default', 'login authentication CONSOLE'],
	['cisco_ios', ['line vty 0 4', 'exec-timeout 5 0'], 'login authentication default', 'login local'],
	['cisco_ios', ['line vty 0 4', 'exec-timeout 5 0'], 'login authentication default', 'no login'],
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
	['cisco_ios', ['hostname a'], 'no enable secret', 'enable secret 9 $9$fictive'],
	['cisco_ios', ['hostname a'], 'no ipv6 unicast-routing', 'ipv6 unicast-routing'],
	['cisco_ios', ['hostname a'], 'no service tcp-small-servers', 'service tcp-small-servers'],
	['cisco_ios', ['hostname a'], 'no ip rcmd rsh-enable', 'ip rcmd rsh-enable'],
	['cisco_ios', ['hostname a'], 'ip domain lookup', 'no ip domain lookup'],
	['cisco_ios', ['hostname a'], 'cdp timer 60', 'cdp timer 30'],
	['cisco_ios', ['hostname a'], 'lldp holdtime 120', 'lldp holdtime 60'],
	['cisco_ios', ['hostname a'], 'radius-server retransmit 3', 'radius-server retransmit 1'],
	['cisco_ios', ['hostname a'], 'tacacs-server timeout 5', 'tacacs-server timeout 9'],
	['cisco_ios', PORT, 'no ip directed-broadcast', 'ip directed-broadcast'],
	['cisco_ios', PORT, 'no ip mask-reply', 'ip mask-reply'],
	['cisco_ios', PORT, 'lldp transmit', 'no lldp transmit'],
	['cisco_ios', ['vlan 10', 'name a'], 'no shutdown', 'shutdown'],
	[
		'cisco_ios',
		['router ospf 1', 'router-id 192.0.2.1'],
		'auto-cost reference-bandwidth 100',
		'auto-cost reference-bandwidth 1000',
	],
	['cisco_ios', ['router ospf 1', 'router-id 192.0.2.1'], 'no passive-interface default', 'passive-interface default'],
	['cisco_ios', ['router ospf 1', 'router-id 192.0.2.1'], 'distance 110', 'distance 120'],
	['cisco_ios', ['router bgp 1', 'bgp router-id 192.0.2.1'], 'bgp default ipv4-unicast', 'no bgp default ipv4-unicast'],
	[
		'cisco_ios',
		['router bgp 1', 'bgp router-id 192.0.2.1'],
		'bgp default local-preference 100',
		'bgp default local-preference 200',
	],
	[
		'cisco_ios',
		['router bgp 1', 'bgp router-id 192.0.2.1'],
		'bgp fast-external-fallover',
		'no bgp fast-external-fallover',
	],
	['cisco_ios', ['router bgp 1', 'bgp router-id 192.0.2.1'], 'timers bgp 60 180', 'timers bgp 10 30'],
	['arista_eos', ['hostname a'], 'no enable password', 'enable password sha512 $6$fictive'],
	['arista_eos', ['hostname a'], 'no ipv6 unicast-routing', 'ipv6 unicast-routing'],
	['arista_eos', ['hostname a'], 'lldp timer 30', 'lldp timer 5'],
	['arista_eos', ['hostname a'], 'lldp hold-time 120', 'lldp holdtime 60'],
	['arista_eos', ['interface Ethernet1', 'description x'], 'switchport', 'no switchport'],
	['arista_eos', ['interface Port-Channel1', 'description x'], 'switchport', 'no switchport'],
	['arista_eos', ['interface Ethernet1', 'description x'], 'lldp receive', 'no lldp receive'],
	['arista_eos', ['router bgp 1', 'router-id 192.0.2.1'], 'bgp asn notation asplain', 'bgp asn notation asdot'],
	['arista_eos', ['router bgp 1', 'router-id 192.0.2.1'], 'timers bgp 60 180', 'timers bgp 10 30'],
	['cisco_nxos', ['hostname a'], 'no feature telnet', 'feature telnet'],
	['cisco_nxos', ['vlan 10', 'name a'], 'no shutdown', 'shutdown'],
	['cisco_nxos', ['router ospf 1', 'router-id 192.0.2.1'], 'no passive-interface default', 'passive-interface default'],
	['huawei_vrp', PORT, 'port default vlan 1', 'port default vlan 10'],
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
	['interface Ethernet0\n description a', ' no ip directed-broadcast', 'version 11.2'],
	['interface Ethernet0\n description a', ' no ip mask-reply', 'version 12.0'],
	['line vty 0 4\n login', 'no service udp-small-servers', 'version 11.3'],
	['router eigrp 1\n network 10.0.0.0', ' no auto-summary', 'version 12.4'],
	['router eigrp 1\n network 10.0.0.0', ' no auto-summary', 'version 15.0'],
])('keeps what releases had otherwise: %j, %j, %s', (section, line, version) => {
	const running = `${version}\n${section}\n`;

	expect(compare('cisco_ios', `${section}\n${line}\n`, running)).toHaveLength(1);
	expect(compare('cisco_ios', `${section}\n${line}\n`, running.replace(version, 'version 15.2'))).toEqual([]);
});

it('knows that ports of EOS may be routed by default', () => {
	const port = 'interface Ethernet1\n   description x\n';
	const routed = `switchport default mode routed\n${port}`;

	expect(compare('arista_eos', `${port}   switchport\n`, port)).toEqual([]);
	expect(compare('arista_eos', `${routed}   switchport\n`, routed)).toHaveLength(1);
});

it.each([
	['port default vlan 1', 'undo portswitch'],
	// A port of a router comes without a VLAN.
	['port default vlan 1', 'portswitch'],
	['port trunk allow-pass vlan 1', 'portswitch'],
	// One command gives all trunks another VLAN.
	['port trunk pvid vlan 1', 'port link-type trunk'],
	['port hybrid pvid vlan 1', 'port link-type hybrid'],
])('states no VLAN of a port of VRP that may have another one: %s, %s', (line, mode) => {
	const port = ['interface GigabitEthernet0/0/1', ` ${mode}`];
	const texts = { platform: platformOf('huawei_vrp'), intended: [...port, ` ${line}`], running: port };

	expect(differences({ ...texts, options: { scope: 'declared' } })).toHaveLength(1);
});

it.each([
	['arista_eos', 'no enable secret', 'enable password sha512 $6$fictive'],
	['arista_eos', 'lldp holdtime 120', 'lldp hold-time 60'],
	['cisco_nxos', 'no feature telnet', 'version 5.1(3)N2(1)'],
	['cisco_nxos', 'no feature telnet', 'version 6.0(2)U6(1)'],
	['cisco_nxos', 'no feature telnet', 'version 6.0(2)A8(1)'],
])('states nothing that is said in other words, or is otherwise in a release: %s, %s, %s', (name, line, other) => {
	const texts = { platform: platformOf(name), intended: ['hostname a', line], running: ['hostname a', other] };

	expect(differences({ ...texts, options: { scope: 'declared' } })).toHaveLength(1);
});

it('takes no port of an old router for one that finds its speed out', () => {
	const texts = { intended: ['interface FastEthernet0/0', ' duplex auto'], platform: platformOf('cisco_ios') };
	const running = ['interface FastEthernet0/0', ' half-duplex'];

	expect(differences({ ...texts, running, options: { scope: 'declared' } })).toHaveLength(1);
});

it('knows banners that are taken away, and no limit as a limit of nothing', () => {
	const vty = 'line vty 0 4\n login local\n';

	expect(compare('cisco_ios', 'hostname a\nno banner login\nno banner exec\n', 'hostname a\n')).toEqual([]);
	expect(compare('cisco_ios', 'hostname a\nno banner login\n', 'hostname a\nbanner login ^C\nHello\n^C\n')).not.toEqual(
		[],
	);
	expect(compare('cisco_ios', `${vty} no exec-timeout\n`, `${vty} exec-timeout 0 0\n`)).toEqual([]);
	expect(compare('cisco_ios', `${vty} no exec-timeout\n`, `${vty} exec-timeout 5 0\n`)).not.toEqual([]);
	expect(compare('cisco_ios', `${vty} no exec-timeout\n`, vty)).toHaveLength(1);
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
