import { describe, expect, it } from 'vitest';
import { demoClientKey } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { connectSsh } from '../../support/ssh-conversation.ts';

const login = { username: 'auditor', privateKey: demoClientKey().privateKey };

describe('an exec request to a simulated device', () => {
	it.each([
		[
			'frr',
			"vtysh -c 'show running-config'",
			/^Building configuration\.\.\.\n\nCurrent configuration:\n!\nfrr version/,
		],
		['juniper_junos', 'show configuration | display omit | no-more', /^## Last commit: .* by netops\nversion 15/],
		['arista_eos', 'show running-config', /^! Command: show running-config\n/],
	])('prints the running-config of %s without echo, prompt or CR', async (platform, command, head) => {
		await using fleet = await startSimulatedFleet({ devices: [simulatedDevice({ platform, pageLines: 4 })] });
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		const { stdout, stderr, status } = await ssh.exec(command);

		expect(stdout).toMatch(head);
		expect(stdout).toMatch(/\nend\n$/);
		expect(stdout).not.toContain('\r');
		expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
		expect(fleet.sessions.get('edge-01')?.commands).toEqual([command]);
	});

	it.each([
		['frr', 127, '-bash: rm: command not found\n'],
		['juniper_junos', 1, '^\nunknown command.\n'],
	])('fails on %s for a command that it does not know', async (platform, expectedStatus, complaint) => {
		await using fleet = await startSimulatedFleet({ devices: [simulatedDevice({ platform })] });
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		const { stdout, stderr, status } = await ssh.exec('rm -rf /');

		expect({ stdout, status }).toEqual({ stdout: '', status: expectedStatus });
		expect(stderr).toContain(complaint);
	});

	it('is refused by an IOS, which gives shells only', async () => {
		await using fleet = await startSimulatedFleet({ devices: [simulatedDevice()] });
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		await expect(ssh.exec('show running-config')).rejects.toThrow(/Unable to exec/);
	});

	it('shares one connection with others', async () => {
		await using fleet = await startSimulatedFleet({ devices: [simulatedDevice({ platform: 'frr', commandMs: 20 })] });
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		const results = await Promise.all([1, 2, 3].map(() => ssh.exec("vtysh -c 'show running-config'")));

		expect(results.map(({ status }) => status)).toEqual([0, 0, 0]);
		expect(fleet.sessions.get('edge-01')?.handshakes).toBe(1);
	});
});
