import { describe, expect, it } from 'vitest';
import { asksForPassword } from '../../../../src/adapters/ssh-connection/login-question.ts';

describe('asksForPassword', () => {
	it.each([
		'Password: ',
		'password:',
		'Enter PASSCODE: ',
		"audit's password:",
		'Password for audit@new-york-1.pin.net:',
	])('takes %j', (question) => {
		expect(asksForPassword(question)).toBe(true);
	});

	it.each([
		'New password: ',
		'(current) UNIX password: ',
		'Old Password: ',
		'Retype new password: ',
		'One-time password (OTP): ',
		'Passcode or option (1-3): ',
		'Verification code: ',
		'Enter your token passcode: ',
		'Your password has expired. Change it now? [Y/N]',
		'Press ENTER to accept',
		'Username: ',
		'',
	])('leaves %j to a person', (question) => {
		expect(asksForPassword(question)).toBe(false);
	});

	it('looks through a word of a megabyte once', { timeout: 5_000 }, () => {
		expect(asksForPassword(`${'x'.repeat(2 ** 20)} password:`)).toBe(true);
	});
});
