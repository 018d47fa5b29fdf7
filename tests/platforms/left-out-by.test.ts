import { describe, expect, it } from 'vitest';
import { adoptConfig } from '../../src/domain/adopt/adopt-config.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, a text that states a default, the same without it, and one that says otherwise. */
type Stated = readonly [platform: string, stated: string, without: string, other: string];

const bgp = (...lines: readonly string[]): string => ['router bgp 1', ...lines].join('\n ');
const neighbors = ['neighbor 192.0.2.1 remote-as 65002', 'neighbor 192.0.2.2 remote-as 65002'];
const ipv4 = (...lines: readonly string[]): string =>
	bgp('bgp router-id 192.0.2.9', ...neighbors, 'address-family ipv4 unicast', ...lines.map((line) => ` ${line}`));
const cards = (...addresses: readonly string[]): string =>
	addresses.map((address, index) => `set interfaces ethernet eth${index} hw-id '00:53:00:aa:bb:${address}'`).join('\n');
const port = (line: string): string => `interface GigabitEthernet0/1\n description x${line}`;
const event = 'rmon event 1 log trap public description FATAL(1) owner PMON@FATAL';
const VERSION = 'snmp-agent sys-info version v3';

/** What the device shows as long as it holds, and people leave out. */
const SHOWN: readonly Stated[] = [
	['cisco_ios', bgp('bgp log-neighbor-changes'), bgp(), bgp('no bgp log-neighbor-changes')],
	[
		'cisco_ios',
		'hostname a\nspanning-tree extend system-id',
		'hostname a',
		'hostname a\nno spanning-tree extend system-id',
	],
	['cisco_nxos', `hostname a\n${event}`, 'hostname a', 'hostname a\nrmon event 1 log owner a'],
	...(
		[
			['cisco_ios', 'mmi polling-interval 60', 'mmi polling-interval 30'],
			['cisco_ios', 'mmi snmp-timeout 180', 'mmi snmp-timeout 60'],
			['cisco_ios', 'no mmi auto-configure', 'mmi auto-configure'],
			['cisco_ios', 'vlan internal allocation policy ascending', 'vlan internal allocation policy descending'],
			['cisco_ios', 'platform qfp utilization monitor load 80', 'platform qfp utilization monitor load 90'],
			['cisco_ios', 'diagnostic bootup level minimal', 'diagnostic bootup level complete'],
			['cisco_ios', 'subscriber templating', 'no subscriber templating'],
			['cisco_ios', 'service timestamps log datetime msec', 'service timestamps log uptime'],
			['cisco_ios', 'no ipv6 cef', 'ipv6 cef'],
			['cisco_ios', 'line con 0\n stopbits 1', 'line con 0\n stopbits 2'],
			...['CRITICAL', 'ERROR', 'WARNING', 'INFORMATION'].map(
				(level, index) =>
					[
						'cisco_nxos',
						`rmon event ${index + 2} description ${level}(${index + 2}) owner PMON@${level.replace('RMATION', '')}`,
						`rmon event ${index + 2} log owner a`,
					] as const,
			),
			['hp_comware', 'domain default enable system', 'domain default enable a'],
			['hp_comware', 'scheduler logfile size 16', 'scheduler logfile size 32'],
		] as const
	).map(([name, stated, other]): Stated => {
		const [header, line] = stated.split('\n');
		return line === undefined
			? [name, `hostname a\n${stated}`, 'hostname a', `hostname a\n${other}`]
			: [
					name,
					`${header}\n login local\n${line}`,
					`${header}\n login local`,
					`${header}\n login local\n${other.split('\n')[1]}`,
				];
	}),
	...[
		['service timestamps log datetime msec', 'service timestamps log uptime'],
		['ip cef', 'no ip cef'],
	].map(([line, other]): Stated => ['cisco_ios', `version 15.2\n${line}`, 'version 15.2', `version 15.2\n${other}`]),
	['cisco_asa', 'hostname a\nnames', 'hostname a', 'hostname a\nno names'],
	...['hp_comware', 'huawei_vrp'].map(
		(name): Stated => [name, `snmp-agent\n${VERSION}`, VERSION, `undo snmp-agent\n${VERSION}`],
	),
	['vyos', cards('cc', 'cd'), cards('cc'), cards('ce', 'cd')],
];

/** What people write, and the device never shows as long as it is the default. */
const NEVER_SHOWN: readonly Stated[] = [
	['cisco_ios', port('\n ip proxy-arp'), port(''), port('\n no ip proxy-arp')],
	['cisco_ios', port('\n ip redirects'), port(''), port('\n no ip redirects')],
	['cisco_ios', port('\n ip unreachables'), port(''), port('\n no ip unreachables')],
	['cisco_ios', port('\n cdp enable'), port(''), port('\n no cdp enable')],
	['cisco_ios', 'hostname a\nlldp timer 30', 'hostname a', 'hostname a\nlldp timer 60'],
	['cisco_ios', 'hostname a\nno banner login', 'hostname a', 'hostname a\nbanner login ^C\nhi\n^C'],
	['cisco_nxos', port('\n lldp transmit'), port(''), port('\n no lldp transmit')],
	['arista_eos', bgp('bgp default ipv4-unicast'), bgp(), bgp('no bgp default ipv4-unicast')],
	['arista_eos', bgp('bgp log-neighbor-changes'), bgp(), bgp('no bgp log-neighbor-changes')],
	['arista_eos', bgp('no bgp default ipv6-unicast'), bgp(), bgp('bgp default ipv6-unicast')],
	[
		'arista_eos',
		'ip routing ipv6 interfaces\nip routing',
		'ip routing ipv6 interfaces',
		'ip routing ipv6 interfaces\nno ip routing',
	],
	['frr', 'hostname a\nipv6 forwarding', 'hostname a', 'hostname a\nno ipv6 forwarding'],
	['frr', port('\n ipv6 nd suppress-ra'), port(''), port('\n no ipv6 nd suppress-ra')],
	['frr', port('\n ip ospf priority 1'), port(''), port('\n ip ospf priority 2')],
	['hp_comware', port('\n vrrp vrid 1 priority 100'), port(''), port('\n vrrp vrid 1 priority 120')],
	['frr', bgp('timers bgp 60 180'), bgp(), bgp('timers bgp 3 9')],
	['frr', bgp('bgp default ipv4-unicast'), bgp(), bgp('no bgp default ipv4-unicast')],
	['frr', ipv4('neighbor 192.0.2.1 activate'), ipv4(), ipv4('no neighbor 192.0.2.1 activate')],
	[
		'frr',
		bgp('bgp router-id 192.0.2.9', 'address-family ipv4'),
		bgp('bgp router-id 192.0.2.9'),
		ipv4('maximum-paths 4'),
	],
	[
		'frr',
		ipv4('no neighbor 192.0.2.1 activate', 'neighbor 192.0.2.2 activate'),
		ipv4('no neighbor 192.0.2.1 activate'),
		ipv4('no neighbor 192.0.2.1 activate', 'no neighbor 192.0.2.2 activate'),
	],
	[
		'frr',
		ipv4('neighbor 192.0.2.1 send-community both'),
		ipv4(),
		ipv4('no neighbor 192.0.2.1 send-community extended'),
	],
];

const compare = (name: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(name), intended: `${intended}\n`, running: `${running}\n` });

it.each(SHOWN)('is told where a device lost what it always shows: %s, %j', (name, stated, without) => {
	expect(compare(name, without, stated)).toEqual([]);
	expect(compare(name, stated, without)).toHaveLength(1);
});

it.each(NEVER_SHOWN)('is told where a device shows what it never does by itself: %s, %j', (name, stated, without) => {
	expect(compare(name, stated, without)).toEqual([]);
	expect(compare(name, without, stated)).toHaveLength(1);
});

describe.each([...SHOWN, ...NEVER_SHOWN])(
	'%s, of which a side may leave out a line: %j',
	(name, stated, without, other) => {
		it('is something else where the other side says otherwise', () => {
			for (const text of [stated, without]) {
				expect(compare(name, text, other)).not.toEqual([]);
				expect(compare(name, other, text)).not.toEqual([]);
			}
		});

		it('is adopted as it differs', () => {
			const ended = (text: string): string => `${text}\n`;
			const devices = [stated, without, other].map(ended);
			expectAdopted(name, { files: [stated, without].map(ended), devices });
		});
	},
);

it('keeps what a member of a group that takes no part says of itself', () => {
	const group = ['no neighbor G activate', 'no neighbor G send-community'];
	for (const line of ['neighbor 192.0.2.1 activate', 'neighbor 192.0.2.1 send-community both']) {
		expect(compare('frr', ipv4(...group, line), ipv4(...group))).toHaveLength(1);
		expect(compare('frr', ipv4(...group), ipv4(...group, line))).toHaveLength(1);
	}
});

it('misses no section in which everything is so anyway', () => {
	const without = bgp('bgp router-id 192.0.2.9', ...neighbors);
	const stated = ipv4('neighbor 192.0.2.1 activate', 'neighbor 192.0.2.1 send-community both');

	expect(compare('frr', stated, without)).toEqual([]);
	expect(
		compare('frr', stated, bgp('bgp router-id 192.0.2.9', ...neighbors, 'no bgp default ipv4-unicast')),
	).not.toEqual([]);
	expect(compare('frr', ipv4('neighbor 192.0.2.1 activate', 'maximum-paths 4'), without)).not.toEqual([]);
	expect(compare('frr', stated.replace('ipv4', 'ipv6'), without)).not.toEqual([]);
	expect(compare('frr', without, stated)).not.toEqual([]);
	expectAdopted('frr', {
		files: [stated, without].map((text) => `${text}\n`),
		devices: [`${without}\n`, `${stated}\n`],
	});
});

it('leaves nothing in a file that is said of a neighbor that is gone', () => {
	const text = `${ipv4('neighbor 192.0.2.1 activate', 'neighbor 192.0.2.1 send-community')}\n`;
	const device = `${bgp('bgp router-id 192.0.2.9', 'neighbor 192.0.2.2 remote-as 65002')}\n`;
	const masks = compileMasks(platformOf('frr'), { fingerprintKey: 'test' });

	expect(adoptConfig({ text, running: prepareConfig(device, masks), masks }).text).not.toContain('192.0.2.1');
});
