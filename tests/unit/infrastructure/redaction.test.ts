import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedaction } from '../../../src/infrastructure/redaction.ts';

const secret = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }).filter((text) => text.trim().length >= 4);

describe('createRedaction', () => {
	it('takes a value out wherever it stands', () => {
		expect(createRedaction(['s3cret!']).redact('a s3cret!s3cret! b')).toBe('a ****** b');
	});

	it('leaves values shorter than four characters alone', () => {
		expect(createRedaction(['abc', '', '1']).redact('abc 1')).toBe('abc 1');
	});

	it('covers overlapping occurrences to their last character', () => {
		expect(createRedaction(['hunter2x', '2xyz9']).redact('hunter2xyz9!')).toBe('***!');
		expect(createRedaction(['abab']).redact('ababab')).toBe('***');
	});

	it('takes out each line of a private key', () => {
		const key = '-----BEGIN KEY-----\nAAAAB3Nza\n  C1yc2E\n-----END KEY-----\n';
		const { redact } = createRedaction([key]);
		expect(redact('cat: AAAAB3Nza and C1yc2E')).toBe('cat: *** and ***');
		expect(redact(key).trim()).toBe('***');
	});

	it('finds the password in a Basic header, a URL, JSON and HTML', () => {
		const { redact } = createRedaction(['p&ss "w/rd>']);
		const texts = [
			`Authorization: Basic ${Buffer.from('admin:p&ss "w/rd>').toString('base64')}`,
			`https://device/?p=${encodeURIComponent('p&ss "w/rd>')}`,
			JSON.stringify({ password: 'p&ss "w/rd>' }),
			'<td>p&amp;ss &quot;w/rd&gt;</td>',
		];
		for (const text of texts) expect(redact(text)).toContain('***');
		expect(redact(texts[1] ?? '')).toBe('https://device/?p=***');
		expect(redact(texts[2] ?? '')).toBe('{"password":"***"}');
		expect(redact(texts[3] ?? '')).toBe('<td>***</td>');
	});

	it('finds a passphrase whose blanks a message or a config shows as one', () => {
		expect(createRedaction(['two  long\twords']).redact('says "two long words"')).toBe('says "***"');
	});

	it('reads a large report once, however many secrets there are', () => {
		const { redact } = createRedaction(Array.from({ length: 2000 }, (_, index) => `secret-of-device-${index}`));
		const report = 'interface Ethernet1\n description uplink\n'.repeat(25_000);

		const started = performance.now();
		expect(redact(`${report}secret-of-device-1999`)).toBe(`${report}***`);
		expect(performance.now() - started).toBeLessThan(5000);
	});

	it('lets no form of a secret through, whatever surrounds it', () => {
		const secrets = fc.array(
			secret.filter((text) => !text.includes('*')),
			{ minLength: 1, maxLength: 4 },
		);
		fc.assert(
			fc.property(secrets, fc.string(), fc.string(), fc.nat(2), (values, before, after, shift) => {
				const { redact } = createRedaction(values);
				const padding = 'x'.repeat(shift);
				const text = values
					.flatMap((value) => [
						value,
						Buffer.from(`${padding}${value}${after}`).toString('base64'),
						Buffer.from(`${padding}${value}${after}`).toString('base64url'),
						encodeURIComponent(value.toWellFormed()),
						JSON.stringify(value),
					])
					.join(before);

				const redacted = redact(text);

				for (const value of values) {
					expect(redacted).not.toContain(value);
					expect(redacted).not.toContain(encodeURIComponent(value.toWellFormed()));
					for (const base64 of redacted.match(/[A-Za-z0-9+/=]{4,}/gu) ?? []) {
						expect(Buffer.from(base64, 'base64').includes(Buffer.from(value))).toBe(false);
					}
				}
			}),
			{ numRuns: 2000 },
		);
	});
});
