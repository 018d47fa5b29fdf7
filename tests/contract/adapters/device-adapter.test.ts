import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileDeviceAdapter } from '../../../src/adapters/file/file-device-adapter.ts';
import { NetconfDeviceAdapter } from '../../../src/adapters/netconf/netconf-device-adapter.ts';
import { RestDeviceAdapter } from '../../../src/adapters/rest/rest-device-adapter.ts';
import { SshDeviceAdapter } from '../../../src/adapters/ssh/ssh-device-adapter.ts';
import { Bastions } from '../../../src/adapters/ssh-connection/bastions.ts';
import type { Device, Transport } from '../../../src/domain/device.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import type { DeviceAdapter } from '../../../src/use-cases/ports.ts';
import { Hanging, OVERDUE, PATIENCE_MS } from '../../support/hanging.ts';
import { startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { platformOf } from '../../support/platform-of.ts';
import { restPlatform } from '../../support/rest/fetch-rest.ts';
import { json, startRestServer, testAuthority } from '../../support/rest/rest-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { systemClock, testConnection, testDevice, testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const CONFIG = `${'interface Ethernet1\n description of some length\n'.repeat(2_000)}end\n`;

/** What every way in has to make of a device. */
type Behaviour = 'answers' | 'hangs' | 'cuts its answer' | 'refuses the login';

interface TestedDevice extends AsyncDisposable {
	readonly port: number;
	readonly fingerprint?: string;
	/** TCP connections that are open now. */
	readonly open: number;
}

interface Way {
	readonly transport: Transport;
	readonly platform: Platform;
	/** @param hung - called when a device that hangs has said what it says */
	readonly start: (behaviour: Behaviour, hung: () => void) => Promise<TestedDevice>;
}

const WAYS: readonly Way[] = [
	{
		transport: 'ssh',
		platform: testPlatform(),
		start: (behaviour, hung) =>
			startSshServer({
				login: passwordLogin(behaviour === 'refuses the login' ? 'another' : 'open sesame'),
				shell: (channel) => {
					const replies = { 'show running-config': CONFIG };
					const misbehave = {
						'show running-config': (): void => {
							behave(behaviour, channel);
							hung();
						},
					};
					serveCli(channel, { prompt: 'R1#', replies, ...(behaviour === 'answers' ? {} : { misbehave }) });
				},
			}),
	},
	{
		transport: 'netconf',
		platform: platformOf('juniper_junos'),
		start: (behaviour, hung) =>
			startNetconfServer(
				{
					replies: { 'get-configuration': `<configuration-text>${CONFIG}</configuration-text>` },
					...(behaviour === 'answers'
						? {}
						: { raw: `\n#99999\n${CONFIG}`, hangsUp: behaviour !== 'hangs', onRaw: hung }),
				},
				{ login: passwordLogin(behaviour === 'refuses the login' ? 'another' : 'open sesame') },
			),
	},
	{
		transport: 'rest',
		platform: restPlatform({ answer: { type: 'text', text: '', complaints: [] } }),
		start: (behaviour, hung) =>
			startRestServer((_, response) => {
				if (behaviour === 'refuses the login') return json(response, {}, 401);
				response.setHeader('content-type', 'text/plain');
				if (behaviour === 'answers') response.end(CONFIG);
				else response.write(CONFIG, () => (behaviour === 'hangs' ? hung() : response.destroy()));
			}),
	},
];

function behave(behaviour: Behaviour, channel: { write(text: string): unknown; close(): void }): void {
	channel.write(CONFIG.slice(0, -5));
	if (behaviour !== 'hangs') channel.close();
}

interface Setup extends AsyncDisposable {
	readonly adapter: DeviceAdapter;
	readonly device: Device;
	readonly server: TestedDevice;
}

async function setUp(
	{ transport, platform, start }: Way,
	behaviour: Behaviour,
	hung: () => void = () => undefined,
): Promise<Setup> {
	const server = await start(behaviour, hung);
	const device = testDevice({ port: server.port, transport });
	const connection = testConnection({ hostKey: server.fingerprint ?? null, caFile: 'ca.pem' });
	const bastions = new Bastions({ knownHosts: null, clock: systemClock, random: Math.random });
	const shared = { connections: new Map([[device.name, connection]]), platformOf: () => platform, bastions };
	const adapters: Readonly<Record<string, () => DeviceAdapter>> = {
		ssh: () => new SshDeviceAdapter({ ...shared, knownHosts: null, random: Math.random }),
		netconf: () => new NetconfDeviceAdapter({ ...shared, knownHosts: null, random: Math.random }),
		rest: () =>
			new RestDeviceAdapter({ ...shared, authorities: new Map([['ca.pem', testAuthority]]), clock: systemClock }),
	};
	const adapter = adapters[transport]?.();
	if (adapter === undefined) throw new Error(`no adapter for ${transport}`);
	return {
		adapter,
		device,
		server,
		async [Symbol.asyncDispose]() {
			await adapter[Symbol.asyncDispose]();
			await bastions[Symbol.asyncDispose]();
			await server[Symbol.asyncDispose]();
		},
	};
}

describe.each(WAYS)('over $transport', (way) => {
	it('the whole text comes, and what it took', async () => {
		await using setup = await setUp(way, 'answers');

		const { text, session } = await setup.adapter.fetchConfig(setup.device, AbortSignal.timeout(20_000));

		expect(text).toBe(CONFIG);
		expect(session.handshakes).toBe(1);
		expect(session.commands).toBeGreaterThan(0);
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('who listens is told when it was asked for, and of the text while the session is still open', async () => {
		await using setup = await setUp(way, 'answers');
		const told: string[] = [];

		const { text } = await setup.adapter.fetchConfig(setup.device, AbortSignal.timeout(20_000), {
			trace: (step) => void (step === 'connection' && told.push(step)),
			asked: () => told.push('asked'),
			arrived: (arrived) => told.push(`arrived ${arrived === CONFIG}, ${setup.server.open} open`),
		});

		expect(text).toBe(CONFIG);
		expect(told).toEqual(['connection', 'asked', 'arrived true, 1 open']);
	});

	it('who listens is told that it was asked for while the device still makes it', async () => {
		await using setup = await setUp(way, 'hangs');
		const { promise: asked, resolve } = Promise.withResolvers<void>();
		const cancel = new AbortController();
		const fetching = setup.adapter.fetchConfig(setup.device, cancel.signal, { asked: resolve }).catch(() => 'ended');

		await asked;
		cancel.abort();

		expect(await fetching).toBe('ended');
	});

	it('several fetches at once do not disturb each other', async () => {
		await using setup = await setUp(way, 'answers');
		const fetch = () => setup.adapter.fetchConfig(setup.device, AbortSignal.timeout(20_000));

		const fetched = await Promise.all(Array.from({ length: 5 }, fetch));

		expect(new Set(fetched.map(({ text }) => text))).toEqual(new Set([CONFIG]));
	});

	it('a cut answer is not a config', async () => {
		await using setup = await setUp(way, 'cuts its answer');
		const told: string[] = [];
		const listener = { asked: () => told.push('asked'), arrived: () => told.push('arrived') };

		await expect(setup.adapter.fetchConfig(setup.device, AbortSignal.timeout(20_000), listener)).rejects.toMatchObject({
			name: 'DeviceError',
			device: 'edge-01',
			code: 'ERR_INCOMPLETE',
			reachable: true,
		});
		expect(told).toEqual(['asked']);
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('a refused login is an error of its own', async () => {
		await using setup = await setUp(way, 'refuses the login');

		await expect(setup.adapter.fetchConfig(setup.device, AbortSignal.timeout(20_000))).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			reason: 'auth-failed',
			reachable: false,
			message: expect.stringMatching(/^(?!.*audit).*\. Login: credentials\.lab$/),
			messageInFull: expect.stringMatching(/\. Login: credentials\.lab as audit$/),
		});
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('the deadline ends a fetch at once', async () => {
		const hanging = new Hanging(OVERDUE);
		await using setup = await setUp(way, 'hangs', hanging.begin);

		await expect(setup.adapter.fetchConfig(setup.device, hanging.signal)).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			reason: 'timed-out',
			reachable: true,
		});
		expect(hanging.sinceAbortMs()).toBeLessThan(PATIENCE_MS);
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('a cancelled run ends a fetch at once', async () => {
		const hanging = new Hanging();
		await using setup = await setUp(way, 'hangs', hanging.begin);

		await expect(setup.adapter.fetchConfig(setup.device, hanging.signal)).rejects.toMatchObject({
			code: 'ERR_CANCELLED',
		});
		expect(hanging.sinceAbortMs()).toBeLessThan(PATIENCE_MS);
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('a run that is over asks nobody', async () => {
		await using setup = await setUp(way, 'answers');

		await expect(setup.adapter.fetchConfig(setup.device, AbortSignal.abort())).rejects.toMatchObject({
			code: 'ERR_CANCELLED',
			reachable: false,
		});
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('closing the adapter ends what is under way', async () => {
		await using setup = await setUp(way, 'hangs');
		const fetching = setup.adapter
			.fetchConfig(setup.device, AbortSignal.timeout(20_000))
			.catch((error: unknown) => error);
		await expect.poll(() => setup.server.open).toBe(1);

		await setup.adapter[Symbol.asyncDispose]();

		expect(await fetching).toMatchObject({ code: 'ERR_CANCELLED' });
		await expect.poll(() => setup.server.open).toBe(0);
	});

	it('fifty failing devices leave no socket, timer or listener', async () => {
		await using setup = await setUp(way, 'cuts its answer');
		const fetch = () =>
			setup.adapter.fetchConfig(setup.device, AbortSignal.timeout(20_000)).catch((error: unknown) => error);
		await fetch();
		const before = process.getActiveResourcesInfo();

		for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: 10 }, fetch));

		await expect.poll(() => setup.server.open).toBe(0);
		await expect.poll(() => process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before.length + 2);
	});
});

describe('from a folder', () => {
	const device = testDevice({ port: 0, transport: 'file' });
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'captures-'));
		await writeFile(join(folder, 'edge-01.cfg'), CONFIG);
	});
	afterAll(() => removeFolder(folder));

	it('the whole text comes, and nobody was asked', async () => {
		await using adapter = await FileDeviceAdapter.open(folder);

		expect(await adapter.fetchConfig(device, AbortSignal.timeout(5_000))).toEqual({
			text: CONFIG,
			session: { handshakes: 0, commands: 0 },
		});
	});

	it.each([
		['a cancelled run', () => AbortSignal.abort(), 'ERR_CANCELLED'],
		['a deadline', () => AbortSignal.abort(new DOMException('late', 'TimeoutError')), 'ERR_TIMEOUT'],
	])('%s ends a fetch', async (_, signal, code) => {
		await using adapter = await FileDeviceAdapter.open(folder);

		await expect(adapter.fetchConfig(device, signal())).rejects.toMatchObject({ name: 'DeviceError', code });
	});
});
