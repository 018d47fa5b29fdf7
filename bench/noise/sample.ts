import { encodeCiscoType7, encodeJuniper9 } from '../../tests/support/reversible-secrets.ts';
import type { NoiseCase } from './noise-case.ts';

/*
 * Made by hand: small routers of six systems, each shown twice. What differs by itself is what these systems are known to
 * change by themselves, and what backup jobs write around a show: clocks, counters, uptimes, the state of BGP and OSPF,
 * secrets that are salted anew, lists without order in another order. What somebody changed is named in `truth`.
 */

/** What one show has that the next one does not. */
interface Moment {
	readonly time: string;
	readonly number: number;
}

const BEFORE: Moment = { time: '09:13:45', number: 1 };
const NOW: Moment = { time: '17:52:03', number: 7 };

/** Lines of a list that has no order, as they happened to come. */
function shuffled(lines: readonly string[], { number }: Moment): readonly string[] {
	return number === BEFORE.number ? lines : lines.toReversed();
}

function text(lines: readonly string[]): string {
	return `${lines.join('\n')}\n`;
}

interface IosFacts {
	/** Of the first neighbour. */
	readonly remoteAs?: number;
	readonly acl?: readonly string[];
}

const ACL = ['permit 10.0.0.0 0.255.255.255', 'deny any'];

function ios({ time, number }: Moment, { remoteAs = 65001, acl = ACL }: IosFacts = {}): string {
	const neighbours = ['192.0.2.1', '192.0.2.5', '192.0.2.9'];
	return text([
		'Building configuration...',
		'',
		`Current configuration : ${4200 + number} bytes`,
		'!',
		`! Last configuration change at ${time} UTC Thu Nov ${10 + number} 2026 by automation`,
		`! NVRAM config last updated at ${time} UTC Thu Nov ${10 + number} 2026 by automation`,
		`! bgp summary: 3 neighbours up, ${81_000 + number * 37} prefixes, uptime ${number}w2d`,
		`! ospf: ${number * 113} spf runs, last ${time}`,
		'version 17.9',
		'service timestamps log datetime msec',
		'hostname ams-edge-01',
		`username audit password 7 ${encodeCiscoType7('open sesame', number)}`,
		'interface GigabitEthernet0/0',
		' description uplink',
		' ip address 192.0.2.2 255.255.255.252',
		` ip ospf message-digest-key 1 md5 7 ${encodeCiscoType7('area zero', number + 2)}`,
		'interface GigabitEthernet0/1',
		' ip address 198.51.100.1 255.255.255.0',
		'router ospf 1',
		...shuffled([' network 192.0.2.0 0.0.0.3 area 0', ' network 198.51.100.0 0.0.0.255 area 1'], { time, number }),
		'router bgp 64500',
		...shuffled(
			neighbours.map(
				(neighbour, index) => ` neighbor ${neighbour} remote-as ${index === 0 ? remoteAs : 65001 + index}`,
			),
			{ time, number },
		),
		'ip access-list standard MANAGEMENT',
		...acl.map((line) => ` ${line}`),
		`ntp clock-period ${17_179_860 + number}`,
		...shuffled(['ntp server 203.0.113.1', 'ntp server 203.0.113.2'], { time, number }),
		'end',
	]);
}

function nxos({ time, number }: Moment, mtu = 9216): string {
	return text([
		'!Command: show running-config',
		`!Running configuration last done at: Thu Nov ${10 + number} ${time} 2026`,
		`!Time: Thu Nov ${10 + number} ${time} 2026`,
		'',
		'version 10.3(4a) Bios:version 05.47',
		'hostname fra-leaf-01',
		...shuffled(['feature ospf', 'feature bgp', 'feature lldp'], { time, number }),
		'interface Ethernet1/1',
		'  description spine',
		`  mtu ${mtu}`,
		'  no shutdown',
		'router bgp 64501',
		...(number === BEFORE.number ? ['203.0.113.1', '203.0.113.2'] : ['203.0.113.2', '203.0.113.1']).flatMap(
			(neighbour) => [
				`  neighbor ${neighbour}`,
				'    remote-as 64500',
				'    address-family ipv4 unicast',
				'      send-community',
			],
		),
	]);
}

function eos({ time, number }: Moment, extra: readonly string[] = []): string {
	return text([
		'! Command: show running-config',
		`! device: ams-leaf-01 (DCS-7050SX3, EOS-4.31.2F)`,
		`! collected ${time}, up ${number} weeks, ${number * 1000} routes`,
		'!',
		'hostname ams-leaf-01',
		'!',
		`username audit secret sha512 $6$salt$fictive`,
		...shuffled(['vlan 10', 'vlan 20', 'vlan 30'], { time, number }),
		'interface Ethernet1',
		'   description spine',
		'   mtu 9214',
		...extra,
		'router bgp 65010',
		...shuffled(['   neighbor 10.0.0.1 remote-as 65000', '   neighbor 10.0.0.3 remote-as 65000'], { time, number }),
		'end',
	]);
}

function junos({ time, number }: Moment, holdTime = 90): string {
	const salt = [number, number + 9, number + 21, number + 30];
	const neighbours = ['203.0.113.1', '203.0.113.5'].map((address) => [
		`        neighbor ${address} {`,
		`            authentication-key "${encodeJuniper9('peer pressure', salt)}"; ## SECRET-DATA`,
		'        }',
	]);
	return text([
		`## Last commit: 2026-11-${10 + number} ${time} CET by automation`,
		`## Last changed: 2026-11-${10 + number} ${time} CET`,
		'version 22.4R3-S2.11;',
		'system {',
		'    host-name fra-core-01;',
		'}',
		'protocols {',
		'    bgp {',
		'        group transit {',
		`        hold-time ${holdTime};`,
		...(number === BEFORE.number ? neighbours : neighbours.toReversed()).flat(),
		'        }',
		'    }',
		'}',
	]);
}

function fortios({ number }: Moment): string {
	return text([
		`#config-version=FG100F-7.2.10-FW-build1706-240918:opmode=0:vdom=0:user=audit`,
		`#conf_file_ver=${283_248_798_269_848 + number}`,
		'#buildno=1706',
		'#global_vdom=1',
		'config system global',
		'    set admintimeout 30',
		'    set hostname "ams-fw-01"',
		'end',
		'config system admin',
		'    edit "anna"',
		'        set accprofile "super_admin"',
		`        set password ENC SH2${String(number).repeat(40)}=`,
		`        set last-login 2026-11-${10 + number} 10:12:13`,
		'    next',
		'end',
		'config vpn ipsec phase1-interface',
		'    edit "to-fra"',
		`        set psksecret ENC ${String(number).repeat(60)}==`,
		'    next',
		'end',
	]);
}

function frr({ time, number }: Moment): string {
	return text([
		'Building configuration...',
		'',
		'Current configuration:',
		'!',
		`! bgp: ${number * 219} updates received, up ${time}`,
		'frr version 8.4.4',
		'hostname lon-rr-01',
		'!',
		'router bgp 64502',
		...shuffled(
			[
				' neighbor 10.1.0.1 remote-as 64502',
				' neighbor 10.1.0.2 remote-as 64502',
				' neighbor 10.1.0.3 remote-as 64502',
			],
			{ time, number },
		),
		'exit',
		'!',
		'end',
	]);
}

/** Ten pairs: in five of them nothing was changed, in the others one line was. */
export const SAMPLE: readonly NoiseCase[] = [
	{ name: 'IOS, a day later', platform: 'cisco_ios', intended: ios(BEFORE), running: ios(NOW), truth: [] },
	{
		name: 'IOS, a neighbour of another AS',
		platform: 'cisco_ios',
		intended: ios(BEFORE),
		running: ios(NOW, { remoteAs: 65009 }),
		truth: ['neighbor 192.0.2.1 remote-as 65009'],
	},
	{
		name: 'IOS, an access list turned round',
		platform: 'cisco_ios',
		intended: ios(BEFORE),
		running: ios(NOW, { acl: ACL.toReversed() }),
		truth: ['permit 10.0.0.0 0.255.255.255'],
	},
	{ name: 'NX-OS, a day later', platform: 'cisco_nxos', intended: nxos(BEFORE), running: nxos(NOW), truth: [] },
	{
		name: 'NX-OS, another MTU',
		platform: 'cisco_nxos',
		intended: nxos(BEFORE),
		running: nxos(NOW, 1500),
		truth: ['mtu 1500'],
	},
	{
		name: 'EOS, an interface shut',
		platform: 'arista_eos',
		intended: eos(BEFORE),
		running: eos(NOW, ['   shutdown']),
		truth: ['shutdown'],
	},
	{ name: 'Junos, a day later', platform: 'juniper_junos', intended: junos(BEFORE), running: junos(NOW), truth: [] },
	{
		name: 'Junos, another hold time',
		platform: 'juniper_junos',
		intended: junos(BEFORE),
		running: junos(NOW, 30),
		truth: ['hold-time 30'],
	},
	{ name: 'FortiOS, an hour later', platform: 'fortinet', intended: fortios(BEFORE), running: fortios(NOW), truth: [] },
	{ name: 'FRRouting, a day later', platform: 'frr', intended: frr(BEFORE), running: frr(NOW), truth: [] },
];
