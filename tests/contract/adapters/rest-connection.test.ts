import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openTls } from '../../../src/adapters/rest/open-tls.ts';
import { fetchRest } from '../../support/rest/fetch-rest.ts';
import { type Answer, json, startRestServer } from '../../support/rest/rest-server.ts';
import { testBastion } from '../../support/ssh/fetch-fleet.ts';
import { passwordLogin } from '../../support/ssh/logins.ts';
import { startSshServer } from '../../support/ssh/ssh-server.ts';

const CONFIG = 'hostname edge-01\nend\n';
const served: Answer = (_, response) => json(response, { config: CONFIG });

/** A TCP server that is no web server. */
async function startTcp(greet: (socket: Socket) => void): Promise<AsyncDisposable & { readonly port: number }> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		greet(socket);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

describe('a device that', () => {
	it('does not listen is unreachable', async () => {
		const server = await startTcp(() => undefined);
		await server[Symbol.asyncDispose]();

		await expect(fetchRest(server)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('refused the connection. Check the port, and that its API is switched on'),
		});
	});

	it('has no address is unreachable', async () => {
		await expect(fetchRest({ port: 443 }, { host: 'no-such-host.invalid' })).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('no-such-host.invalid:443 has no address'),
		});
	});

	it.each([
		['speaks plain HTTP', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'does not speak TLS'],
		['hangs up', (socket: Socket) => socket.destroy(), 'hung up during the TLS handshake'],
	])('%s is unreachable', async (_, greet, says) => {
		await using server = await startTcp(greet);

		await expect(fetchRest(server)).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			reachable: false,
			message: expect.stringContaining(says),
		});
	});

	it('does not take the connection is unreachable', async () => {
		// As a host behind a firewall that drops packets.
		const socket = Object.assign(new Duplex({ read: () => undefined, write: () => undefined }), { connecting: true });
		const { signal } = new AbortController();
		const opening = openTls({
			where: '192.0.2.1:443',
			host: '192.0.2.1',
			socket,
			authority: null,
			setting: 'devices.edge-01',
			timeoutMs: 20,
			signal,
		});

		await expect(opening).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringMatching(/^192\.0\.2\.1:443 did not answer within 0\.02 s\. .*raise timeouts\.connect$/),
		});
		expect(socket.destroyed).toBe(true);
	});

	it('does not finish the handshake is timed out', async () => {
		await using server = await startTcp(() => undefined);

		await expect(fetchRest(server, { connection: { timeouts: { connectMs: 300 } } })).rejects.toMatchObject({
			code: 'ERR_TIMEOUT',
			message: expect.stringContaining('did not finish the TLS handshake within 0.3 s'),
		});
	});
});

describe('behind a bastion', () => {
	it('a device is reached through it and by no other way', async () => {
		const targets: string[] = [];
		await using device = await startRestServer(served);
		await using server = await startSshServer({
			login: passwordLogin('jump password'),
			forward: (to, accept) => {
				targets.push(`${to.destIP}:${to.destPort}`);
				const channel = accept();
				channel.pipe(connect(to.destPort, to.destIP)).pipe(channel);
			},
		});

		const { text, session } = await fetchRest(device, { connection: { bastion: testBastion(server) } });

		expect(text).toBe(CONFIG);
		expect(session).toEqual({ handshakes: 2, commands: 1 });
		expect(targets).toEqual([`127.0.0.1:${device.port}`]);
		await expect.poll(() => device.open + server.open).toBe(0);
	});

	it('a device that the bastion does not reach is unreachable', async () => {
		await using server = await startSshServer({
			login: passwordLogin('jump password'),
			forward: (_, __, reject) => reject(),
		});

		await expect(fetchRest({ port: 443 }, { connection: { bastion: testBastion(server) } })).rejects.toMatchObject({
			code: 'ERR_UNREACHABLE',
			reachable: false,
		});
		await expect.poll(() => server.open).toBe(0);
	});
});
