import { describe, expect, it } from 'vitest';
import { doctorCommand } from '../../../src/commands/doctor.ts';
import { folderOfFleet } from '../../support/folder-of-fleet.ts';
import { runCommand } from '../../support/run-command.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = 'version 17.9\nhostname R1\nend\n';

describe('doctor', () => {
	it('tells of every device in the order of the fleet, and ends with 3 where one is not well', async () => {
		await using server = await startSshServer({
			login: passwordLogin('open sesame'),
			shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': CONFIG } }),
		});
		const at = (fingerprint: string): string => `{ host: 127.0.0.1, port: ${server.port}, host-key: "${fingerprint}" }`;
		await using folder = await folderOfFleet({
			intended: { 'edge-01': CONFIG, 'edge-02': CONFIG },
			devices: { 'edge-01': at(`SHA256:${'A'.repeat(43)}`), 'edge-02': at(server.fingerprint) },
		});
		const doctor = (device: string) =>
			runCommand(doctorCommand, [device], { cwd: folder.path, env: { PASSWORD: 'open sesame' } });

		const [well, both] = [await doctor('edge-02'), await doctor('*')];

		expect(well.exitCode).toBe(0);
		expect(well.stdout).toContain('edge-02');
		expect(both.exitCode).toBe(3);
		expect(both.stdout).toMatch(/edge-01[\s\S]*edge-02/);
		expect(both.stdout).not.toContain('open sesame');
	});
});
