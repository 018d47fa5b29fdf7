import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { demoClientKey } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { connectSsh, type SshClient } from '../../support/ssh-conversation.ts';

const login = { username: 'auditor', privateKey: demoClientKey().privateKey };

describe('a simulated fleet that is disposed of', () => {
	it('lets its process end by itself, in the middle of whatever its devices were doing', async () => {
		const program = fileURLToPath(new URL('dispose-while-busy.ts', import.meta.url));

		const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 15_000 });

		expect(JSON.parse(stdout)).toEqual({ connected: 5, stillOpen: [] });
	});
});

describe('a simulated device whose client goes away', () => {
	it.each([
		['ends its connection', (ssh: SshClient) => ssh.client.end()],
		['breaks it off', (ssh: SshClient) => ssh.client.destroy()],
	])('goes on when it %s before the answer is there', async (_, leave) => {
		const devices = ['cisco_ios', 'frr'].map((platform) =>
			simulatedDevice({ name: platform, platform, commandMs: 80, latencyMs: 5, pageLines: 3 }),
		);
		await using fleet = await startSimulatedFleet({ devices });

		await using shellClient = await connectSsh({ ...login, port: fleet.portOf('cisco_ios') });
		(await shellClient.shell()).type('show running-config\n');
		await using execClient = await connectSsh({ ...login, port: fleet.portOf('frr') });
		const unanswered = execClient.exec("vtysh -c 'show running-config'").catch(() => null);
		await expect.poll(() => [...fleet.sessions.values()].map(({ commands }) => commands.length)).toEqual([1, 1]);
		for (const ssh of [shellClient, execClient]) leave(ssh);
		await unanswered;
		await new Promise((resolve) => setTimeout(resolve, 150));

		for (const { name } of devices) {
			await using ssh = await connectSsh({ ...login, port: fleet.portOf(name) });
			expect(ssh.client).toBeDefined();
		}
	});
});

describe('a simulated fleet of many devices', () => {
	it('answers two hundred at once', async () => {
		const devices = Array.from({ length: 200 }, (_, index) =>
			simulatedDevice({ name: `leaf-${index}`, platform: 'frr', latencyMs: 10, commandMs: 50 }),
		);
		await using fleet = await startSimulatedFleet({ devices });

		const statuses = await Promise.all(
			devices.map(async ({ name }) => {
				await using ssh = await connectSsh({ ...login, port: fleet.portOf(name) });
				return (await ssh.exec("vtysh -c 'show running-config'")).status;
			}),
		);

		expect(statuses).toEqual(Array(200).fill(0));
	});
});

describe('the time that a simulated device takes', () => {
	it('is a round trip per message, from the handshake on, and the time of the command', async () => {
		const device = simulatedDevice({ platform: 'frr', latencyMs: 40, commandMs: 200 });
		await using fleet = await startSimulatedFleet({ devices: [device] });

		const start = performance.now();
		await using ssh = await connectSsh({ ...login, port: fleet.portOf('edge-01') });
		const loggedIn = performance.now();
		await ssh.exec("vtysh -c 'show running-config'");
		const answered = performance.now();

		// Identification, key exchange, new keys, none, key offered, key signed: five that wait for each other at the least.
		expect(loggedIn - start).toBeGreaterThan(5 * 40);
		expect(answered - loggedIn).toBeGreaterThan(200 + 2 * 40 - 5);
	});
});
