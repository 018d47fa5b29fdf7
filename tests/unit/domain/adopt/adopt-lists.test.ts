import { describe, expect, it } from 'vitest';
import { adoptConfig } from '../../../../src/domain/adopt/adopt-config.ts';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../support/platform-of.ts';

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

function adopted(name: string, intended: string, running: string): string {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'test' });
	const { text, refused } = adoptConfig({ text: intended, running: prepareConfig(running, masks), masks });
	expect(refused).toEqual([]);
	expect(calculateDiff(running, text, masks).diff, text).toBe('');
	return text;
}

describe('adoptConfig with lists of values', () => {
	it('writes a list as the device does, in the place of its own lines', () => {
		expect(
			adopted(
				'cisco_ios',
				lines('vlan 10', 'vlan 20', 'hostname a', 'vlan 30'),
				lines('hostname a', 'vlan 10,20,40-45'),
			),
		).toBe(lines('vlan 10,20,40-45', 'hostname a'));
	});

	it('leaves a list alone that says the same in other words', () => {
		const intended = lines('hostname a', 'vlan 10', 'vlan 20-21');

		expect(adopted('cisco_ios', intended, lines('vlan 10,20,21', 'hostname b'))).toBe(
			lines('hostname b', 'vlan 10', 'vlan 20-21'),
		);
	});

	it('never adds to a list by a line that would replace it', () => {
		const port = (...list: readonly string[]): string =>
			lines('interface Gi0/1', ...list.map((vlans) => ` switchport trunk allowed vlan ${vlans}`), ' mtu 9000');

		expect(adopted('cisco_ios', port('10,20'), port('10,20-30', 'add 40'))).toBe(port('10,20-30', 'add 40'));
	});

	it('cuts a range as the device does, and leaves another one as people wrote it', () => {
		const other = ['! ours', 'line vty 10 15', ' ! nobody else', ' transport input ssh'];
		const intended = lines('line vty 0 4', ' transport input ssh', ...other);
		const running = lines(
			...['line vty 0 2', ' transport input ssh', 'line vty 3 4', ' transport input none'],
			...['line vty 10 15', ' transport input ssh'],
		);

		expect(adopted('cisco_ios', intended, running)).toBe(
			lines(...['line vty 0 2', ' transport input ssh', 'line vty 3 4', ' transport input none'], ...other),
		);
	});

	it('gives a value its section, of which the file only knows the number', () => {
		expect(adopted('cisco_ios', lines('vlan 10,20'), lines('vlan 10', ' name users', '!', 'vlan 20'))).toBe(
			lines('vlan 10', ' name users', 'vlan 20'),
		);
	});

	it('takes over the values of a list in brackets, down to a single one', () => {
		const group = (exported: string): string => lines('protocols {', '    bgp {', `        ${exported};`, '    }', '}');

		expect(adopted('juniper_junos', group('family-list [ a b ]'), group('family-list b'))).toContain('family-list b;');
	});

	it('writes into a section that the device spells otherwise', () => {
		expect(
			adopted(
				'cisco_ios',
				lines('interface Gi0/1', ' mtu 1500'),
				lines('interface GigabitEthernet0/1', ' mtu 9000', ' shutdown'),
			),
		).toBe(lines('interface Gi0/1', ' shutdown', ' mtu 9000'));
	});
});
