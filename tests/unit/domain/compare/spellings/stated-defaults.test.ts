import { describe, expect, it } from 'vitest';
import { aPlatform } from '../../../../support/a-platform.ts';
import { differences } from '../../../../support/compare-texts.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const on = (name: string, intended: string, running: string): readonly string[] =>
	differences({ platform: platformOf(name), intended, running });

const port = (...lines: readonly string[]): string =>
	['interface GigabitEthernet0/1', ' description x', ...lines.map((line) => ` ${line}`), ''].join('\n');

describe('statedDefaults', () => {
	it('takes a default for said, whichever side says it', () => {
		expect(on('cisco_ios', port('no shutdown', 'mtu 1500', 'duplex auto'), port())).toEqual([]);
		expect(on('cisco_ios', port(), port('no shutdown', 'speed auto'))).toEqual([]);
	});

	it('still reports what says otherwise', () => {
		expect(on('cisco_ios', port('no shutdown'), port('shutdown'))).toEqual([
			'changed interface GigabitEthernet0/1 > no shutdown → shutdown',
		]);
		expect(on('cisco_ios', port('mtu 1500'), port('mtu 9000'))).toEqual([
			'changed interface GigabitEthernet0/1 > mtu 1500 → mtu 9000',
		]);
		expect(on('cisco_ios', port('shutdown'), port())).toEqual(['missing interface GigabitEthernet0/1 > shutdown']);
	});

	it('does not hide a default behind a line that says otherwise in other words', () => {
		const line = (text: string): string => `line vty 0 4\n login local\n ${text}\n`;

		expect(on('cisco_ios', line('exec-timeout 10 0'), line('no exec-timeout'))).toEqual([
			'extra line vty 0 4 > no exec-timeout',
			'missing line vty 0 4 > exec-timeout 10 0',
		]);
	});

	it('knows a default in its section only', () => {
		expect(on('cisco_ios', 'router bgp 1\n no shutdown\n x y\n', 'router bgp 1\n x y\n')).toEqual([
			'missing router bgp 1 > no shutdown',
		]);
	});

	it('forgets a default that the config itself turns round', () => {
		const rest = 'interface defaults\n   ethernet shutdown\n';

		expect(on('arista_eos', port('no shutdown'), port())).toEqual([]);
		expect(on('arista_eos', port('no shutdown') + rest, port() + rest)).toHaveLength(1);
		expect(on('cisco_ios', `system mtu 9000\n${port('mtu 1500')}`, `system mtu 9000\n${port()}`)).toHaveLength(1);
	});

	it('forgets it whichever side turns it round, at the top or in a section', () => {
		const rest = 'interface defaults\n   mtu 9000\n';
		const told = expect.stringContaining('mtu 1500');

		expect(on('cisco_ios', port('mtu 1500'), `system mtu 9000\n${port()}`)).toContainEqual(told);
		expect(on('cisco_ios', `system mtu 9000\n${port('mtu 1500')}`, port())).toContainEqual(told);
		expect(
			on('arista_eos', `interface Ethernet1\n   x y\n   mtu 1500\n`, `interface Ethernet1\n   x y\n${rest}`),
		).toContainEqual(told);
	});

	it('forgets it where a line one level below says so', () => {
		const rule = {
			line: /^mtu 1500$/,
			command: /^mtu /,
			within: [/^port /],
			source: 'a test',
			matches: [],
			spares: [],
		};
		const differ = (unless: RegExp): readonly string[] =>
			differences({
				platform: aPlatform({ defaults: [{ ...rule, unless }] }),
				intended: 'port 1\n inherit p\n mtu 1500\n',
				running: 'port 1\n inherit p\n',
			});

		expect(differ(/^port-defaults$/)).toEqual([]);
		expect(differ(/^inherit /)).toEqual(['missing port 1 > mtu 1500']);
	});

	it('leaves out no line that has lines of its own', () => {
		const rule = { line: /^port 1$/, command: /^port 1/, source: 'a test', matches: [], spares: [] };
		const platform = aPlatform({ defaults: [rule] });

		expect(differences({ platform, intended: 'hostname a\nport 1\n', running: 'hostname a\n' })).toEqual([]);
		expect(differences({ platform, intended: 'hostname a\nport 1\n mtu 9\n', running: 'hostname a\n' })).toEqual([
			'missing port 1',
			'missing port 1 > mtu 9',
		]);
	});

	it('leaves no default out where a line speaks of all that the command is about', () => {
		const rule = {
			line: /^no limit (\S+)$/,
			command: /^(?:no )?limit(?: (\S+))?/,
			source: 'a test',
			matches: [],
			spares: [],
		};
		const platform = aPlatform({ defaults: [rule] });
		const differ = (running: string): readonly string[] =>
			differences({ platform, intended: `hostname a\nno limit arp\n${running}`, running: `hostname a\n${running}` });

		expect(differ('limit nd 5\n')).toEqual([]);
		expect(differ('limit\n')).toEqual(['missing no limit arp']);
	});

	it('takes an SVI of NX-OS for down and a routed port for nothing (cisco.nxos#1102)', () => {
		const svi = (line: string): string => `interface Vlan10\n  ip address 192.0.2.1/24\n${line}`;

		expect(on('cisco_nxos', svi('  shutdown\n'), svi(''))).toEqual([]);
		expect(on('cisco_nxos', svi('  no shutdown\n'), svi(''))).toEqual(['missing interface Vlan10 > no shutdown']);
		expect(
			on('cisco_nxos', 'interface Ethernet1/1\n  no shutdown\n  x\n', 'interface Ethernet1/1\n  x\n'),
		).toHaveLength(1);
	});

	it('reports a section of nothing but defaults that is not there', () => {
		expect(on('cisco_ios', 'interface Vlan5\n no shutdown\n', 'hostname a\n')).toContain('missing interface Vlan5');
	});
});
