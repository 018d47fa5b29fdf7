import { describe, expect, it } from 'vitest';
import { coversSecrets, shapeOf } from '../../../../../src/domain/compare/siblings/hidden-secrets.ts';
import { differences } from '../../../../support/compare-texts.ts';

describe('matchHiddenSecrets', () => {
	it.each(['<removed>', `\${SNMP_RO}`, '{{ snmp_ro }}', '****', '{{snmp_ro}}', '"{{ snmp_ro }}"'])(
		'takes %s in the intended config for any secret in that place',
		(placeholder) => {
			expect(differences({ intended: [`user anna auth ${placeholder}`], running: ['user anna auth s3cret'] })).toEqual(
				[],
			);
		},
	);

	it('takes <removed> for a secret that its mask knows only by its look', () => {
		const running = '<secret:1f3a9c>';

		expect(coversSecrets('private-key <removed>', `private-key ${running}`)).toBe(true);
		expect(coversSecrets('private-key <removed>', 'private-key none')).toBe(false);
		expect(coversSecrets(`private-key ${running}`, 'private-key <removed>')).toBe(false);
		expect(differences({ intended: ['description <removed>'], running: ['description <removed>'] })).toEqual([]);
	});

	it('reads two sections whose names are hidden as two, unless the other side hides them too', () => {
		const sections = (one: string, other: string): readonly string[] => [
			`user a auth ${one}`,
			' access ro',
			`user a auth ${other}`,
			' access rw',
		];
		const hidden = sections('<removed>', '<removed>');

		expect(differences({ intended: hidden, running: sections('x', 'y') })).toEqual([]);
		expect(differences({ intended: hidden, running: sections('x', 'y').slice(0, 2) })).not.toEqual([]);
		expect(differences({ intended: hidden, running: [...hidden.slice(2), ...hidden.slice(0, 2)] })).toEqual([]);
	});

	it('takes it for nothing but a secret in that place', () => {
		expect(differences({ intended: ['user anna auth <removed>'], running: ['user bert auth s3cret'] })).toHaveLength(2);
		expect(differences({ intended: ['user anna auth <removed>'], running: ['user anna'] })).not.toEqual([]);
	});

	it('calls a device that shows a placeholder drifted: only what is intended may hide', () => {
		expect(differences({ intended: ['user anna auth s3cret'], running: ['user anna auth ****'] })).toHaveLength(1);
	});

	it('compares the secrets that the same line does not hide', () => {
		const intended = ['user anna auth <removed> priv right'];

		expect(differences({ intended, running: ['user anna auth x priv right'] })).toEqual([]);
		expect(differences({ intended, running: ['user anna auth x priv wrong'] })).toHaveLength(1);
	});

	it('gives the line that hides all of its secrets what the line that hides one leaves over', () => {
		expect(
			differences({
				intended: ['user u auth <a> priv <b>', 'user u auth <a> priv one'],
				running: ['user u auth x priv one', 'user u auth y priv two'],
			}),
		).toEqual([]);
	});

	it('pairs every hidden line with one line only', () => {
		expect(differences({ intended: ['user u auth <a>', 'user u auth <a>'], running: ['user u auth x'] })).toEqual([
			'missing user u auth <secret>',
		]);
		expect(differences({ intended: ['user u auth <a>'], running: ['user u auth x', 'user u auth y'] })).toHaveLength(1);
	});

	it('calls a hidden line moved where order counts', () => {
		const list = (...entries: readonly string[]): readonly string[] => [
			'list A',
			...entries.map((entry) => ` ${entry}`),
		];

		expect(
			differences({
				intended: list('user a auth <removed>', 'permit b', 'permit c'),
				running: list('permit b', 'permit c', 'user a auth x'),
			}),
		).toEqual(['moved list A > user a auth <secret>']);
	});

	it('pairs twenty thousand hidden lines in no time that anybody would notice', () => {
		const lines = (secret: (index: number) => string): readonly string[] =>
			Array.from({ length: 20_000 }, (_, index) => `user u auth ${secret(index)}`);

		expect(differences({ intended: lines(() => '****'), running: lines((index) => `s${index}`) })).toEqual([]);
	});
});

describe('coversSecrets', () => {
	it.each([
		['u <secret:aaaaaa>', 'u <secret:aaaaaa>', true],
		['u <secret>', 'u <secret:aaaaaa>', true],
		['u <secret:aaaaaa>', 'u <secret>', false],
		['u <secret> <secret:aaaaaa>', 'u <secret:bbbbbb> <secret:aaaaaa>', true],
		['u <secret> <secret:aaaaaa>', 'u <secret:aaaaaa> <secret:bbbbbb>', false],
		['u <secret>', 'v <secret:aaaaaa>', false],
		['u <secret>', 'u', false],
	])('%s covers %s: %s', (intended, running, covers) => {
		expect(coversSecrets(intended, running)).toBe(covers);
	});
});

describe('shapeOf', () => {
	it('is equal for lines that differ in secrets only', () => {
		expect(shapeOf('u <secret:aaaaaa> x')).toBe(shapeOf('u <secret> x'));
	});
});
