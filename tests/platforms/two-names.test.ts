import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { expectAdopted } from '../support/expect-adopted.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, a file that opens one section under two names, and what the device shows of it. */
type Twice = readonly [platform: string, file: string, shown: string];

const PORT = 'interface GigabitEthernet0/1';

const TWICE: readonly Twice[] = [
	['cisco_ios', `interface Gi0/1\n description a\n${PORT}\n mtu 9000`, `${PORT}\n description a\n mtu 9000`],
	['cisco_ios', `${PORT}\n description a\ninterface g0/1\n mtu 9000`, `${PORT}\n description a\n mtu 9000`],
	[
		'cisco_ios',
		'interface loopback1\n description a\ninterface Loopback1\n shutdown',
		'interface Loopback1\n description a\n shutdown',
	],
	[
		'arista_eos',
		'interface Et1\n   description a\ninterface Ethernet1\n   mtu 9000',
		'interface Ethernet1\n   description a\n   mtu 9000',
	],
	[
		'cisco_nxos',
		'interface Eth1/1\n  description a\ninterface Ethernet1/1\n  mtu 9000',
		'interface Ethernet1/1\n  description a\n  mtu 9000',
	],
	[
		'cisco_xr',
		'interface preconfigure GigabitEthernet0/0/0/1\n!\ninterface GigabitEthernet0/0/0/1\n mtu 9000\n!',
		'interface preconfigure GigabitEthernet0/0/0/1\n mtu 9000\n!',
	],
	[
		'cisco_xr',
		'router ospf 1\n area 0\n  interface Gi0/0/0/1\n   cost 5\n area 0.0.0.0\n  interface GigabitEthernet0/0/0/1\n   passive enable',
		'router ospf 1\n area 0\n  interface GigabitEthernet0/0/0/1\n   cost 5\n   passive enable',
	],
];

const compare = (name: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(name), intended: `${intended}\n`, running: `${running}\n` });

describe('a section under two names', () => {
	it.each(TWICE)('is one section on %s: %j', (name, file, shown) => {
		expect(compare(name, file, shown)).toEqual([]);
		expect(compare(name, shown, file)).toEqual([]);
	});

	it.each(TWICE)('is told of where the device lacks a line or has another one, on %s: %j', (name, file, shown) => {
		const lines = shown.split('\n').filter((line) => line !== '!');
		const last = lines.at(-1) ?? '';
		const other = `${' '.repeat(last.length - last.trimStart().length)}description other`;

		expect(compare(name, file, lines.slice(0, -1).join('\n'))).toHaveLength(1);
		expect(compare(name, file, [...lines, other].join('\n'))).toHaveLength(1);
	});

	it.each(TWICE)('is adopted into on %s: %j', (name, file, shown) => {
		const other = shown.replace('9000', '8000').replace('cost 5', 'cost 6').replace('description a', 'description b');

		expectAdopted(name, { files: [`${file}\n`], devices: [`${shown}\n`, `${other}\n`] });
	});

	it.each([
		['cisco_ios', 'interface Gi0/1\n mtu 9000\ninterface GigabitEthernet0/2\n mtu 9000', `${PORT}\n mtu 9000`],
		[
			'cisco_ios',
			'class-map match-any VL1\n match protocol arp\nclass-map match-any vl1\n match protocol ip',
			'class-map match-any VL1\n match protocol arp\n match protocol ip',
		],
	])('is not what only looks so on %s: %j', (name, file, shown) => {
		expect(compare(name, file, shown)).not.toEqual([]);
		expect(compare(name, shown, file)).not.toEqual([]);
	});
});
