import { describe, expect, it } from 'vitest';
import { secretsNotCompared } from '../../../../src/domain/compare/secrets-not-compared.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { aPlatform } from '../../../support/a-platform.ts';
import { prepareAlike } from '../../../support/at-once.ts';
import { platformOf } from '../../../support/platform-of.ts';

function count(name: string, texts: { readonly intended: string; readonly running: string }): number {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'key' });
	return secretsNotCompared({
		intended: prepareConfig(texts.intended, masks),
		running: prepareConfig(texts.running, masks),
	});
}

const ios = (secret: string, community: string): string =>
	`hostname a\nenable secret 9 ${secret}\nsnmp-server community ${community} RO\nend\n`;

describe('secretsNotCompared', () => {
	it('counts the secrets for which the intended config has a placeholder', () => {
		const running = ios('$9$abcdefgh', 'public1');

		expect(count('cisco_ios', { intended: ios('<removed>', '{{ community }}'), running })).toBe(2);
		expect(count('cisco_ios', { intended: ios('$9$abcdefgh', '****'), running })).toBe(1);
		expect(count('cisco_ios', { intended: ios('$9$other', 'public1'), running })).toBe(0);
	});

	it('counts what the device encrypts anew at every show', () => {
		const fortios = (secret: string): string =>
			`config system admin\n    edit "admin"\n        set password ENC ${secret}\n    next\nend\n`;

		expect(count('fortinet', { intended: fortios('AAAAAAAA'), running: fortios('BBBBBBBB') })).toBe(1);
	});

	it('counts a placeholder where the mask knows the secret by its look only, and no text that runs as it stands', () => {
		const asc = (key: string, words: string): string =>
			`config vpn certificate local\n    edit "a"\n        set comments "${words}"\n        set password ${key}\n    next\nend\n`;

		expect(
			count('fortinet', { intended: asc('<removed>', '<removed>'), running: asc('ENC AAAAAAAA', '<removed>') }),
		).toBe(1);
	});

	it('counts a placeholder of which no mask knows, and no word that the device shows too', () => {
		const byLook = { id: 'secret/look', platform: '*', kind: 'secret' as const, action: 'replace' as const };
		const pattern = /(?<secret>ENC-\w+)/d;
		const userMasks = [{ ...byLook, pattern, reason: 'a test', matches: [], spares: [] }];
		const masks = compileMasks(aPlatform(), { fingerprintKey: 'key', userMasks });
		const sides = {
			intended: prepareConfig('set key <removed> <removed>\nuser a auth <removed>\nnote <removed>\n', masks),
			running: prepareConfig('set key ENC-one ENC-two\nuser a auth s3cret\nnote <removed>\n', masks),
		};

		expect(secretsNotCompared(sides)).toBe(3);
	});

	it('says the same of two texts of which only what differs was read', () => {
		const tail = `${Array.from({ length: 50 }, (_, index) => `ntp server 192.0.2.${index}\n`).join('')}snmp-server community <removed> RO\nend\n`;
		const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'key' });
		const alike = prepareAlike(
			{
				intended: `hostname a\nenable secret 9 <removed>\n${tail}`,
				running: `hostname a\nenable secret 9 <removed>\n${tail}`,
			},
			masks,
		);

		expect(alike === null ? null : secretsNotCompared(alike)).toBe(2);
	});
});
