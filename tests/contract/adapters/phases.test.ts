import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import type { Timeouts } from '../../../src/domain/connection.ts';
import { fetchNetconf, startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { platformOf } from '../../support/platform-of.ts';
import { fetchRest, restPlatform } from '../../support/rest/fetch-rest.ts';
import { startRestServer } from '../../support/rest/rest-server.ts';
import { serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { type Login, openLogin } from '../../support/ssh/logins.ts';
import { testPlatform } from '../../support/ssh/ssh-fixtures.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

/** Long enough that no other phase ends first, on a busy machine too. */
const PATIENT: Timeouts = { connectMs: 15_000, authMs: 15_000, idleMs: 15_000, commandMs: 15_000, deviceMs: 15_000 };
const SHORT_MS = 300;

interface Fetched extends AsyncDisposable {
	readonly fetch: (timeouts: Timeouts, signal?: AbortSignal) => Promise<unknown>;
}
type Start = () => Promise<Fetched>;
type Phase = 'connect' | 'auth' | 'idle' | 'command';

/** Writes a little all the time, and never an end. */
function drip(target: { write(text: string): unknown; once(event: 'close', listener: () => void): unknown }): void {
	const dripping = setInterval(() => target.write('.'), 20);
	target.once('close', () => clearInterval(dripping));
}

/** A server that takes connections and says nothing. */
const stuck =
	(fetch: (server: { port: number; fingerprint: string }, timeouts: Timeouts) => Promise<unknown>): Start =>
	async () => {
		const sockets = new Set<Socket>();
		const server = createServer((socket) => sockets.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		return {
			fetch: (timeouts) => fetch({ port, fingerprint: 'SHA256:none' }, timeouts),
			async [Symbol.asyncDispose]() {
				for (const socket of sockets) socket.destroy();
				server.close();
				await once(server, 'close');
			},
		};
	};

const neverLetsIn: Login = (context) => {
	if (context.method === 'none') context.reject(['password']);
};

const shellThat =
	(shell: (channel: ServerChannel) => void, login: Login = openLogin): Start =>
	async () => {
		const server = await startSshServer({ login, shell });
		return {
			fetch: (timeouts, signal) => fetchOne(server, { connection: { timeouts }, ...(signal && { signal }) }),
			[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
		};
	};

const showThat = (show: (channel: ServerChannel) => void): Start =>
	shellThat((channel) => serveCli(channel, { prompt: 'R1#', replies: {}, misbehave: { 'show running-config': show } }));

const execPlatform = testPlatform({ channel: 'exec', enable: null, setup: [], logout: null });
const execThat =
	(exec: (channel: ServerChannel) => void, login: Login = openLogin): Start =>
	async () => {
		const server = await startSshServer({ login, exec: (_, channel) => exec(channel) });
		return {
			fetch: (timeouts, signal) =>
				fetchOne(server, { platform: execPlatform, connection: { timeouts }, ...(signal && { signal }) }),
			[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
		};
	};

const HELLO =
	'<hello><capabilities><capability>urn:ietf:params:netconf:base:1.0</capability></capabilities></hello>]]>]]>';
const netconfThat =
	(subsystem: (channel: ServerChannel) => void): Start =>
	async () => {
		const server = await startNetconfServer({ replies: {} }, { subsystem: (_, channel) => subsystem(channel) });
		return {
			fetch: (timeouts, signal) => fetchNetconf(server, { connection: { timeouts }, ...(signal && { signal }) }),
			[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
		};
	};

const withLogin = platformOf('checkpoint_gaia');
const restThat =
	(answer: Parameters<typeof startRestServer>[0], platform = restPlatform()): Start =>
	async () => {
		const server = await startRestServer(answer);
		return {
			fetch: (timeouts, signal) => fetchRest(server, { platform, connection: { timeouts }, ...(signal && { signal }) }),
			[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
		};
	};

const silent = (): void => undefined;

const WAYS: readonly (readonly [string, Readonly<Record<Phase, readonly [string, Start][]>>])[] = [
	[
		'SSH, in a shell',
		{
			connect: [['never greets', stuck((server, timeouts) => fetchOne(server, { connection: { timeouts } }))]],
			auth: [
				['never answers to the login', shellThat(silent, neverLetsIn)],
				['never shows a prompt', shellThat(silent)],
				['shows a banner without end', shellThat(drip)],
			],
			idle: [['goes silent in its config', showThat((channel) => channel.write('hostname'))]],
			command: [['never leaves off', showThat(drip)]],
		},
	],
	[
		'SSH, by exec',
		{
			connect: [
				[
					'never greets',
					stuck((server, timeouts) => fetchOne(server, { platform: execPlatform, connection: { timeouts } })),
				],
			],
			auth: [['never answers to the login', execThat(silent, neverLetsIn)]],
			idle: [['goes silent in its config', execThat((channel) => channel.write('hostname'))]],
			command: [['never leaves off', execThat(drip)]],
		},
	],
	[
		'NETCONF',
		{
			connect: [['never greets', stuck((server, timeouts) => fetchNetconf(server, { connection: { timeouts } }))]],
			auth: [
				['never says hello', netconfThat(silent)],
				['says a hello without end', netconfThat(drip)],
			],
			idle: [['goes silent in its config', netconfThat((channel) => channel.write(`${HELLO}<rpc-reply>`))]],
			command: [
				[
					'never leaves off',
					netconfThat((channel) => {
						channel.write(HELLO);
						drip(channel);
					}),
				],
			],
		},
	],
	[
		'REST',
		{
			connect: [['never shakes hands', stuck((server, timeouts) => fetchRest(server, { connection: { timeouts } }))]],
			auth: [
				['never answers to the login', restThat(silent, withLogin)],
				[
					'answers to the login without end',
					restThat((_, response) => {
						response.writeHead(200, { 'content-type': 'application/json' });
						drip(response);
					}, withLogin),
				],
			],
			idle: [
				['never answers', restThat(silent)],
				[
					'goes silent in its config',
					restThat((_, response) => {
						response.writeHead(200, { 'content-type': 'application/json' });
						response.write('{');
					}),
				],
			],
			command: [
				[
					'never leaves off',
					restThat((_, response) => {
						response.writeHead(200, { 'content-type': 'application/json' });
						drip(response);
					}),
				],
			],
		},
	],
];

describe.each(WAYS)('over %s a device is timed out by the phase that it overstays:', (_, phases) => {
	const cases = (Object.keys(phases) as Phase[]).flatMap((phase) =>
		phases[phase].map(([what, start]) => ({ phase, what, start })),
	);

	it.concurrent.each(cases)('$phase, where it $what', async ({ phase, start }) => {
		await using device = await start();

		await expect(device.fetch({ ...PATIENT, [`${phase}Ms`]: SHORT_MS })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			reason: 'timed-out',
			message: expect.stringMatching(
				new RegExp(`^127\\.0\\.0\\.1:\\d+ .*\\b0\\.3 s\\b.*[Rr]aise timeouts\\.${phase}\\b`),
			),
		});
	});

	it('device, whichever phase it is in', async () => {
		await using device = await (phases.command[0]?.[1] ?? shellThat(silent))();

		await expect(device.fetch(PATIENT, AbortSignal.timeout(SHORT_MS))).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			message: expect.stringContaining('Raise timeouts.device or the deadline'),
		});
	});
});
