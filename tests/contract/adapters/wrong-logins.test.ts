import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { auditFolder } from '../../support/audit-folder.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CONFIG = 'version 17.9\nhostname R1\n!\nend\n';
const RIGHT = 'open sesame';

const startDevice = (password: string): Promise<SshServer> =>
	startSshServer({
		login: passwordLogin(password),
		shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': CONFIG } }),
	});

/** Audits a fleet of one login; each place is where a device listens. */
async function audit(places: readonly SshServer[], credentialsOf = (_: number): string => 'lab'): Promise<FleetReport> {
	await using folder = await temporaryFolder('fleet-');
	const lines = places.map(
		({ port, fingerprint }, index) =>
			`  edge-${index}: { host: 127.0.0.1, port: ${port}, host-key: "${fingerprint}", credentials: ${credentialsOf(index)} }`,
	);
	await writeFile(join(folder.path, 'intended.cfg'), CONFIG);
	await writeFile(
		join(folder.path, 'fleet.yml'),
		`
version: 1
intended: intended.cfg
defaults: { platform: cisco_ios }
credentials:
  lab: { username: audit, password: "\${LAB}" }
  other: { username: audit, password: "\${LAB}" }
  unreadable: { username: audit, private-key: "\${UNREADABLE}" }
devices:
${lines.join('\n')}
`,
	);
	return await auditFolder(folder.path, {
		env: { LAB: RIGHT, UNREADABLE: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n' },
	});
}

const passwordsTried = ({ attempts }: SshServer): number => attempts.filter((method) => method === 'password').length;

describe('a login that is wrong', () => {
	it('is tried on three devices of a fleet, and on no other, so that the account behind it is not locked', async () => {
		await using device = await startDevice('changed yesterday');

		const { devices } = await audit(Array(40).fill(device));

		expect(passwordsTried(device)).toBe(3);
		expect(devices.map(({ reason }) => reason)).toEqual(Array(40).fill('auth-failed'));
		const notAsked = devices.filter(({ message }) =>
			/was not asked: the first 3 devices refused this login and none accepted it/.test(message ?? ''),
		);
		expect(notAsked).toHaveLength(37);
	});

	it('keeps no other login back', async () => {
		await using wrong = await startDevice('changed yesterday');
		await using right = await startDevice(RIGHT);
		const places = [...Array(10).fill(wrong), ...Array(10).fill(right)];

		const { fleet } = await audit(places, (index) => (index < 10 ? 'lab' : 'other'));

		expect(fleet).toMatchObject({ inSync: 10, unknown: 10 });
		expect(passwordsTried(wrong)).toBe(3);
	});

	it('is not what credentials are that no device could be shown', async () => {
		await using device = await startDevice(RIGHT);

		const { devices } = await audit(Array(5).fill(device), () => 'unreadable');

		expect(passwordsTried(device)).toBe(0);
		for (const { message } of devices)
			expect(message).toContain('accepts password, and the credentials hold a private key');
	});

	it('on a few devices only, is tried on all', async () => {
		await using wrong = await startDevice('forgotten in a cupboard');
		await using right = await startDevice(RIGHT);
		const places = [wrong, wrong, ...Array(20).fill(right), wrong, wrong];

		const { fleet } = await audit(places);

		expect(fleet).toMatchObject({ inSync: 20, unknown: 4 });
	});
});
