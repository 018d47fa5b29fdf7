import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SimulatedDevice } from '../../../src/simulator/simulated-device.ts';
import { demoClientKey, hostKeyOf } from '../../../src/simulator/simulated-keys.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const installed = spawnSync('ssh', ['-V']).status === 0;

interface OpenSsh extends AsyncDisposable {
	run(options: {
		readonly device: string;
		readonly args?: readonly string[];
		readonly input?: string;
	}): Promise<SshResult>;
}

interface SshResult {
	readonly stdout: string;
	readonly stderr: string;
	readonly status: number | string | null | undefined;
}

/**
 * Debian's `ssh` with the demo key and a known_hosts that holds the key of every device's name, nothing else of the
 * machine's.
 */
async function openSshFor(fleet: SimulatedFleet, devices: readonly SimulatedDevice[]): Promise<OpenSsh> {
	const folder = await mkdtemp(join(tmpdir(), 'simulated-fleet-'));
	const identity = join(folder, 'id');
	const knownHosts = join(folder, 'known_hosts');
	await writeFile(identity, demoClientKey().privateKey, { mode: 0o600 });
	await writeFile(
		knownHosts,
		devices.map(({ name }) => `[${fleet.host}]:${fleet.portOf(name)} ${hostKeyOf(name).publicKey}\n`).join(''),
	);
	const options = [
		'StrictHostKeyChecking=yes',
		'BatchMode=yes',
		'IdentitiesOnly=yes',
		`UserKnownHostsFile=${knownHosts}`,
	];
	const fixed = ['-F', 'none', '-i', identity, ...options.flatMap((option) => ['-o', option])];
	return {
		run: ({ device, args = [], input = '' }) =>
			new Promise((resolve) => {
				const address = ['-p', String(fleet.portOf(device)), `auditor@${fleet.host}`];
				const child = execFile('ssh', [...fixed, ...address, ...args], (error, stdout, stderr) =>
					resolve({ stdout, stderr, status: error === null ? 0 : error.code }),
				);
				child.stdin?.end(input);
			}),
		[Symbol.asyncDispose]: () => removeFolder(folder),
	};
}

describe.skipIf(!installed)(`OpenSSH's client${installed ? '' : ' (not installed)'}`, () => {
	it('serves a client that would like to compress, without compression', async () => {
		const devices = [simulatedDevice({ platform: 'frr' })];
		await using fleet = await startSimulatedFleet({ devices });
		await using ssh = await openSshFor(fleet, devices);

		const result = await ssh.run({
			device: devices[0]?.name ?? '',
			args: ['-C', '-v', "vtysh -c 'show running-config'"],
		});

		expect(result).toMatchObject({ status: 0 });
		expect(result.stderr).toMatch(/compression: none/u);
	});

	it('logs in by key to a pinned host key and reads a running-config over exec', async () => {
		const devices = [simulatedDevice({ platform: 'frr', latencyMs: 5 })];
		await using fleet = await startSimulatedFleet({ devices });
		await using ssh = await openSshFor(fleet, devices);

		const { stdout, status } = await ssh.run({ device: 'edge-01', args: ["vtysh -c 'show running-config'"] });

		expect(stdout).toMatch(/^Building configuration[\s\S]+\nend\n$/);
		expect(status).toBe(0);
	});

	it('passes the exit status of a rejected command on', async () => {
		const devices = [simulatedDevice({ platform: 'frr' })];
		await using fleet = await startSimulatedFleet({ devices });
		await using ssh = await openSshFor(fleet, devices);

		const { stderr, status } = await ssh.run({ device: 'edge-01', args: ['reboot'] });

		expect(stderr).toContain('-bash: reboot: command not found');
		expect(status).toBe(127);
	});

	it.each(['cisco_ios', 'cisco_nxos', 'cisco_xr', 'arista_eos'])('has a conversation with %s', async (platform) => {
		const devices = [simulatedDevice({ platform, pageLines: 5 })];
		await using fleet = await startSimulatedFleet({ devices });
		await using ssh = await openSshFor(fleet, devices);

		const input = 'terminal length 0\rshow running-config\rexit\r';
		const { stdout, status } = await ssh.run({ device: 'edge-01', args: ['-tt'], input });

		expect(stdout).toContain('\r\ninterface Ethernet0/0\r\n description uplink\r\n');
		expect(stdout).not.toContain('--More--');
		expect(status).toBe(0);
	});

	it('refuses a device that shows another host key', async () => {
		const devices = [simulatedDevice({ fault: 'wrong-host-key' })];
		await using fleet = await startSimulatedFleet({ devices });
		await using ssh = await openSshFor(fleet, devices);

		const { stderr, status } = await ssh.run({ device: 'edge-01', args: ['-tt'] });

		expect(stderr).toContain('Host key verification failed');
		expect(status).toBe(255);
	});
});

const keygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.skipIf(!keygen)(`ssh-keygen${keygen ? '' : ' (not installed)'}`, () => {
	it('computes the fingerprint that hostKeyOf() names', () => {
		const { stdout } = spawnSync('ssh-keygen', ['-lf', '-'], {
			input: hostKeyOf('edge-01').publicKey,
			encoding: 'utf8',
		});

		expect(stdout.split(' ')[1]).toBe(hostKeyOf('edge-01').fingerprint);
	});
});
