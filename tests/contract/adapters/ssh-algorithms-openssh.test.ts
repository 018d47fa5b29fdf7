import { getDiffieHellman } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
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

/** Either side calculates with thousands of bits before a connection is one: seconds, where the processor is busy. */
const FOR_LARGE_GROUPS = { connectMs: 55_000, authMs: 55_000 };

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

	it('that has only a group exchange with SHA-1 is read only where that is allowed', async () => {
		await using device = await startWithGroup({ kex: 'diffie-hellman-group-exchange-sha1', bits: 2_048 });

		const refused = device.fetch();
		await expect(refused).rejects.toThrow('it offers diffie-hellman-group-exchange-sha1; we offer ');
		await expect(refused).rejects.toThrow('write ssh-algorithms: legacy under devices.edge-01 in fleet.yml');
		expect((await device.fetch({ sshAlgorithms: 'legacy' })).text).toBe(`${hostname()}\n`);
	});

	it('that has only diffie-hellman-group-exchange-sha256 is read, and asked for the smallest group that is safe', async () => {
		await using device = await startWithGroup({ kex: 'diffie-hellman-group-exchange-sha256', bits: 2_048 });

		expect((await device.fetch()).text).toBe(`${hostname()}\n`);
		expect(device.asked()).toEqual({ min: 2_048, preferred: 2_048, max: 2_048 });
	});

	it('that has only larger groups in its file falls back to one that was asked for', async () => {
		await using device = await startWithGroup({ kex: 'diffie-hellman-group-exchange-sha256', bits: 8_192 });

		expect((await device.fetch()).text).toBe(`${hostname()}\n`);
	});

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

/** An OpenSSH server that has one key exchange and one group for it, and what it was asked for. */
async function startWithGroup({ kex, bits }: { readonly kex: string; readonly bits: 2_048 | 8_192 }) {
	const key = makeKey();
	const folder = await temporaryFolder('moduli-');
	const moduli = join(folder.path, 'moduli');
	// Well-known primes: OpenSSL does not prove them anew, so the tests need not wait for that.
	const prime = getDiffieHellman(bits === 2_048 ? 'modp14' : 'modp18').getPrime('hex');
	await writeFile(moduli, `20200101000000 2 6 100 ${bits - 1} 2 ${prime}\n`);
	const sshd = await startSshd({
		authorizedKeys: [key.publicKey],
		config: [`KexAlgorithms ${kex}`, `ModuliFile ${moduli}`],
	});
	const wire = await startWiretap(sshd.port);
	const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });
	return {
		fetch: (connection: { readonly sshAlgorithms?: 'legacy' } = {}) =>
			fetchOne(
				{ ...sshd, port: wire.port },
				{ platform, connection: { credentials, timeouts: FOR_LARGE_GROUPS, ...connection } },
			),
		asked: () => groupRequestIn(wire.sent()),
		async [Symbol.asyncDispose]() {
			await wire[Symbol.asyncDispose]();
			await sshd[Symbol.asyncDispose]();
			await folder[Symbol.asyncDispose]();
		},
	};
}

/** The SSH_MSG_KEX_DH_GEX_REQUEST (RFC 4419, section 3) among the packets that a client sends before they are encrypted. */
function groupRequestIn(sent: Buffer): { min: number; preferred: number; max: number } | null {
	let start = sent.indexOf('\n') + 1;
	while (start + 6 < sent.length) {
		const length = sent.readUInt32BE(start);
		if (sent[start + 5] === 34) {
			const [min, preferred, max] = [6, 10, 14].map((offset) => sent.readUInt32BE(start + offset));
			return { min: min ?? 0, preferred: preferred ?? 0, max: max ?? 0 };
		}
		start += 4 + length;
	}
	return null;
}

/** A way to a server of the loopback that keeps what the client sends. */
async function startWiretap(port: number) {
	const chunks: Buffer[] = [];
	const server = createServer((client) => {
		const upstream = connect(port, '127.0.0.1');
		client.on('data', (chunk: Buffer) => chunks.push(chunk));
		client.pipe(upstream).pipe(client);
		for (const [one, other] of [
			[client, upstream],
			[upstream, client],
		] as const)
			one.on('error', () => other.destroy()).once('close', () => other.destroy());
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		sent: () => Buffer.concat(chunks),
		async [Symbol.asyncDispose]() {
			server.close();
			await once(server, 'close');
		},
	};
}
