import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Credentials } from '../../../src/domain/connection.ts';
import { pamMissing } from '../../support/openssh/pam.ts';
import { sshAgentMissing, startSshAgent } from '../../support/openssh/ssh-agent.ts';
import { type Sshd, sshdMissing, startSshd } from '../../support/openssh/sshd.ts';
import { fleetBehind, testBastion } from '../../support/ssh/fetch-fleet.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { testCredentials, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';

const platform = testPlatform({ channel: 'exec', enable: null, setup: [], showRunning: 'uname -n', logout: null });
const PASSWORD = 'open sesame';
const noPassword = sshdMissing ?? pamMissing;
const noAgent = sshdMissing ?? sshAgentMissing;

const fetchAs = (sshd: Sshd, credentials: Partial<Credentials>) =>
	fetchOne(sshd, {
		platform,
		connection: { credentials: testCredentials({ username: sshd.username, ...credentials }) },
	});

describe.skipIf(noPassword !== null)(`OpenSSH with a password${noPassword === null ? '' : ` (${noPassword})`}`, () => {
	it.each([
		['password', ['PasswordAuthentication yes']],
		['keyboard-interactive/pam', ['KbdInteractiveAuthentication yes']],
		['password', ['PasswordAuthentication yes', 'KbdInteractiveAuthentication yes']],
	])('takes it as %s: %j', async (method, config) => {
		await using sshd = await startSshd({ authorizedKeys: [], password: PASSWORD, config });

		expect((await fetchAs(sshd, { password: PASSWORD })).text).toBe(`${hostname()}\n`);
		expect(sshd.log().match(/^Accepted \S+/gm)).toEqual([`Accepted ${method}`]);
	});

	it.each([
		['password', ['PasswordAuthentication yes']],
		['keyboard-interactive', ['KbdInteractiveAuthentication yes']],
		['password', ['PasswordAuthentication yes', 'KbdInteractiveAuthentication yes']],
	])('is given a wrong one once, as %s: %j', async (_method, config) => {
		await using sshd = await startSshd({ authorizedKeys: [], password: 'another', config });

		await expect(fetchAs(sshd, { password: PASSWORD })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			reachable: false,
			message: expect.stringContaining('refused the password'),
		});
		await expect.poll(() => refusals(sshd)).toBe(1);
	});

	it('as bastion is given a wrong one once, for all devices behind it', async () => {
		const config = ['PasswordAuthentication yes', 'KbdInteractiveAuthentication yes'];
		await using sshd = await startSshd({ authorizedKeys: [], password: 'another', config });
		const credentials = testCredentials({ username: sshd.username });
		const nowhere = Array.from({ length: 20 }, (_, index) => ({ port: index + 1, fingerprint: sshd.fingerprint }));
		const { adapter, devices } = fleetBehind(testBastion(sshd, { credentials }), nowhere);
		await using _closing = adapter;

		const outcomes = await Promise.allSettled(
			devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(20_000))),
		);

		expect(outcomes).toHaveLength(20);
		for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'ERR_AUTHENTICATION' } });
		await expect.poll(() => refusals(sshd)).toBe(1);
	});

	it('is passed with two factors, the key of an agent first', async () => {
		const key = makeKey();
		await using agent = await startSshAgent([key]);
		await using sshd = await startSshd({
			authorizedKeys: [key.publicKey],
			password: PASSWORD,
			config: ['PasswordAuthentication yes', 'AuthenticationMethods publickey,password'],
		});

		const { text } = await fetchAs(sshd, { agent: agent.socket, password: PASSWORD });

		expect(text).toBe(`${hostname()}\n`);
		expect(sshd.log()).toMatch(/^Partial publickey /m);
	});
});

describe.skipIf(noAgent !== null)(`OpenSSH and its agent${noAgent === null ? '' : ` (${noAgent})`}`, () => {
	it.each(['ed25519', 'ecdsa', 'rsa'] as const)('let an %s key of the agent in', async (type) => {
		const key = makeKey(type);
		await using agent = await startSshAgent([makeKey(), key]);
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey] });

		const { text } = await fetchAs(sshd, { agent: agent.socket, password: null });

		expect(text).toBe(`${hostname()}\n`);
		expect(sshd.log().match(/^Accepted publickey/gm)).toHaveLength(1);
	});

	it('are asked no more often than the server bears', async () => {
		const keys = Array.from({ length: 9 }, () => makeKey());
		await using agent = await startSshAgent(keys);
		await using sshd = await startSshd({ authorizedKeys: keys.slice(-1).map(({ publicKey }) => publicKey) });

		await expect(fetchAs(sshd, { agent: agent.socket, password: null })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('refused the keys of the agent'),
		});
		await expect.poll(() => refusals(sshd)).toBe(5);
		expect(sshd.log()).not.toContain('Too many authentication failures');
	});

	it('are not asked for a password that the server does not take', async () => {
		await using agent = await startSshAgent([makeKey()]);
		await using sshd = await startSshd({ authorizedKeys: [] });

		await expect(fetchAs(sshd, { agent: agent.socket, password: PASSWORD })).rejects.toMatchObject({
			message: expect.stringContaining('refused the keys of the agent.'),
		});
	});

	it('say that no agent is there, before anybody is asked', async () => {
		await using sshd = await startSshd({ authorizedKeys: [] });

		await expect(fetchAs(sshd, { agent: '/nonexistent/socket', password: null })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('the SSH agent of the credentials cannot be asked'),
		});
	});

	it('say that the agent is empty', async () => {
		await using agent = await startSshAgent([]);
		await using sshd = await startSshd({ authorizedKeys: [] });

		await expect(fetchAs(sshd, { agent: agent.socket, password: null })).rejects.toMatchObject({
			message: expect.stringContaining('holds no key'),
		});
	});
});

/** Tries to log in that failed, the empty one not counted. */
function refusals(sshd: Sshd): number {
	return sshd.log().match(/^Failed (?!none)\S+/gm)?.length ?? 0;
}
