import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerChannel } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { SshDeviceAdapter } from '../../../src/adapters/ssh/ssh-device-adapter.ts';
import { Bastions } from '../../../src/adapters/ssh-connection/bastions.ts';
import { parseKnownHosts } from '../../../src/adapters/ssh-connection/host-keys.ts';
import { freePort } from '../../support/free-port.ts';
import { Hanging, OVERDUE, PATIENCE_MS } from '../../support/hanging.ts';
import { type CliScript, serveCli } from '../../support/ssh/cli-device.ts';
import { fetchOne } from '../../support/ssh/fetch-one.ts';
import { interactiveLogin, keyLogin, type Login, openLogin, passwordLogin } from '../../support/ssh/logins.ts';
import {
	systemClock,
	testConnection,
	testCredentials,
	testDevice,
	testPlatform,
} from '../../support/ssh/ssh-fixtures.ts';
import { type SshServerOptions, startSshServer } from '../../support/ssh/ssh-server.ts';
import { makeKey } from '../../support/ssh/test-keys.ts';

const CONFIG = 'hostname R1\n!\nend\n';
const SCRIPT: CliScript = { prompt: 'R1#', replies: { 'show running-config': CONFIG } };
const shell = (channel: ServerChannel): void => serveCli(channel, SCRIPT);

const startDevice = (login: Login, options: Partial<SshServerOptions> = {}) =>
	startSshServer({ login, shell, ...options });
describe('logging in', () => {
	it('gives a key', async () => {
		const key = makeKey('ecdsa');
		await using server = await startDevice(keyLogin(key));
		const credentials = testCredentials({ privateKey: key.privateKey, password: null });

		expect((await fetchOne(server, { connection: { credentials } })).text).toBe(CONFIG);
	});

	it('gives a key that is locked with a passphrase', async () => {
		const key = makeKey('ed25519', { passphrase: 'hush' });
		await using server = await startDevice(keyLogin(key));
		const locked = { privateKey: key.privateKey, password: null };

		const right = testCredentials({ ...locked, passphrase: 'hush' });
		expect((await fetchOne(server, { connection: { credentials: right } })).text).toBe(CONFIG);
		for (const passphrase of [null, 'wrong']) {
			const credentials = testCredentials({ ...locked, passphrase });
			await expect(fetchOne(server, { connection: { credentials } })).rejects.toMatchObject({
				code: 'ERR_AUTHENTICATION',
				message: expect.stringContaining('private key cannot be read'),
			});
		}
	});

	it('gives a password where a key is refused', async () => {
		await using server = await startDevice(passwordLogin('open sesame', ['publickey', 'password']));
		const credentials = testCredentials({ privateKey: makeKey().privateKey });

		expect((await fetchOne(server, { connection: { credentials } })).text).toBe(CONFIG);
	});

	it('answers a device that only asks questions', async () => {
		await using server = await startDevice(interactiveLogin({ password: 'open sesame' }));

		expect((await fetchOne(server)).text).toBe(CONFIG);
		expect(server.attempts).toEqual(['keyboard-interactive']);
	});

	it('passes two factors: a key, then a password', async () => {
		const key = makeKey();
		const keyFirst = keyLogin(key);
		let keyAccepted = false;
		await using server = await startDevice((context) => {
			if (context.method === 'publickey' && !keyAccepted) {
				const accept = context.accept.bind(context);
				context.accept = () => {
					if (context.signature === undefined) return accept();
					keyAccepted = true;
					context.reject(['password'], true);
				};
				return keyFirst(context);
			}
			if (context.method === 'password' && keyAccepted && context.password === 'open sesame') return context.accept();
			context.reject(['publickey']);
		});
		const credentials = testCredentials({ privateKey: key.privateKey });

		expect((await fetchOne(server, { connection: { credentials } })).text).toBe(CONFIG);
	});
});

describe('a refused login', () => {
	it.each([
		['a password', passwordLogin('another'), ['password']],
		[
			'a password, although questions are left',
			passwordLogin('another', ['password', 'keyboard-interactive']),
			['password'],
		],
		[
			'a password, although every method is left',
			passwordLogin('another', ['publickey', 'password', 'hostbased']),
			['password'],
		],
		['an answer', interactiveLogin({ password: 'another' }), ['keyboard-interactive']],
		[
			'an answer, although a password is left',
			interactiveLogin({ password: 'another', rounds: 1 }),
			['keyboard-interactive'],
		],
	])('gives %s exactly once', async (_name, login, attempts) => {
		await using server = await startDevice(login);

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			device: 'edge-01',
			reachable: false,
			message: expect.stringMatching(/^127\.0\.0\.1:\d+ refused the password\. /),
		});
		expect(server.attempts).toEqual(attempts);
		expect(server.connections).toBe(1);
	});

	it('does not answer twice when a device asks again in the same dialogue', async () => {
		const answers: string[] = [];
		await using server = await startDevice(
			interactiveLogin({ password: 'another', rounds: 3, answered: (answer) => answers.push(answer) }),
		);

		await expect(fetchOne(server)).rejects.toMatchObject({ code: 'ERR_AUTHENTICATION' });
		expect(answers).toEqual(['open sesame']);
	});

	it.each([
		[['Verification token: '], 'Verification token:'],
		[['Password: ', 'One-time code: '], 'One-time code:'],
		[['New password: '], 'New password:'],
		[['Password: ', 'Password: '], 'Password:'],
	])('does not answer what only a person can: %j', async (questions, quoted) => {
		const answers: string[] = [];
		await using server = await startDevice(
			interactiveLogin({ password: 'open sesame', questions, answered: (answer) => answers.push(answer) }),
		);

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining(`asks "${quoted}"`),
		});
		expect(answers).toEqual([]);
	});

	it('says what the device takes when nothing could be tried', async () => {
		await using server = await startDevice(keyLogin(makeKey()));

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('accepts publickey, and the credentials hold a password'),
		});
		expect(server.attempts).toEqual([]);
	});

	it('is not tried again when the device hangs up on it', async () => {
		await using server = await startDevice((context) => {
			if (context.method === 'none') context.reject(['password']);
			else server.drop();
		});

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_AUTHENTICATION',
			message: expect.stringContaining('closed the connection when the password was offered'),
		});
		expect(server.connections).toBe(1);
	});

	it('never shows the password or the name', async () => {
		await using server = await startDevice(passwordLogin('another'));

		const error = await fetchOne(server).catch((thrown: unknown) => thrown);

		const shown =
			String(error) + JSON.stringify(error) + String((error as Error).stack) + String((error as Error).cause);
		expect(shown).not.toContain('open sesame');
		expect(shown).not.toContain('audit:');
	});
});

describe('the host key', () => {
	it('that is pinned is trusted, with and without padding', async () => {
		await using server = await startDevice(openLogin);

		expect((await fetchOne(server, { connection: { hostKey: server.fingerprint } })).text).toBe(CONFIG);
		expect((await fetchOne(server, { connection: { hostKey: `${server.fingerprint}=` } })).text).toBe(CONFIG);
	});

	it('that differs from the pin is refused before anything secret is sent', async () => {
		await using server = await startDevice(openLogin);
		const pin = makeKey().fingerprint;

		await expect(fetchOne(server, { connection: { hostKey: pin } })).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			reason: 'host-key-mismatch',
			reachable: false,
			message: expect.stringContaining(`${server.fingerprint}, but devices.edge-01 pins ${pin}`),
		});
		expect(server.attempts).toEqual([]);
		expect(server.connections).toBe(1);
	});

	it('that nothing vouches for is refused with what to write', async () => {
		await using server = await startDevice(openLogin);

		await expect(fetchOne(server, { connection: { hostKey: null } })).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			message: expect.stringMatching(
				new RegExp(
					`host-key: "${escapeRegExp(server.fingerprint)}" under devices\\.edge-01.*\\[127\\.0\\.0\\.1\\]:${server.port} ssh-ed25519 AAAA`,
				),
			),
		});
	});

	it('that known_hosts holds is trusted, and the server is asked for that type of key', async () => {
		const [ed25519, ecdsa] = [makeKey('ed25519'), makeKey('ecdsa')];
		await using server = await startDevice(openLogin, { hostKeys: [ed25519, ecdsa] });
		const knownHosts = parseKnownHosts(`[127.0.0.1]:${server.port} ${ecdsa.publicKey}\n`);

		expect((await fetchOne(server, { connection: { hostKey: null }, knownHosts })).text).toBe(CONFIG);
	});

	it('that known_hosts holds otherwise is refused', async () => {
		await using server = await startDevice(openLogin);
		const other = makeKey();
		const knownHosts = parseKnownHosts(`[127.0.0.1]:${server.port} ${other.publicKey}\n`);

		await expect(fetchOne(server, { connection: { hostKey: null }, knownHosts })).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			message: expect.stringContaining(`known_hosts has another one for it (ssh-ed25519 ${other.fingerprint})`),
		});
	});

	it('that is revoked is refused even where it is pinned', async () => {
		const key = makeKey();
		await using server = await startDevice(openLogin, { hostKeys: [key] });
		const knownHosts = parseKnownHosts(`@revoked * ${key.publicKey}\n`);

		await expect(fetchOne(server, { knownHosts })).rejects.toMatchObject({
			code: 'ERR_HOST_KEY',
			message: expect.stringContaining('@revoked'),
		});
	});
});

describe('a handshake that fails', () => {
	it('is tried once more when the device resets it, and counts once', async () => {
		await using server = await startDevice(openLogin, { intercept: resetFirst(1) });

		const { session } = await fetchOne(server);

		expect(session).toMatchObject({ handshakes: 1, resets: 1 });
		expect(server.connections).toBe(2);
	});

	it('is tried three times at most, a little later each time', async () => {
		const times: number[] = [];
		await using server = await startDevice(openLogin, {
			intercept: (socket) => {
				times.push(performance.now());
				socket.resetAndDestroy();
				return false;
			},
		});

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('hung up during the handshake'),
		});
		const [first = 0, second = 0, third = 0] = times;
		expect(times).toHaveLength(3);
		// What a pause is at least; a busy machine makes any of them longer.
		expect(second - first).toBeGreaterThan(190);
		expect(third - second).toBeGreaterThan(390);
	});

	it('is tried again when nobody listened for a moment', async () => {
		const port = await freePort();
		const key = makeKey();
		const fetching = fetchOne({ port, fingerprint: key.fingerprint }, { random: () => 0.99 });
		await sleep(100);
		await using _server = await startDevice(openLogin, { port, hostKeys: [key] });

		expect((await fetching).text).toBe(CONFIG);
	});

	it('is tried once more when the device does not finish it in time', async () => {
		await using server = await startDevice(openLogin, { intercept: (_socket, number) => number > 1 });

		expect((await fetchOne(server, { connection: { timeouts: { connectMs: 1_500 } } })).text).toBe(CONFIG);
		expect(server.connections).toBe(2);
	});

	it('waits no longer than the device may take', async () => {
		const device = new AbortController();
		const reset = resetFirst(9);
		const intercept = (socket: Socket, number: number): boolean => {
			// In the pause before the second try.
			setTimeout(() => device.abort(OVERDUE), 50);
			return reset(socket, number);
		};
		await using server = await startDevice(openLogin, { intercept });

		await expect(fetchOne(server, { random: () => 0.99, signal: device.signal })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
		});
		expect(server.connections).toBe(1);
	});

	it('is tried once more when the device closes it without a word', async () => {
		await using server = await startDevice(openLogin, {
			intercept: (socket, number) => {
				if (number === 1) socket.end();
				return number > 1;
			},
		});

		expect((await fetchOne(server)).text).toBe(CONFIG);
	});

	it('says that the other end is no SSH server', async () => {
		await using server = await startDevice(openLogin, {
			intercept: (socket) => {
				socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'.repeat(200));
				return false;
			},
		});

		await expect(fetchOne(server)).rejects.toMatchObject({ code: 'ERR_UNREACHABLE', reachable: false });
	});

	it.each([
		[
			'a device without a session left',
			'Too many sessions\r\n',
			/^\S+ said "Too many sessions" instead of SSH and hung up\. /,
		],
		['TLS', Buffer.from('15030100020246', 'hex'), /^\S+ said something that is not text instead of SSH and hung up\. /],
		['a device that refuses this address', '', /^\S+ hung up during the handshake without a word\. .*access list$/],
	])('tells what %s says in place of SSH', async (_, said, expected) => {
		await using server = await startDevice(openLogin, {
			intercept: (socket) => {
				socket.end(said);
				return false;
			},
		});

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringMatching(expected),
		});
	});

	it('tells what Telnet says, which waits for an answer', async () => {
		await using server = await startDevice(openLogin, {
			intercept: (socket) => {
				socket.write('\xff\xfd\x18\r\nUser Access Verification\r\n\r\nUsername: ', 'latin1');
				return false;
			},
		});

		await expect(fetchOne(server, { connection: { timeouts: { connectMs: 300 } } })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			message: expect.stringMatching(
				/took the connection, but said "User Access Verification Username:" instead of SSH/,
			),
		});
	});

	it('takes the words that a server says before its version for no more than these', async () => {
		await using server = await startDevice(openLogin, {
			intercept: (socket) => {
				socket.end('Authorized access only\r\nSSH-2.0-device\r\n');
				return false;
			},
		});

		await expect(fetchOne(server)).rejects.toMatchObject({
			message: expect.stringMatching(/hung up during the handshake\. /),
		});
	});

	it('says that nobody listens', async () => {
		const server = await startDevice(openLogin);
		await server[Symbol.asyncDispose]();

		await expect(fetchOne(server)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringMatching(/^127\.0\.0\.1:\d+ refused the connection\. /),
		});
	});

	it('says that a name has no address', async () => {
		const device = testDevice({ port: 22, host: 'no-such-host.invalid' });
		await using bastions = new Bastions({ knownHosts: null, clock: systemClock, random: Math.random });
		await using adapter = new SshDeviceAdapter({
			connections: new Map([[device.name, testConnection()]]),
			platformOf: () => testPlatform(),
			knownHosts: null,
			bastions,
			random: Math.random,
		});

		await expect(adapter.fetchConfig(device, AbortSignal.timeout(20_000))).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('no-such-host.invalid:22 has no address'),
		});
	});
});

/** A device that says nothing any more from some stage on, and tells when it is there. */
type Hang = (reached: () => void) => Partial<SshServerOptions> & Pick<SshServerOptions, 'login'>;

describe('a device that hangs', () => {
	const hangs: readonly (readonly [string, Hang, { readonly reachable: boolean }])[] = [
		[
			'before its banner',
			(reached) => ({
				login: openLogin,
				intercept: () => {
					reached();
					return false;
				},
			}),
			{ reachable: false },
		],
		[
			'at the login',
			(reached) => ({
				login: (context) => (context.method === 'none' ? context.reject(['password']) : reached()),
			}),
			{ reachable: false },
		],
		['before its prompt', (reached) => ({ login: openLogin, shell: reached }), { reachable: true }],
		[
			'in the middle of the config',
			(reached) => ({
				login: openLogin,
				shell: (channel) => serveCli(channel, { ...SCRIPT, misbehave: { 'show running-config': reached } }),
			}),
			{ reachable: true },
		],
	];
	const startHanging = (hang: Hang, reached: () => void): ReturnType<typeof startDevice> => {
		const { login, ...options } = hang(reached);
		return startDevice(login, options);
	};

	it.each(hangs)('%s is timed out', async (_stage, hang, { reachable }) => {
		await using server = await startHanging(hang, () => undefined);
		const connection = {
			timeouts: { connectMs: reachable ? 5_000 : 300, authMs: reachable ? 1_500 : 300, idleMs: 300 },
		};

		await expect(fetchOne(server, { connection })).rejects.toMatchObject({ code: 'ERR_TIMEOUT', reachable });
		await expect.poll(() => server.open).toBe(0);
	});

	it.each(hangs)('%s is left at once at the deadline', async (_stage, hang, { reachable }) => {
		const hanging = new Hanging(OVERDUE);
		await using server = await startHanging(hang, hanging.begin);

		await expect(fetchOne(server, { signal: hanging.signal })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			reason: 'timed-out',
			reachable,
		});
		expect(hanging.sinceAbortMs()).toBeLessThan(PATIENCE_MS);
		await expect.poll(() => server.open).toBe(0);
	});

	it.each(hangs)('%s is left at once when the run is cancelled', async (_stage, hang, { reachable }) => {
		const hanging = new Hanging();
		await using server = await startHanging(hang, hanging.begin);

		await expect(fetchOne(server, { signal: hanging.signal })).rejects.toMatchObject({
			code: 'ERR_CANCELLED',
			reachable,
		});
		expect(hanging.sinceAbortMs()).toBeLessThan(PATIENCE_MS);
		await expect.poll(() => server.open).toBe(0);
	});

	it('is not even called when the run is over', async () => {
		await using server = await startDevice(openLogin);

		await expect(fetchOne(server, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ERR_CANCELLED' });
		await expect.poll(() => server.open).toBe(0);
	});

	it('is left when the adapter is closed', async () => {
		await using server = await startDevice(openLogin, { shell: () => undefined });
		const device = testDevice({ port: server.port });
		await using bastions = new Bastions({ knownHosts: null, clock: systemClock, random: Math.random });
		const adapter = new SshDeviceAdapter({
			connections: new Map([[device.name, testConnection({ hostKey: server.fingerprint })]]),
			platformOf: () => testPlatform(),
			knownHosts: null,
			bastions,
			random: Math.random,
		});
		const fetching = adapter.fetchConfig(device, AbortSignal.timeout(20_000)).catch((error: unknown) => error);
		await expect.poll(() => server.handshakes).toBe(1);

		await adapter[Symbol.asyncDispose]();

		expect(await fetching).toMatchObject({ code: 'ERR_CANCELLED' });
		await expect.poll(() => server.open).toBe(0);
	});
});

function resetFirst(times: number): (socket: Socket, number: number) => boolean {
	return (socket, number) => {
		if (number <= times) socket.resetAndDestroy();
		return number > times;
	};
}

function escapeRegExp(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
