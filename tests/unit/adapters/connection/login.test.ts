import { describe, expect, it } from 'vitest';
import { describeLogin, describeLoginInFull, nameLogin } from '../../../../src/adapters/connection/login.ts';
import { toDeviceError } from '../../../../src/adapters/connection/to-device-error.ts';
import { SshFailure } from '../../../../src/adapters/ssh-connection/ssh-failure.ts';

const login = { name: 'lab', username: 'netops', ownUsername: false };

describe('a login that was refused', () => {
	it.each([
		[login, 'Login: credentials.lab', ' as netops'],
		[
			{ ...login, ownUsername: true },
			'Login: credentials.lab with the username of the device or its inventory',
			': netops',
		],
		[{ ...login, username: '' }, 'Login: credentials.lab', ''],
	])('is told by its place, and by its username only in full', (refused, place, user) => {
		expect(describeLogin(refused)).toBe(place);
		expect(describeLoginInFull(refused)).toBe(`${place}${user}`);
	});

	it('is that of whoever was refused first: behind a bastion it may have been the bastion', () => {
		const secrets = { password: 'x', privateKey: null, passphrase: null, agent: null, enable: null, token: null };
		const refused = new SshFailure('ERR_AUTHENTICATION', 'r:22 refused the login');

		nameLogin(refused, { ...login, name: 'jump', ...secrets });
		nameLogin(refused, { ...login, ...secrets });

		expect(refused.login).toEqual({ ...login, name: 'jump' });
	});

	it('is not named where something else went wrong', () => {
		const secrets = { password: 'x', privateKey: null, passphrase: null, agent: null, enable: null, token: null };
		const unreachable = new SshFailure('ERR_UNREACHABLE', 'r:22 refused the connection');

		nameLogin(unreachable, { ...login, ...secrets });
		expect(() => nameLogin(new Error('of somebody else'), { ...login, ...secrets })).not.toThrow();

		expect(unreachable.login).toBeNull();
	});

	it('is no part of an error that has nothing to do with it', () => {
		const context = { device: 'edge-01', where: 'r:22', reachable: false, signal: AbortSignal.any([]) };
		const failure = new SshFailure('ERR_UNREACHABLE', 'r:22 refused the connection');

		expect(toDeviceError(failure, context)).toMatchObject({
			message: 'r:22 refused the connection',
			messageInFull: 'r:22 refused the connection',
		});
	});
});
