import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parseKnownHosts } from '../../../src/adapters/ssh-connection/host-keys.ts';
import { sshdMissing, startSshd } from '../../support/openssh/sshd.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { testCredentials, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';

const platform = testPlatform({ channel: 'exec', enable: null, setup: [], showRunning: 'uname -n', logout: null });

describe.skipIf(sshdMissing !== null)(`OpenSSH's server${sshdMissing === null ? '' : ` (${sshdMissing})`}`, () => {
	it.each(['ed25519', 'ecdsa', 'rsa'] as const)('lets an %s key in', async (type) => {
		const key = makeKey(type);
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey] });
		const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });

		const { text } = await fetchOne(sshd, { platform, connection: { credentials } });

		expect(text).toBe(`${hostname()}\n`);
	});

	it('refuses another key, once', async () => {
		await using sshd = await startSshd({ authorizedKeys: [makeKey().publicKey] });
		const { privateKey } = makeKey();
		const credentials = testCredentials({ username: sshd.username, password: null, privateKey });

		await expect(fetchOne(sshd, { platform, connection: { credentials } })).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('refused the key'),
		});
		await expect.poll(() => sshd.log().match(/^Failed publickey/gm)?.length).toBe(1);
	});

	it('is not logged in to when its host key has changed', async () => {
		const key = makeKey();
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey] });
		const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });
		const knownHosts = parseKnownHosts(`[127.0.0.1]:${sshd.port} ${makeKey().publicKey}`);

		await expect(
			fetchOne(sshd, { platform, connection: { credentials, hostKey: null }, knownHosts }),
		).rejects.toMatchObject({ code: 'ERR_HOST_KEY', reachable: false });
		expect(sshd.log()).not.toMatch(/publickey/);
	});

	it('is trusted by the key of its that is known, whichever it prefers', async () => {
		const key = makeKey();
		const hostKeys = [makeKey('ed25519'), makeKey('ecdsa'), makeKey('rsa')];
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey], hostKeys });
		const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });

		for (const { publicKey } of hostKeys) {
			const knownHosts = parseKnownHosts(`[127.0.0.1]:${sshd.port} ${publicKey}`);
			const { text } = await fetchOne(sshd, { platform, connection: { credentials, hostKey: null }, knownHosts });
			expect(text).toBe(`${hostname()}\n`);
		}
	});
});
