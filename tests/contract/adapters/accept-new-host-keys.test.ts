import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendToTrusted } from '../../../src/composition/fleet/trusted-files.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { auditFolder } from '../../support/audit-folder.ts';
import { startBastion } from '../../support/ssh/bastion-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';
import { makeKey, type TestKey } from '../../support/ssh/test-keys.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CONFIG = 'version 17.9\nhostname R1\n!\nend\n';

const startDevice = (hostKey: TestKey = makeKey()): Promise<SshServer> =>
	startSshServer({
		hostKeys: [hostKey],
		login: passwordLogin('open sesame'),
		shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': CONFIG } }),
	});

/** A folder with a fleet.yml that trusts new keys, and what an audit of it reports. */
async function fleetIn(folder: string, devices: readonly SshServer[], bastion: SshServer | null = null) {
	const lines = devices.map(({ port }, index) => `  edge-${index + 1}: { host: 127.0.0.1, port: ${port} }`);
	const behind = bastion === null ? '' : ', bastion: ams';
	const hop = `{ host: 127.0.0.1, port: ${bastion?.port}, credentials: lab, host-keys: accept-new }`;
	await writeFile(join(folder, 'intended.cfg'), CONFIG);
	await writeFile(
		join(folder, 'fleet.yml'),
		[
			'version: 1\nintended: intended.cfg\nknown-hosts: keys/known_hosts',
			`defaults: { platform: cisco_ios, credentials: lab, host-keys: accept-new${behind} }`,
			`credentials: { lab: { username: audit, password: "\${PASSWORD}" } }`,
			...(bastion === null ? [] : [`bastions: { ams: ${hop} }`]),
			`devices:\n${lines.join('\n')}\n`,
		].join('\n'),
	);
	return async (options: { readonly learning: boolean }): Promise<FleetReport> => {
		return await auditFolder(folder, {
			env: { PASSWORD: 'open sesame' },
			...(options.learning ? { appendTrusted: appendToTrusted(folder) } : {}),
		});
	};
}

const knownHostsIn = (folder: string): Promise<string> => readFile(join(folder, 'keys/known_hosts'), 'utf8');

describe('host-keys: accept-new', () => {
	it('writes the keys of new hosts to known_hosts, says so, and trusts no other afterwards', async () => {
		await using folder = await temporaryFolder('fleet-');
		const keys = [makeKey(), makeKey()];
		await using first = await startDevice(keys[0]);
		await using second = await startDevice(keys[1]);
		const audit = await fleetIn(folder.path, [first, second]);

		const report = await audit({ learning: true });

		expect(report.fleet.inSync).toBe(2);
		expect((await knownHostsIn(folder.path)).trim().split('\n').toSorted()).toEqual(
			[first, second].map(({ port }, index) => `[127.0.0.1]:${port} ${keys[index]?.publicKey}`).toSorted(),
		);
		expect(report.warnings).toEqual([expect.stringMatching(/^trusted at first sight, .* commit keys\/known_hosts$/)]);
		for (const { port, fingerprint } of [first, second]) {
			expect(report.warnings[0]).toContain(`127.0.0.1:${port} ssh-ed25519 ${fingerprint}`);
		}

		const written = await knownHostsIn(folder.path);
		expect(await audit({ learning: true })).toMatchObject({ fleet: { inSync: 2 }, warnings: [] });
		expect(await audit({ learning: false })).toMatchObject({ fleet: { inSync: 2 }, warnings: [] });
		expect(await knownHostsIn(folder.path)).toBe(written);
	});

	it('refuses a key that has changed, and leaves the file as it is', async () => {
		await using folder = await temporaryFolder('fleet-');
		await using device = await startDevice();
		const audit = await fleetIn(folder.path, [device]);
		const before = `[127.0.0.1]:${device.port} ${makeKey().publicKey}`;
		await appendToTrusted(folder.path)('keys/known_hosts', before);

		const report = await audit({ learning: true });

		expect(report.devices).toMatchObject([{ status: 'unknown', reason: 'host-key-mismatch' }]);
		expect(device.attempts).toEqual([]);
		expect(await knownHostsIn(folder.path)).toBe(before);
	});

	it('adds behind a last line that does not end', async () => {
		await using folder = await temporaryFolder('fleet-');
		await using device = await startDevice();
		const audit = await fleetIn(folder.path, [device]);
		await appendToTrusted(folder.path)('keys/known_hosts', '# ours');

		await audit({ learning: true });

		expect(await knownHostsIn(folder.path)).toMatch(/^# ours\n\[127\.0\.0\.1\]:\d+ ssh-ed25519 \S+\n$/);
	});

	it('holds for bastions', async () => {
		await using folder = await temporaryFolder('fleet-');
		await using bastion = await startBastion({ login: passwordLogin('open sesame') });
		await using device = await startDevice();
		const audit = await fleetIn(folder.path, [device], bastion);

		expect((await audit({ learning: true })).fleet.inSync).toBe(1);
		const written = await knownHostsIn(folder.path);
		expect(written).toContain(`[127.0.0.1]:${bastion.port} `);
		expect(written).toContain(`[127.0.0.1]:${device.port} `);
	});

	it('does nothing where nothing may be learnt: as in a check of a change', async () => {
		await using folder = await temporaryFolder('fleet-');
		await using device = await startDevice();
		const audit = await fleetIn(folder.path, [device]);

		await expect(audit({ learning: false })).rejects.toThrow('the known_hosts file of fleet.yml does not exist');
		await appendToTrusted(folder.path)('keys/known_hosts', '# ours\n');
		expect((await audit({ learning: false })).devices).toMatchObject([{ reason: 'host-key-mismatch' }]);
		expect(device.attempts).toEqual([]);
		expect(await knownHostsIn(folder.path)).toBe('# ours\n');
	});
});
