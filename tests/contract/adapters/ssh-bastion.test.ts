import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import type { Bastion } from '../../../src/domain/connection.ts';
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

	it('that says nothing is not waited for when the adapter is closed', async () => {
		await using bastion = await startBastion({ login: jump, intercept: () => false });
		await using fleet = await startDevices(1);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers, { connectMs: 300_000 });
		const fetching = fetchFirst(adapter, devices).catch((error: unknown) => error);
		await expect.poll(() => bastion.connections).toBe(1);

		await adapter[Symbol.asyncDispose]();

		expect(await fetching).toMatchObject({ code: 'ERR_CANCELLED' });
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
				message: expect.stringMatching(
					/^bastion ams \(127\.0\.0\.1:\d+\) refused the password\. .* Login: credentials\.jump$/,
				),
				messageInFull: expect.stringMatching(/ Login: credentials\.jump as hopper$/),
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

	it('that breaks while a config comes is asked for another connection, once', async () => {
		await using bastion = await startBastion({ login: jump });
		let breaks = 1;
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) =>
				serveCli(channel, {
					prompt: 'R1#',
					replies: { 'show running-config': CONFIG },
					...(breaks-- > 0 ? { misbehave: { 'show running-config': () => breakHalfway(channel, bastion) } } : {}),
				}),
		});
		const { adapter, devices } = fleetBehind(testBastion(bastion), [server]);
		await using _closing = adapter;

		const { text, session } = await fetchFirst(adapter, devices);

		expect(text).toBe(CONFIG);
		expect(session.handshakes).toBe(4);
		expect([bastion.handshakes, server.handshakes]).toEqual([2, 2]);
	});

	it('that breaks again and again leaves no half of a config', async () => {
		await using bastion = await startBastion({ login: jump });
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) =>
				serveCli(channel, {
					prompt: 'R1#',
					replies: {},
					misbehave: { 'show running-config': () => breakHalfway(channel, bastion) },
				}),
		});
		const { adapter, devices } = fleetBehind(testBastion(bastion), [server]);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_INCOMPLETE',
			reachable: true,
			message: expect.stringContaining('bastion ams dropped its connection twice'),
		});
		expect(server.handshakes).toBe(2);
	});

	it('is not asked for another connection when the device breaks its own', async () => {
		await using bastion = await startBastion({ login: jump });
		await using server = await startSshServer({
			login: openLogin,
			shell: (channel) =>
				serveCli(channel, {
					prompt: 'R1#',
					replies: {},
					misbehave: { 'show running-config': () => breakHalfway(channel, server) },
				}),
		});
		const { adapter, devices } = fleetBehind(testBastion(bastion), [server]);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({ code: 'ERR_INCOMPLETE', reachable: true });
		expect([bastion.handshakes, server.handshakes]).toEqual([1, 1]);
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

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('It forbids forwarding'),
		});
	});

	it('that finds no way to a device is asked once', async () => {
		let asked = 0;
		const forward = (_to: unknown, _accept: unknown, reject: () => void): void => {
			asked += 1;
			reject();
		};
		await using bastion = await startSshServer({ login: jump, forward });
		await using fleet = await startDevices(1);
		const { adapter, devices } = fleetBehind(testBastion(bastion), fleet.servers);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('Check the address, and that the device listens there'),
		});
		expect(asked).toBe(1);
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

describe('a chain of bastions', () => {
	it('gives everything behind it one connection each, with their own logins', async () => {
		await using outer = await startBastion({ login: passwordLogin('outer password') });
		await using inner = await startBastion({ login: jump });
		await using fleet = await startDevices(8);
		const { adapter, devices } = fleetBehind(chained(inner, outer), fleet.servers);
		await using _closing = adapter;

		const fetched = await Promise.all(
			devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(20_000))),
		);

		expect(fetched.map(({ text }) => text)).toEqual(devices.map(() => CONFIG));
		expect(fetched.map(({ session }) => session.handshakes).toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 3]);
		expect([outer.handshakes, inner.handshakes]).toEqual([1, 1]);
		expect(outer.forwarded).toEqual([inner.port]);
		expect(inner.forwarded.toSorted()).toEqual(fleet.servers.map(({ port }) => port).toSorted());
	});

	it.each(['outer', 'inner'] as const)('is built anew when the %s one has dropped its connection', async (which) => {
		await using outer = await startBastion({ login: passwordLogin('outer password') });
		await using inner = await startBastion({ login: jump });
		await using fleet = await startDevices(2);
		const { adapter, devices } = fleetBehind(chained(inner, outer), fleet.servers);
		await using _closing = adapter;

		await fetchFirst(adapter, devices);
		({ outer, inner })[which].drop();
		const { text, session } = await fetchFirst(adapter, devices.slice(1));

		expect(text).toBe(CONFIG);
		expect(session.handshakes).toBe(which === 'outer' ? 3 : 2);
		expect(inner.handshakes).toBe(2);
	});

	it('names the one that refuses the login, which is asked once', async () => {
		await using outer = await startBastion({ login: passwordLogin('another') });
		await using inner = await startBastion({ login: jump });
		await using fleet = await startDevices(3);
		const { adapter, devices } = fleetBehind(chained(inner, outer), fleet.servers);
		await using _closing = adapter;

		for (const device of devices) {
			await expect(adapter.fetchConfig(device, AbortSignal.timeout(20_000))).rejects.toMatchObject({
				code: 'ERR_AUTHENTICATION',
				message: expect.stringMatching(/^bastion outer \(127\.0\.0\.1:\d+\) refused the password\. /),
			});
		}
		expect([outer.attempts, inner.connections]).toEqual([['password'], 0]);
	});

	it('verifies the host key of each', async () => {
		await using outer = await startBastion({ login: passwordLogin('outer password') });
		await using inner = await startBastion({ login: jump });
		await using fleet = await startDevices(1);
		const impostor = { ...chained(inner, outer), hostKey: makeKey().fingerprint };
		const { adapter, devices } = fleetBehind(impostor, fleet.servers);
		await using _closing = adapter;

		await expect(fetchFirst(adapter, devices)).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			message: expect.stringContaining('but bastions.ams pins SHA256:'),
		});
		expect(inner.attempts).toEqual([]);
	});

	it('is closed with the adapter, and nothing stays open', async () => {
		await using outer = await startBastion({ login: passwordLogin('outer password') });
		await using inner = await startBastion({ login: jump });
		await using fleet = await startDevices(2);
		const { adapter, devices } = fleetBehind(chained(inner, outer), fleet.servers);
		await Promise.all(devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(20_000))));

		await adapter[Symbol.asyncDispose]();

		await expect.poll(() => [outer, inner, ...fleet.servers].map(({ open }) => open)).toEqual([0, 0, 0, 0]);
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

describe.skipIf(sshdMissing !== null)(`two OpenSSH bastions${sshdMissing === null ? '' : ` (${sshdMissing})`}`, () => {
	it('in a row let 30 devices at once through one handshake each', async () => {
		const key = makeKey();
		await using outer = await startSshd({ authorizedKeys: [key.publicKey] });
		await using inner = await startSshd({ authorizedKeys: [key.publicKey] });
		await using fleet = await startDevices(30);
		const credentials = testCredentials({ username: outer.username, password: null, privateKey: key.privateKey });
		const first = testBastion(outer, { name: 'outer', credentials });
		const second = testBastion(inner, { credentials, bastion: first });
		const { adapter, devices } = fleetBehind(second, fleet.servers, { connectMs: 20_000 });
		await using _closing = adapter;

		const fetched = await Promise.all(
			devices.map((device) => adapter.fetchConfig(device, AbortSignal.timeout(50_000))),
		);

		expect(fetched.filter(({ text }) => text === CONFIG)).toHaveLength(30);
		for (const sshd of [outer, inner]) expect(sshd.log().match(/^Accepted publickey/gm)).toHaveLength(1);
	});
});

/** The inner one is reached through the outer one. */
function chained(inner: SshServer, outer: SshServer): Bastion {
	const credentials = testCredentials({ username: 'jump', password: 'outer password' });
	return testBastion(inner, { bastion: testBastion(outer, { name: 'outer', credentials }) });
}

function breakHalfway(channel: ServerChannel, server: Pick<SshServer, 'drop'>): void {
	channel.write('hostname R1\r\n');
	setTimeout(() => server.drop(), 50);
}

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
