import { describe, expect, it } from 'vitest';
import {
	fingerprint,
	isPlaceholder,
	withHiddenSecrets,
	withPlaceholders,
} from '../../../../src/domain/masking/fingerprint.ts';

describe('fingerprint', () => {
	it('tells secrets apart under one key and tells nothing without it', () => {
		expect(fingerprint('s3cret', 'key')).toMatch(/^<secret:[0-9a-f]{6}>$/);
		expect(fingerprint('s3cret', 'key')).toBe(fingerprint('s3cret', 'key'));
		expect(fingerprint('s3cret', 'key')).not.toBe(fingerprint('other', 'key'));
		expect(fingerprint('s3cret', 'key')).not.toBe(fingerprint('s3cret', 'other key'));
	});
});

describe('isPlaceholder', () => {
	it.each(['<removed>', '<secret>', `\${SNMP}`, '{{ snmp }}', '{{snmp}}', '***', '********', '"<removed>"', '<x>;'])(
		'takes %s for one',
		(value) => {
			expect(isPlaceholder(value)).toBe(true);
		},
	);

	it.each(['', '<', '<>', '**', 's3cret', '$9$abc', `a\${X}`, '<a><b>', '{{ a', '$1$<salt>'])(
		'takes %j for a secret',
		(value) => {
			expect(isPlaceholder(value)).toBe(false);
		},
	);
});

describe('withPlaceholders', () => {
	it('leaves no fingerprint: it belongs to the key of one run', () => {
		expect(withPlaceholders('a <secret:1f3a9c> b\n')).toBe('a <removed> b\n');
	});

	it('leaves alone what hides already, and elements of that name', () => {
		expect(withPlaceholders('ENC <secret>\n')).toBe('ENC <secret>\n');
		expect(withPlaceholders('<secret><secret:1f3a9c></secret>')).toBe('<secret><removed></secret>');
	});
});

describe('withHiddenSecrets', () => {
	it('leaves no fingerprint either', () => {
		expect(withHiddenSecrets('<secret><secret:1f3a9c></secret>')).toBe('<secret><secret></secret>');
	});
});
