import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { decodeCiscoType7 } from '../../../../src/domain/masking/decode-cisco-type-7.ts';
import { decodeJuniper9 } from '../../../../src/domain/masking/decode-juniper-9.ts';
import { decodeSecret } from '../../../../src/domain/masking/decode-secret.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../support/platform-of.ts';
import { encodeCiscoType7, encodeJuniper9 } from '../../../support/reversible-secrets.ts';

const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 });

describe('decodeCiscoType7', () => {
	it('reads vectors that are widely published', () => {
		expect(decodeCiscoType7('0822455D0A16')).toBe('cisco');
		expect(decodeCiscoType7('070C285F4D06')).toBe('cisco');
		expect(decodeCiscoType7('02050D480809')).toBe('cisco');
	});

	it('reads what an independent encoder writes, wherever it begins in the key', () => {
		fc.assert(
			fc.property(printable, fc.nat(15), (plain, offset) => {
				expect(decodeCiscoType7(encodeCiscoType7(plain, offset))).toBe(plain);
			}),
		);
	});

	it.each(['', '08', '0822455D0A1', 'hunter2', '9922455D0A16', '08FFFFFF', 'zz22455D0A16'])('refuses %j', (text) => {
		expect(decodeCiscoType7(text)).toBeNull();
	});
});

describe('decodeJuniper9', () => {
	it('reads what an independent encoder writes, whatever the salt', () => {
		const salt = fc.array(fc.nat(64), { minLength: 4, maxLength: 4 });

		fc.assert(
			fc.property(printable, salt, (plain, numbers) => {
				expect(decodeJuniper9(encodeJuniper9(plain, numbers))).toBe(plain);
			}),
		);
	});

	it('reads a secret of a published example', () => {
		expect(decodeJuniper9('$9$LbHX-wg4Z')).toBe('lc');
	});

	it.each([
		'',
		'$9$',
		'$9$ab',
		'$6$salt$hash',
		'$9$nhEmQVczB7dqsO$X.HsgL6x1il0RxkOSSvyQYwucySCt7qFm4v7pqCxkKM',
		'$9$Lb_X-wg4Z',
	])('refuses %j', (text) => {
		expect(decodeJuniper9(text)).toBeNull();
	});
});

describe('decodeSecret', () => {
	it('leaves alone what is not in the form', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(decodeSecret(text, undefined)).toBe(text);
				if (!/^\d\d/.test(text)) expect(decodeSecret(text, 'cisco-type-7')).toBe(text);
				if (!text.startsWith('$9$')) expect(decodeSecret(text, 'juniper-9')).toBe(text);
			}),
		);
	});
});

describe('a password that was entered again', () => {
	const differ = (platform: string, one: string, other: string): number =>
		calculateDiff(one, other, compileMasks(platformOf(platform), { fingerprintKey: 'test' })).changes.length;
	const junos = (salt: readonly number[], plain: string): string =>
		`system { radius-server { 192.0.2.1 secret "${encodeJuniper9(plain, salt)}"; } }\n`
			.replaceAll('{ ', '{\n')
			.replaceAll('; ', ';\n')
			.replaceAll('} ', '}\n');

	it.each(['cisco_ios', 'cisco_nxos', 'arista_eos'])('is the same on %s, in whatever type 7 form', (platform) => {
		const line = (plain: string, offset: number): string => `tacacs-server key 7 ${encodeCiscoType7(plain, offset)}\n`;

		expect(differ(platform, line('fictive', 3), line('fictive', 11))).toBe(0);
		expect(differ(platform, line('fictive', 3), line('another', 3))).toBe(1);
	});

	it.each(['cisco_ios', 'cisco_xe', 'arista_eos'])('is the same on %s where the file says it in clear', (platform) => {
		const shown = (plain: string): string => `tacacs-server key 7 ${encodeCiscoType7(plain, 5)}\n`;
		const written = 'tacacs-server key fictive\n';

		expect(differ(platform, shown('fictive'), written)).toBe(0);
		expect(differ(platform, shown('another'), written)).toBe(1);
		expect(differ(platform, written, shown('fictive'))).toBe(1);
	});

	it('is another one where what type 7 makes of it was entered as it stands, without its type', () => {
		const type7 = encodeCiscoType7('fictive', 5);
		const written = (secret: string): string => `username anna password ${secret}\n`;

		for (const clear of [type7, `0 ${type7}`, 'unreadable']) {
			const encrypted = clear === 'unreadable' ? clear : type7;
			expect(differ('cisco_ios', written(clear), written(`7 ${encrypted}`))).toBe(1);
			expect(differ('cisco_ios', written(`7 ${encrypted}`), written(clear))).toBe(1);
		}
		expect(differ('cisco_ios', written('fictive'), written(type7))).toBe(1);
	});

	it('is the same on Junos, in whatever $9$ form', () => {
		expect(junos([1, 2, 3, 4], 'fictive')).not.toBe(junos([9, 8, 7, 6], 'fictive'));
		expect(differ('juniper_junos', junos([1, 2, 3, 4], 'fictive'), junos([9, 8, 7, 6], 'fictive'))).toBe(0);
		expect(differ('juniper_junos', junos([1, 2, 3, 4], 'fictive'), junos([1, 2, 3, 4], 'another'))).toBe(1);
	});
});
