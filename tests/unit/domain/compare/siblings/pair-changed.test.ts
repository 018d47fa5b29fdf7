import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../../src/domain/compare/calculate-diff.ts';
import { compileMasks } from '../../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const masks = compileMasks(platformOf('cisco_nxos'), { fingerprintKey: 'test' });

/** `changed a → b`, `missing a`, `extra a`, in the order of the report. */
function differences(intended: readonly string[], running: readonly string[]): readonly string[] {
	const { changes } = calculateDiff(running.join('\n'), intended.join('\n'), masks);
	return changes.map(
		({ kind, line, runningText }) => `${kind} ${line}${runningText === null ? '' : ` → ${runningText}`}`,
	);
}

describe('pairChanged', () => {
	it('pairs a command that has another value', () => {
		expect(differences(['ip name-server 192.0.2.1'], ['ip name-server 192.0.2.9'])).toEqual([
			'changed ip name-server 192.0.2.1 → ip name-server 192.0.2.9',
		]);
		expect(differences(['hostname a'], ['hostname b'])).toEqual(['changed hostname a → hostname b']);
	});

	it('does not take one entry of a list for another', () => {
		expect(differences(['feature lacp'], ['feature telnet'])).toEqual(['extra feature telnet', 'missing feature lacp']);
	});

	it('learns from the neighbours that a command is a list', () => {
		const shared = 'ntp server 192.0.2.1';

		expect(differences([shared, 'ntp server 192.0.2.2'], [shared, 'ntp server 192.0.2.3'])).toEqual([
			'extra ntp server 192.0.2.3',
			'missing ntp server 192.0.2.2',
		]);
	});

	it.each([
		['two blanks', 'ntp  server 192.0.2.1'],
		['a tab', 'ntp\tserver 192.0.2.1'],
		['a blank that does not break', 'ntp\u00A0server 192.0.2.1'],
		['the negation', 'no ntp server 192.0.2.1'],
	])('knows a neighbour in a list with %s', (_, shared) => {
		expect(differences([shared, 'ntp server 192.0.2.2'], [shared, 'ntp server 192.0.2.3'])).toEqual([
			'extra ntp server 192.0.2.3',
			'missing ntp server 192.0.2.2',
		]);
	});

	it('learns from the neighbours of either side, wherever they stand', () => {
		const [shared, short, long] = ['ntp server 192.0.2.1', 'ntp server 192.0.2.2', 'ntp server 192.0.2.3 prefer'];
		const [one, inPlace, elsewhere] = [
			[shared, short],
			[shared, long],
			[long, shared],
		];

		for (const other of [inPlace, elsewhere]) {
			expect(differences(one, other).toSorted()).toEqual([`extra ${long}`, `missing ${short}`]);
			expect(differences(other, one).toSorted()).toEqual([`extra ${short}`, `missing ${long}`]);
		}
	});

	it('takes no neighbour for a list that shares the beginning of a word only', () => {
		const shared = 'ntp server-group 192.0.2.1';

		expect(differences([shared, 'ntp server 192.0.2.2'], [shared, 'ntp server 192.0.2.3'])).toEqual([
			'changed ntp server 192.0.2.2 → ntp server 192.0.2.3',
		]);
	});

	it('does not take a command with more words for its neighbour in a list', () => {
		const shared = 'ip address 198.51.100.1 255.255.255.0 secondary';

		expect(
			differences([shared, 'ip address 192.0.2.1 255.255.255.0'], [shared, 'ip address 192.0.2.2 255.255.255.0']),
		).toEqual(['changed ip address 192.0.2.1 255.255.255.0 → ip address 192.0.2.2 255.255.255.0']);
	});

	it('pairs entries of the same number, whatever stands behind it', () => {
		const list = (entry: string): readonly string[] => ['ip access-list MGMT', '  10 permit tcp any any', `  ${entry}`];

		expect(differences(list('20 deny ip any any log'), list('20 permit ip any any'))).toEqual([
			'changed 20 deny ip any any log → 20 permit ip any any',
		]);
		expect(differences(list('20 deny ip any any'), list('30 permit udp any any'))).toHaveLength(2);
	});

	it('pairs a line with its negation', () => {
		expect(differences(['no ip domain-lookup'], ['ip domain-lookup'])).toEqual([
			'changed no ip domain-lookup → ip domain-lookup',
		]);
	});
});
