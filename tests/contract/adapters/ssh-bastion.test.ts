import { describe, expect, it } from 'vitest';
import { sshdMissing, startSshd } from '../../support/openssh/sshd.ts';
import { startBastion } from '../../support/ssh/bastion-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { fleetBehind, testBastion } from '../../support/ssh/fetch-fleet.ts';
import { openLogin, passwordLogin } from '../../support/ssh/logins.ts';
import { systemClock, testCredentials } from '../../support/ssh/ssh-fixtures.ts';
import { type SshServer, startSshServer } from '../../support/ssh/ssh-server.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';

const CONFIG = 'hostname R1\n!\nend\n';
const jump = passwordLogin('jump password');

describe('a bastion', () => {
	it('gives all its devices one connection, with its own login', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(8);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers);
		await using _closing = adapter;

		const fetched = await Promise.all(
			devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(20_000))),
		);

		expect(fetched.map(({ text }) => text)).toEqual(devices.map(() => CONFIG));
		expect(fetched.map(({ session }) => session.handshakes).toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
		expect(bastion.handshakes).toBe(1);
		expect(bastion.attempts).toEqual(['password']);
	});

	it('is closed with the adapter, and nothing stays open', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(2);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers);
		await Promise.all(devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(20_000))));

		await adapter[Symbol.asyncDispose]();

		await expect.poll(() => [bastion.open, ...fleet.servers.map((server) => server.open)]).toEqual([0, 0, 0]);
	});

	it('takes no more devices at once than it may', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(9);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers, { perBastion: 3 });
		await using _closing = adapter;

		await Promise.all(devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(20_000))));

		expect(bastion.peak).toBeLessThanOrEqual(3);
		expect(bastion.forwarded).toHaveLength(9);
	});

	it('frees the place of a device that is given up', async () => {
		await using bastion = await startBastion({ login: jump });
		await using silent = await startSshServer({ login: openLogin, shell: () => undefined });
		await using fleet = await startDevices(1);
		const { adapter, devices } = fleetBehind(testBastion(bastion), [silent, silent, ...fleet.servers], {
			perBastion: 1,
		});
		await using _closing = adapter;
		const outcomes = devices.map((device, index) =>
			adapter.fetchConfig(device, AbortSignal.timeout(index < 2 ? 300 : 20_000)).catch((error: unknown) => error),
		);

		expect(await Promise.all(outcomes)).toMatchObject([
			{ code: 'ERR_TIMEOUT' },
			{ code: 'ERR_TIMEOUT' },
			{ text: CONFIG },
		]);
	});

	it('that refuses the login is asked once, for all its devices', async () => {
		await using bastion = await startBastion({ login: passwordLogin('another') });
		await using fleet = await startDevices(5);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers);
		await using _closing = adapter;

		for (const device of devices) {
			await expect(adapter.fetchConfig(device, AbortSignal.timeout(20_000))).rejects.toMatchObject({
				code: 'ERR_AUTHENTICATION',
				device: device.name,
				reachable: false,
				message: expect.stringMatching(/^bastion ams \(127\.0\.0\.1:\d+\) refused the password\. /),
			});
		}
		expect(bastion.attempts).toEqual(['password']);
	});

	it('has its own host key, which is verified', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(1);
		const impostor = testBastion(bastion, { hostKey: makeKey().fingerprint });
		const { adapter, devices } = fleetBehind(impostor, fleet.servers);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			message: expect.stringContaining('but bastions.ams pins SHA256:'),
		});
		expect(bastion.attempts).toEqual([]);
	});

	it('does not vouch for the device behind it', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(1);
		const servers = fleet.servers.map(({ port }) => ({ port, fingerprint: makeKey().fingerprint }));
		const { adapter, devices } = fleetBehind(testBastion(bastion), servers);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			message: expect.stringContaining('devices.edge-1 pins'),
		});
	});

	it('that has dropped its connection is asked for another', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(2);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers);
		await using _closing = adapter;

		await fetchFirst(adapter, devices);
		bastion.drop();
		const { text, session } = await fetchFirst(adapter, devices.slice(1));

		expect(text).toBe(CONFIG);
		expect(session.handshakes).toBe(2);
		expect(bastion.handshakes).toBe(2);
	});

	it('that breaks while a config comes leaves no half of it', async () => {
		await using bastion = await startBastion({ login: jump });
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) =>
				serveCli(channel, {
					prompt: 'R1#',
					replies: {},
					misbehave: {
						'show running-config': () => {
							channel.write('hostname R1\r\n');
							setTimeout(() => bastion.drop(), 50);
						},
					},
				}),
		});
		const { adapter, devices } = fleetBehind(testBastion(bastion), [server]);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({ code: 'ERR_INCOMPLETE', reachable: true });
	});

	it('says that the device behind it does not listen', async () => {
		await using bastion = await startBastion({ login: jump });
		await using fleet = await startDevices(1);
		const dead = await startDevices(1);
		await dead[Symbol.asyncDispose]();
		const { adapter, devices } = fleetBehind(testBastion(bastion), [...dead.servers, ...fleet.servers]);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			reachable: false,
			message: expect.stringMatching(/^bastion ams \(.*\) could not connect to 127\.0\.0\.1:\d+\. /),
		});
		expect((await fetchFirst(adapter, devices.slice(1))).text).toBe(CONFIG);
	});

	it('that forbids forwarding is told so', async () => {
		await using bastion = await startSshServer({ login: jump });
		await using fleet = await startDevices(1);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({ code: 'ERR_UNREACHABLE' });
	});

	it('that cannot be reached is left alone for a while, then tried again', async () => {
		let now = 0;
		const clock = { ...systemClock, elapsed: () => now };
		await using fleet = await startDevices(1);
		await using bastion = await startBastion({ login: jump, intercept: (socket) => !socket.destroy() });
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers, { clock });
		await using _closing = adapter;
		const failure = { code: 'ERR_UNREACHABLE', message: expect.stringContaining('hung up during the handshake') };

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject(failure);
		const asked = bastion.connections;
		now = 29_000;
		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject(failure);
		expect(bastion.connections).toBe(asked);
		now = 31_000;
		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject(failure);
		expect(bastion.connections).toBeGreaterThan(asked);
	});
});

describe.skipIf(sshdMissing !== null)(`OpenSSH as bastion${sshdMissing === null ? '' : ` (${sshdMissing})`}`, () => {
	it('lets 100 devices at once through one handshake, with its default limits', async () => {
		const key = makeKey();
		await using sshd = await startSshd({ authorizedKeys: [key.publicKey] });
		await using fleet = await startDevices(100);
		const credentials = testCredentials({ username: sshd.username, password: null, privateKey: key.privateKey });
		const { adapter, devices } = fleetBehind(testBastion(sshd, { credentials }), fleet.servers, { connectMs: 20_000 });
		await using _closing = adapter;

		const fetched = await Promise.all(
			devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(50_000))),
		);

		expect(fetched.filter(({ text }) => text === CONFIG)).toHaveLength(100);
		expect(sshd.log().match(/^Accepted publickey/gm)).toHaveLength(1);
		expect(fetched.reduce((sum, { session }) => sum + session.handshakes, 0)).toBe(101);
	});
});

interface Devices extends AsyncDisposable {
	readonly servers: readonly SshServer[];
}

async function startDevices(count: number): Promise<Devices> {
	const start = (): Promise<SshServer> =>
		startSshServer({
			login: passwordLogin('open sesame'),
			shell: (channel) => serveCli(channel, { prompt: 'R1#', replies: { 'show running-config': CONFIG } }),
		});
	const servers = await Promise.all(Array.from({ length: count }, start));
	return {
		servers,
		[Symbol.asyncDispose]: async () => {
			await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
		},
	};
}

function fetchFirst(
	...[adapter, devices]: [ReturnType<typeof fleetBehind>['adapter'], ReturnType<typeof fleetBehind>['devices']]
) {
	const [device] = devices;
	if (device === undefined) throw new Error('no device');
	return adapter.fetchConfig(device, AbortSignal.timeout(20_000));
}
