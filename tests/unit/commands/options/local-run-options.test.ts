import { describe, expect, it } from 'vitest';
import { fingerprintKeyOf } from '../../../../src/commands/options/local-run-options.ts';

describe('fingerprintKeyOf', () => {
	it.each([
		[undefined, ''],
		[' \n', ''],
		['sixteen letters!\n', 'sixteen letters!'],
	])('reads %j as the Action reads its input', (given, key) => {
		expect(fingerprintKeyOf({ FLEET_FINGERPRINT_KEY: given })).toBe(key);
	});

	it('refuses a key that can be guessed, without showing it', () => {
		expect(() => fingerprintKeyOf({ FLEET_FINGERPRINT_KEY: 'hunter2' })).toThrow(
			/^FLEET_FINGERPRINT_KEY is too short\. Use at least 16 characters(?!.*hunter2)/,
		);
	});
});
