import { describe, expect, it } from 'vitest';
import { coversSecrets, shapeOf } from '../../../../../src/domain/compare/siblings/hidden-secrets.ts';
import { differences } from '../../../../support/compare-texts.ts';
import { platformOf } from '../../../../support/platform-of.ts';

describe('matchHiddenSecrets', () => {
	it.each([
		'<removed>',
		`\${SNMP_RO}`,
		'{{ snmp_ro }}',
		'****',
		'{{snmp_ro}}',
		'"{{ snmp_ro }}"',
		'<secret hidden>',
		'<secret removed>',
		'<configuration removed>',
	])('takes %s in the intended config for any secret in that place', (placeholder) => {
		expect(differences({ intended: [`user anna auth ${placeholder}`], running: ['user anna auth s3cret'] })).toEqual(
			[],
		);
	});

	it.each([
		['cisco_ios', 'enable secret <removed>', 'enable secret 9 $9$fictive'],
		['cisco_ios', 'username anna privilege 15 secret {{ anna }}', 'username anna privilege 15 secret 5 $1$fictive'],
		['cisco_ios', 'tacacs-server key <removed>', 'tacacs-server key 7 0822455D0A16'],
		['cisco_nxos', 'username anna password <removed> role ops', 'username anna password 5 $5$fictive  role ops'],
		['arista_eos', 'username anna secret <removed>', 'username anna secret sha512 $6$fictive'],
		['cisco_xr', 'enable secret <removed>', 'enable secret 10 $6$fictive'],
	])('on %s lets the device choose the form where the file says none: %s', (platform, intended, running) => {
		expect(differences({ intended, running, platform: platformOf(platform) })).toEqual([]);
	});

	it.each([
		['cisco_nxos', 'username anna password 5 <removed> role ops', 'username anna password 5 $5$fictive  role ops'],
		[
			'cisco_ios',
			'snmp-server host 192.0.2.1 version 2c <removed> udp-port 162',
			'snmp-server host 192.0.2.1 version 2c x',
		],
	])('on %s reads what stands around it in every spelling: %s', (platform, intended, running) => {
		expect(differences({ intended, running, platform: platformOf(platform) })).toEqual([]);
	});

	it('gives a line of the device to one placeholder, in whatever form', () => {
		const platform = platformOf('cisco_ios');
		const intended = ['username anna secret 9 <removed>', 'username anna secret <removed>'];

		expect(differences({ intended, running: ['username anna secret 9 $9$fictive'], platform })).toHaveLength(1);
	});

	it('holds the device to the form that the file says', () => {
		const platform = platformOf('cisco_ios');
		const weaker = { intended: 'enable secret 9 <removed>', running: 'enable secret 5 $1$fictive', platform };

		expect(differences(weaker)).toHaveLength(1);
		expect(differences({ ...weaker, intended: 'enable secret level 9 <removed>' })).not.toEqual([]);
	});

	it('takes a written secret for no other one, whatever its form', () => {
		const platform = platformOf('cisco_ios');

		expect(
			differences({ intended: 'enable secret fictive', running: 'enable secret 9 $9$fictive', platform }),
		).toHaveLength(1);
	});

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
