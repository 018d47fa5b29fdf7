import { describe, expect, it } from 'vitest';
import { differences } from '../../../../support/compare-texts.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const on = (name: string, intended: readonly string[], running: readonly string[]): readonly string[] =>
	differences({ platform: platformOf(name), intended, running });

const acl = (...entries: readonly string[]): readonly string[] => [
	'ip access-list extended A',
	...entries.map((entry) => ` ${entry}`),
];

describe('withoutNumbers', () => {
	it.each(['cisco_ios', 'cisco_nxos', 'arista_eos'])('takes entries for numbered in their order: %s', (name) => {
		const plain = acl('permit tcp any any eq 22', 'remark the rest', 'deny ip any any');
		const numbered = acl('10 permit tcp any any eq 22', '20 remark the rest', '30 deny ip any any');

		expect(on(name, plain, numbered)).toEqual([]);
		expect(on(name, numbered, plain)).toEqual([]);
	});

	it('still sees another order and another entry', () => {
		const plain = acl('permit tcp any any eq 22', 'deny ip any any');

		expect(on('cisco_ios', plain, acl('10 deny ip any any', '20 permit tcp any any eq 22'))).toHaveLength(1);
		expect(
			on('cisco_ios', plain, acl('10 permit tcp any any eq 22', '15 permit ip any any', '20 deny ip any any')),
		).toEqual(['extra ip access-list extended A > permit ip any any']);
	});

	it('reads entries by their numbers, in whatever order they are written', () => {
		const plain = acl('permit tcp any any eq 22', 'deny ip any any');
		const numbered = acl('20 deny ip any any', '10 permit tcp any any eq 22');
		const turned = acl('20 permit tcp any any eq 22', '10 deny ip any any');

		expect(on('cisco_ios', plain, numbered)).toEqual([]);
		expect(on('cisco_ios', numbered, plain)).toEqual([]);
		expect(on('cisco_ios', plain, turned)).not.toEqual([]);
		expect(on('cisco_ios', turned, plain)).not.toEqual([]);
	});

	it.each([5, 10])('leaves the numbers where nobody knows that of an entry without: %i', (number) => {
		const plain = acl('permit tcp any any eq 22', 'deny ip any any');
		const mixed = acl('permit tcp any any eq 22', `${number} deny ip any any`);

		expect(on('cisco_ios', plain, mixed)).not.toEqual([]);
		expect(on('cisco_ios', mixed, plain)).not.toEqual([]);
	});

	it.each(['cisco_ios', 'cisco_nxos', 'arista_eos'])('gives entries among others ten more: %s', (name) => {
		const mixed = acl(
			'15 permit tcp any any eq 22',
			'permit tcp any any eq 80',
			'40 permit udp any any',
			'deny ip any any',
		);
		const shown = (...numbers: readonly number[]): readonly string[] =>
			acl(
				'15 permit tcp any any eq 22',
				`${numbers[0]} permit tcp any any eq 80`,
				'40 permit udp any any',
				`${numbers[1]} deny ip any any`,
			);

		expect(on(name, mixed, shown(25, 50))).toEqual([]);
		expect(on(name, shown(25, 50), mixed)).toEqual([]);
		expect(on(name, mixed, shown(45, 50))).not.toEqual([]);
		expect(on(name, mixed, shown(25, 60))).not.toEqual([]);
		expect(on(name, mixed, shown(25, 5))).not.toEqual([]);
	});

	it('gives them with the word that others have', () => {
		const mixed = ['ipv6 access-list A', ' sequence 10 permit tcp any any', ' deny ipv6 any any'];
		const shown = ['ipv6 access-list A', ' sequence 10 permit tcp any any', ' sequence 20 deny ipv6 any any'];

		expect(on('cisco_ios', mixed, shown)).toEqual([]);
		expect(on('cisco_ios', shown, mixed)).toEqual([]);
	});

	it('gives none behind a remark without one, which takes one on some releases', () => {
		const mixed = acl('10 permit tcp any any', 'remark the rest', 'deny ip any any');

		expect(on('cisco_ios', mixed, acl('10 permit tcp any any', 'remark the rest', '20 deny ip any any'))).not.toEqual(
			[],
		);
	});

	it('compares numbers where both sides have them, or one of the file does', () => {
		expect(on('cisco_ios', acl('10 permit ip any any'), acl('20 permit ip any any'))).not.toEqual([]);
		expect(
			on(
				'cisco_ios',
				acl('10 permit ip any any', 'deny ip any any'),
				acl('10 permit ip any any', '30 deny ip any any'),
			),
		).not.toEqual([]);
	});

	it('says nothing of entries that have their number on both sides', () => {
		const changes = on(
			'cisco_ios',
			acl('10 permit ip any any', 'deny ip any any'),
			acl('10 permit ip any any', '30 deny ip any any'),
		);

		expect(changes.filter((change) => change.includes('permit'))).toEqual([]);
	});

	it('knows prefix lists, each by its name', () => {
		const plain = [
			'ip prefix-list A permit 10.0.0.0/8',
			'ip prefix-list A deny 0.0.0.0/0',
			'ip prefix-list B seq 7 permit 10.0.0.0/8',
		];
		const numbered = [
			'ip prefix-list A seq 5 permit 10.0.0.0/8',
			'ip prefix-list A seq 10 deny 0.0.0.0/0',
			'ip prefix-list B seq 5 permit 10.0.0.0/8',
		];

		expect(on('cisco_ios', plain, numbered)).toEqual([
			'changed ip prefix-list B seq 7 permit 10.0.0.0/8 → ip prefix-list B seq 5 permit 10.0.0.0/8',
		]);
		expect(
			on(
				'arista_eos',
				['ip prefix-list A', '   permit 10.0.0.0/8'],
				['ip prefix-list A', '   seq 10 permit 10.0.0.0/8'],
			),
		).toEqual([]);
	});

	it('gives an entry the number that the device gives it, where others of its list have theirs', () => {
		const list = (...entries: readonly string[]): readonly string[] =>
			entries.map((each) => `ip prefix-list A ${each}`);
		const typed = list('seq 7 permit 10.0.0.0/8', 'permit 172.16.0.0/12');

		expect(on('frr', typed, list('seq 7 permit 10.0.0.0/8', 'seq 12 permit 172.16.0.0/12'))).toEqual([]);
		expect(on('frr', typed, list('seq 7 permit 10.0.0.0/8', 'seq 10 permit 172.16.0.0/12'))).not.toEqual([]);
		expect(on('cisco_ios', typed, list('seq 7 permit 10.0.0.0/8', 'seq 12 permit 172.16.0.0/12'))).not.toEqual([]);
	});
});
