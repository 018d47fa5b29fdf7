import ssh2 from 'ssh2';
import { describe, expect, it } from 'vitest';
import { Authentication } from '../../../../src/adapters/ssh-connection/authentication.ts';
import { testCredentials } from '../../../support/ssh/ssh-fixtures.ts';

/** A login that has offered a key of an agent, and how it ended. */
function endedWith(level: string) {
	const authentication = new Authentication({
		where: '192.0.2.1:22',
		credentials: testCredentials({ password: null, agent: '/run/agent' }),
		agentKeys: [new ssh2.OpenSSHAgent('/run/agent')],
		abandon: () => undefined,
	});
	authentication.next();
	authentication.next();
	return authentication.refusal(Object.assign(new Error('no'), { level }));
}

describe('Authentication', () => {
	it('counts a login that was refused as one that was tried', () => {
		expect(endedWith('client-authentication')).toMatchObject({
			message: expect.stringContaining('refused the keys of the agent'),
			triedLogin: true,
		});
	});

	it('holds it against no device that an agent does not sign', () => {
		expect(endedWith('agent')).toMatchObject({
			message: expect.stringContaining('the agent does not sign'),
			triedLogin: false,
		});
	});

	it('names what the server takes, and what the credentials hold, where nothing could be tried', () => {
		const authentication = new Authentication({
			where: '192.0.2.1:22',
			credentials: testCredentials({ password: null }),
			agentKeys: [],
			abandon: () => undefined,
		});
		const refused = Object.assign(new Error('no'), { level: 'client-authentication' });
		authentication.next();

		expect(authentication.next()).toBe(false);
		expect(authentication.refusal(refused)?.message).toBe(
			'192.0.2.1:22 accepts no login that it names, and the credentials hold no key and no password. Add what it asks for',
		);
		authentication.listen('Inbound: Received USERAUTH_FAILURE (publickey,password)');
		expect(authentication.refusal(refused)?.message).toContain('accepts publickey, password, and the credentials');
	});
});
