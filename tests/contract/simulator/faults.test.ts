import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/simulator/simulated-device.ts';
import { demoClientKey, hostKeyOf } from '../../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { freePort } from '../../support/free-port.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { connectSsh } from '../../support/ssh-conversation.ts';

const login = { username: 'auditor', privateKey: demoClientKey().privateKey };

function withFault(fault: Fault, platform = 'cisco_ios'): Promise<SimulatedFleet> {
	return startSimulatedFleet({ devices: [simulatedDevice({ fault, platform })] });
}

describe('a simulated device with a fault', () => {
	it('refuses connections when it is unreachable', async () => {
		await using fleet = await withFault('unreachable');
		const port = fleet.portOf('edge-01');

		await expect(connectSsh({ ...login, port })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	});

	it('turns the right login down when authentication fails', async () => {
		await using fleet = await withFault('auth-failed');

		const connected = connectSsh({
			...login,
			password: simulatedDevice().password ?? '',
			port: fleet.portOf('edge-01'),
		});

		await expect(connected).rejects.toMatchObject({ level: 'client-authentication' });
		expect(fleet.sessions.get('edge-01')).toMatchObject({ handshakes: 1, authAttempts: 2, commands: [] });
	});

	it('shows a key that is not the pinned one', async () => {
		await using fleet = await withFault('wrong-host-key');
		const pinned = hostKeyOf('edge-01').publicKey;

		const connected = connectSsh({
			...login,
			port: fleet.portOf('edge-01'),
			hostVerifier: (key: Buffer) => pinned === `ssh-ed25519 ${key.toString('base64')}`,
		});

		await expect(connected).rejects.toThrow(/Host denied/);
		expect(fleet.sessions.get('edge-01')?.authAttempts).toBe(0);
	});

	it('prompts again after a truncated running-config', async () => {
		await using fleet = await withFault('truncated');
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });
		const shell = await ssh.shell();
		await shell.readUntil('edge-01#');

		shell.type('show running-config\n');

		expect(await shell.readUntil('\r\nedge-01#')).not.toMatch(/^end\r$/m);
	});

	it('even exits with 0 after a truncated running-config', async () => {
		await using fleet = await withFault('truncated', 'frr');
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		const { stdout, status } = await ssh.exec("vtysh -c 'show running-config'");

		expect(stdout).not.toMatch(/^end$/m);
		expect(status).toBe(0);
	});

	it.each(['cisco_ios', 'frr'])('drops the connection of %s half-way', async (platform) => {
		await using fleet = await withFault('dropped', platform);
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });

		if (platform === 'frr') {
			const { stdout, status } = await ssh.exec("vtysh -c 'show running-config'");
			expect(stdout).toContain('Building configuration');
			expect(status).toBeNull();
		} else {
			const shell = await ssh.shell();
			shell.type('show running-config\n');
			await shell.readUntil('Building configuration');
		}

		await ssh.closed;
	});

	it('hangs after half of the running-config and keeps the connection open', async () => {
		await using fleet = await withFault('hang');
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });
		const shell = await ssh.shell();

		shell.type('show running-config\nshow running-config\n');
		await shell.readUntil('Building configuration');
		await new Promise((resolve) => setTimeout(resolve, 100));

		expect(shell.pending()).not.toMatch(/edge-01#/);
		expect(fleet.sessions.get('edge-01')?.commands).toEqual(['show running-config']);
		expect(await Promise.race([ssh.closed, Promise.resolve('still open')])).toBe('still open');
	});

	it('accepts and says nothing when it is silent', async () => {
		await using fleet = await withFault('silent');

		const connected = connectSsh({ ...login, port: fleet.portOf('edge-01'), readyTimeout: 100 });

		await expect(connected).rejects.toThrow(/Timed out while waiting for handshake/);
		expect(fleet.sessions.get('edge-01')).toMatchObject({ connections: 1, handshakes: 0 });
	});

	it('resets the first connection only when it resets once', async () => {
		await using fleet = await withFault('resets-once');
		const port = fleet.portOf('edge-01');

		await expect(connectSsh({ ...login, port })).rejects.toMatchObject({ code: 'ECONNRESET' });
		await using _ssh = await connectSsh({ ...login, port });

		expect(fleet.sessions.get('edge-01')).toMatchObject({ connections: 2, handshakes: 1 });
	});
});

describe('startSimulatedFleet', () => {
	it('listens on the ports that the devices have of their own, and frees them again', async () => {
		const [first, second] = [await freePort(), await freePort()];
		const devices = [
			simulatedDevice({ name: 'edge-01', port: first }),
			simulatedDevice({ name: 'edge-02', port: second, fault: 'unreachable' }),
		];

		for (let start = 0; start < 2; start += 1) {
			await using fleet = await startSimulatedFleet({ devices, ports: 'as-configured' });
			expect([fleet.portOf('edge-01'), fleet.portOf('edge-02')]).toEqual([first, second]);
			await using _ssh = await connectSsh({ ...login, port: first });
		}
	});

	it('says which device has no port, and leaves no other one switched on', async () => {
		const port = await freePort();
		const devices = [simulatedDevice({ name: 'edge-01', port }), simulatedDevice({ name: 'edge-02', port })];

		const started = startSimulatedFleet({ devices, ports: 'as-configured' });

		await expect(started).rejects.toThrow(`simulated device edge-02 cannot have port ${port}`);
		await expect(connectSsh({ ...login, port })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	});

	it.each([
		[[simulatedDevice(), simulatedDevice()], 'two simulated devices are called edge-01'],
		[[simulatedDevice({ platform: 'cisco_oss' })], 'no simulated device runs "cisco_oss"'],
	])('refuses a fleet that cannot be', async (devices, complaint) => {
		await expect(startSimulatedFleet({ devices })).rejects.toThrow(complaint);
	});
});
