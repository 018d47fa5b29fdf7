import { getDiffieHellman } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseKnownHosts } from '../../../src/adapters/ssh-connection/host-keys.ts';
import { dsaMissing, makeDsaKey } from '../../support/openssh/dsa-key.ts';
import { sshdMissing, startSshd } from '../../support/openssh/sshd.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { testCredentials, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const platform = testPlatform({ channel: 'exec', enable: null, setup: [], showRunning: 'uname -n', logout: null });

describe.skipIf(sshdMissing !== null)(`an OpenSSH server${sshdMissing === null ? '' : ` (${sshdMissing})`}`, () => {
	it.each([
		['KEX method', 'diffie-hellman-group14-sha1', ['KexAlgorithms diffie-hellman-group14-sha1']],
		['KEX method', 'diffie-hellman-group1-sha1', ['KexAlgorithms diffie-hellman-group1-sha1']],
		['C->S cipher', '3des-cbc', ['Ciphers 3des-cbc']],
		['C->S cipher', 'aes256-cbc', ['Ciphers aes256-cbc']],
		['C->S MAC', 'hmac-md5', ['Ciphers aes128-ctr', 'MACs hmac-md5']],
		['C->S MAC', 'hmac-sha1-96', ['Ciphers aes128-ctr', 'MACs hmac-sha1-96']],
		[
			'KEX method',
			'diffie-hellman-group1-sha1',
			['KexAlgorithms diffie-hellman-group1-sha1', 'Ciphers 3des-cbc', 'MACs hmac-md5-96', 'HostKeyAlgorithms ssh-rsa'],
		],
	])('that has no %s but %s is read only where that is allowed', async (kind, name, config) => {
		const key = makeKey();
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey], hostKeys: [makeKey('rsa')], config });
		const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });

		const refused = fetchOne(sshd, { platform, connection: { credentials } });
		await expect(refused).rejects.toMatchObject({ code: 'ERR_ALGORITHMS' });
		await expect(refused).rejects.toThrow(`no common ${kind}: it offers ${name}; we offer `);
		await expect(refused).rejects.toThrow('write ssh-algorithms: legacy under devices.edge-01 in fleet.yml');
		const { text } = await fetchOne(sshd, { platform, connection: { credentials, sshAlgorithms: 'legacy' } });
		expect(text).toBe(`${hostname()}\n`);
	});

	it.each(['diffie-hellman-group-exchange-sha1', 'diffie-hellman-group-exchange-sha256'])(
		'that has only %s is read where that is allowed',
		async (kex) => {
			const key = makeKey();
			await using moduli = await temporaryFolder('moduli-');
			const prime = getDiffieHellman('modp14').getPrime('hex');
			await writeFile(join(moduli.path, 'moduli'), `20200101000000 2 6 100 2047 2 ${prime}\n`);
			await using sshd = await startSshd({
				authorizedKeys: [key.publicKey],
				config: [`KexAlgorithms ${kex}`, `ModuliFile ${join(moduli.path, 'moduli')}`],
			});
			const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });

			const refused = fetchOne(sshd, { platform, connection: { credentials } });
			await expect(refused).rejects.toThrow(`it offers ${kex}; we offer `);
			await expect(refused).rejects.toThrow('write ssh-algorithms: legacy under devices.edge-01 in fleet.yml');
			const { text } = await fetchOne(sshd, { platform, connection: { credentials, sshAlgorithms: 'legacy' } });
			expect(text).toBe(`${hostname()}\n`);
		},
	);

	it.skipIf(dsaMissing !== null)(
		`with a DSA key is verified by it where that is allowed${dsaMissing ?? ''}`,
		async () => {
			const key = makeKey();
			const hostKey = await makeDsaKey();
			await using sshd = await startSshd({
				authorizedKeys: [key.publicKey],
				hostKeys: [hostKey],
				config: ['HostKeyAlgorithms ssh-dss'],
			});
			const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });
			const fetchWith = (publicKey: string) =>
				fetchOne(sshd, {
					platform,
					connection: { credentials, hostKey: null, sshAlgorithms: 'legacy' },
					knownHosts: parseKnownHosts(`[127.0.0.1]:${sshd.port} ${publicKey}`),
				});

			await expect(fetchOne(sshd, { platform, connection: { credentials } })).rejects.toThrow(
				/no common Host key format: it offers ssh-dss; .* write ssh-algorithms: legacy/,
			);
			expect((await fetchWith(hostKey.publicKey)).text).toBe(`${hostname()}\n`);
			await expect(fetchWith(makeKey().publicKey)).rejects.toMatchObject({ code: 'ERR_HOST_KEY' });
		},
	);
});
