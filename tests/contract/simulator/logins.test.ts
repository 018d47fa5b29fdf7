import ssh2, { type IdentityCallback, type KeyboardInteractiveAuthMethod, type SignCallback } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { demoClientKey, hostKeyOf } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { connectSsh } from '../../support/ssh-conversation.ts';

describe('logins of a simulated device', () => {
	it('takes a password', async () => {
		const device = simulatedDevice({ publicKey: null });
		await using fleet = await startSimulatedFleet({ devices: [device] });

		await using ssh = await connectSsh({
			port: fleet.portOf('edge-01'),
			username: device.username,
			password: device.password ?? '',
		});

		expect(ssh.client).toBeDefined();
		expect(fleet.sessions.get('edge-01')).toMatchObject({ connections: 1, handshakes: 1, authAttempts: 1 });
	});

	it('takes a key, which is asked about first and counted once', async () => {
		const device = simulatedDevice({ platform: 'juniper_junos', password: null });
		await using fleet = await startSimulatedFleet({ devices: [device] });

		await using _ssh = await connectSsh({
			port: fleet.portOf('edge-01'),
			username: device.username,
			privateKey: demoClientKey().privateKey,
		});

		expect(fleet.sessions.get('edge-01')?.authAttempts).toBe(1);
	});

	it('asks by keyboard-interactive where the platform takes passwords no other way', async () => {
		const device = simulatedDevice({ platform: 'cisco_nxos' });
		await using fleet = await startSimulatedFleet({ devices: [device] });
		const login = { port: fleet.portOf('edge-01'), username: device.username, password: device.password ?? '' };

		const byPassword = connectSsh({ ...login, authHandler: ['none', 'password'] });
		await expect(byPassword).rejects.toThrow(/authentication methods failed/);

		const asked: string[] = [];
		const byKeyboard: KeyboardInteractiveAuthMethod = {
			type: 'keyboard-interactive',
			username: device.username,
			prompt: (_name, _instructions, _language, prompts, finish) => {
				asked.push(...prompts.map(({ prompt }) => prompt));
				finish([login.password]);
			},
		};
		await using _ssh = await connectSsh({ ...login, authHandler: [byKeyboard] });
		expect(asked).toEqual(['Password: ']);
	});

	it.each([
		['password', { password: 'wrong' }],
		['user', { username: 'nobody' }],
		['key', { password: undefined, privateKey: hostKeyOf('somebody else').privateKey }],
	])('turns a wrong %s down', async (_, wrong) => {
		const device = simulatedDevice();
		await using fleet = await startSimulatedFleet({ devices: [device] });
		const login = { port: fleet.portOf('edge-01'), username: device.username, password: device.password ?? '' };

		await expect(connectSsh({ ...login, ...wrong })).rejects.toThrow(/authentication methods failed/);

		expect(fleet.sessions.get('edge-01')).toMatchObject({ handshakes: 1, authAttempts: 1, commands: [] });
	});

	it('turns the right key down when somebody else signed', async () => {
		const device = simulatedDevice({ password: null });
		await using fleet = await startSimulatedFleet({ devices: [device] });

		const connected = connectSsh({
			port: fleet.portOf('edge-01'),
			username: device.username,
			agent: new ForgingAgent(),
		});

		await expect(connected).rejects.toThrow(/authentication methods failed/);
		expect(fleet.sessions.get('edge-01')?.authAttempts).toBe(1);
	});

	it('shows the host key of its name', async () => {
		const device = simulatedDevice();
		await using fleet = await startSimulatedFleet({ devices: [device] });

		let shown = '';
		await using _ssh = await connectSsh({
			port: fleet.portOf('edge-01'),
			username: device.username,
			password: device.password ?? '',
			hostVerifier: (key: Buffer) => {
				shown = `ssh-ed25519 ${key.toString('base64')}`;
				return true;
			},
		});

		expect(shown).toBe(hostKeyOf('edge-01').publicKey);
	});

	it('sends its banner before the login', async () => {
		const device = simulatedDevice({ banner: 'Authorised access only #' });
		await using fleet = await startSimulatedFleet({ devices: [device] });
		const client = new ssh2.Client();
		const banner = new Promise<string>((resolve) => client.once('banner', (message) => resolve(message)));
		const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
		client.on('error', () => {});
		client.connect({ host: '127.0.0.1', port: fleet.portOf('edge-01'), username: device.username, password: 'wrong' });

		expect(await banner).toBe('Authorised access only #\r\n');
		await closed;
	});
});

/** Offers the right public key, and signs with another. */
class ForgingAgent extends ssh2.BaseAgent {
	override getIdentities(done: IdentityCallback): void {
		done(undefined, [demoClientKey().publicKey]);
	}

	override sign(_key: unknown, data: Buffer, options: unknown, done?: SignCallback): void {
		const forger = ssh2.utils.parseKey(hostKeyOf('a forger').privateKey);
		if (forger instanceof Error) throw forger;
		const finish = typeof options === 'function' ? (options as SignCallback) : done;
		finish?.(undefined, forger.sign(data));
	}
}
