import { describe, expect, it } from 'vitest';
import { describeReason, nameReason } from '../../../../src/reporting/wording/describe-reason.ts';

describe('nameReason', () => {
	it('has the code beside the words, where they are not the same', () => {
		expect(nameReason({ reason: 'auth-failed' })).toBe('login refused (auth-failed)');
		expect(nameReason({ reason: 'unreachable' })).toBe('unreachable');
		expect(nameReason({ reason: null })).toBe('');
	});

	it('tells a host of which nothing is known from one with another key', () => {
		expect(nameReason({ reason: 'host-key-mismatch', hostKeyUnknown: true })).toBe(
			'host key not known yet (host-key-mismatch)',
		);
		expect(describeReason({ reason: 'host-key-mismatch' })).toBe('host key not trusted');
	});

	it('tells a device of a cancelled run from a slow one', () => {
		expect(nameReason({ reason: 'timed-out', cancelled: true })).toBe('cancelled (timed-out)');
		expect(nameReason({ reason: 'timed-out' })).toBe('timed out (timed-out)');
	});
});
