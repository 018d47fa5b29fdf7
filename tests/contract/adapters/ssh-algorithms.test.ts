import type { Algorithms, ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { startBastion } from '../../support/ssh/bastion-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { fleetBehind, testBastion } from '../../support/ssh/fetch-fleet.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { openLogin } from '../../support/ssh/logins.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = 'hostname R1\n!\nend\n';
const shell = (channel: ServerChannel): void =>
	serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': CONFIG } });
const LEGACY = { connection: { sshAlgorithms: 'legacy' } } as const;
const KEX: Algorithms = { kex: ['diffie-hellman-group1-sha1', 'diffie-hellman-group14-sha1'] };

const startDevice = (algorithms?: Algorithms, ident?: string) =>
	startSshServer({
		login: openLogin,
		shell,
		...(algorithms === undefined ? {} : { algorithms }),
		...(ident === undefined ? {} : { ident }),
	});

describe('a device with legacy algorithms', () => {
	it.each<[string, Algorithms]>([
		['KEX method', KEX],
		['C->S cipher', { cipher: ['3des-cbc', 'aes128-cbc'] }],
		['C->S MAC', { cipher: ['aes128-ctr'], hmac: ['hmac-md5', 'hmac-sha1-96'] }],
	])('is refused for want of a common %s, unless they are allowed', async (kind, algorithms) => {
		await using server = await startDevice(algorithms);
		const theirs = [algorithms.hmac ?? algorithms.kex ?? algorithms.cipher].flat().join(', ');

		const refused = fetchOne(server);

		await expect(refused).rejects.toMatchObject({ code: 'ERR_ALGORITHMS', reason: 'unreachable', reachable: false });
		await expect(refused).rejects.toThrow(`127.0.0.1:${server.port} and this tool have no common ${kind}: `);
		await expect(refused).rejects.toThrow(`: it offers ${theirs}; we offer `);
		await expect(refused).rejects.toThrow(
			'update its software, or write ssh-algorithms: legacy under devices.edge-01 in fleet.yml',
		);
		expect(server.connections).toBe(1);
		expect((await fetchOne(server, LEGACY)).text).toBe(CONFIG);
	});

	it('is told what we offer: nothing legacy by default', async () => {
		await using server = await startDevice(KEX);

		await expect(fetchOne(server)).rejects.toThrow(/; we offer curve25519-sha256\S*, (?:(?!sha1).)*\. It is too old/);
	});

	it('that calls itself Cisco-1.25 is never asked for a group exchange', async () => {
		const kex: Algorithms = { kex: ['diffie-hellman-group-exchange-sha1', 'diffie-hellman-group14-sha1'] };
		await using server = await startDevice(kex, 'Cisco-1.25');

		await expect(fetchOne(server)).rejects.toThrow(
			/^(?!.*we offer [^.]*group-exchange).*ssh-algorithms: legacy under /,
		);
		expect((await fetchOne(server, LEGACY)).text).toBe(CONFIG);
		expect(server.negotiated?.kex).toBe('diffie-hellman-group14-sha1');
	});

	it('still negotiates the best that it has', async () => {
		await using server = await startDevice({
			kex: ['diffie-hellman-group1-sha1', 'diffie-hellman-group14-sha1', 'diffie-hellman-group14-sha256'],
			cipher: ['3des-cbc', 'aes256-ctr'],
			hmac: ['hmac-md5', 'hmac-sha2-256'],
		});

		await fetchOne(server, LEGACY);

		expect(server.negotiated).toMatchObject({
			kex: 'diffie-hellman-group14-sha256',
			cs: { cipher: 'aes256-ctr', mac: 'hmac-sha2-256' },
			sc: { cipher: 'aes256-ctr', mac: 'hmac-sha2-256' },
		});
	});

	it('is not sent to a setting that would not help', async () => {
		// Under this name Cisco offers what OpenSSH calls aes256-gcm@openssh.com.
		await using server = await startDevice({ cipher: ['aes256-gcm'] });

		for (const sshAlgorithms of ['modern', 'legacy'] as const) {
			const refused = fetchOne(server, { connection: { sshAlgorithms } });
			await expect(refused).rejects.toThrow('Update its software, or allow one of ours in its SSH settings');
			await expect(refused).rejects.not.toThrow('ssh-algorithms');
		}
	});
});

describe('a device that prefers a group exchange', () => {
	it.each(['modern', 'legacy'] as const)('is asked for a fixed group: %s', async (sshAlgorithms) => {
		await using server = await startDevice({
			kex: ['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group14-sha256'],
		});

		await fetchOne(server, { connection: { sshAlgorithms } });

		expect(server.negotiated?.kex).toBe('diffie-hellman-group14-sha256');
	});
});

describe('a bastion with legacy algorithms', () => {
	it('is refused by a setting of its own, whatever the devices behind it allow', async () => {
		await using bastion = await startBastion({ login: openLogin, algorithms: KEX });
		await using server = await startDevice();

		const refusing = fleetBehind(testBastion(bastion), [server]);
		await using _refusing = refusing.adapter;
		await expect(fetchFirst(refusing)).rejects.toThrow(
			/^bastion ams \(127.*no common KEX method.*write ssh-algorithms: legacy under bastions\.ams in fleet\.yml/,
		);

		const allowing = fleetBehind(testBastion(bastion, { sshAlgorithms: 'legacy' }), [server]);
		await using _allowing = allowing.adapter;
		expect((await fetchFirst(allowing)).text).toBe(CONFIG);
	});

	it('does not weaken what is behind it', async () => {
		await using bastion = await startBastion({ login: openLogin });
		await using server = await startDevice(KEX);
		const fleet = fleetBehind(testBastion(bastion, { sshAlgorithms: 'legacy' }), [server]);
		await using _closing = fleet.adapter;

		await expect(fetchFirst(fleet)).rejects.toThrow('ssh-algorithms: legacy under devices.edge-1 in fleet.yml');
	});
});

function fetchFirst({ adapter, devices: [device] }: ReturnType<typeof fleetBehind>) {
	if (device === undefined) throw new Error('a fleet without devices');
	return adapter.fetchConfig(device, AbortSignal.timeout(20_000));
}
