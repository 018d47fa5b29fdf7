import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { dial } from '../../../../src/adapters/connection/dial.ts';

describe('dial', () => {
	it('sends what is written in one go as one, and what is written later on its own', async () => {
		const received: string[] = [];
		const server = createServer((socket) => {
			socket.on('data', (bytes) => {
				received.push(bytes.toString());
				socket.write('ok');
			});
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const socket = dial({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
		await once(socket, 'connect');

		for (const piece of ['len', 'payload', 'tag']) socket.write(piece);
		// Loopback would put them together for us.
		expect(socket.writableCorked).toBe(1);
		await once(socket, 'data');
		socket.write('next');
		await once(socket, 'data');

		expect(received).toEqual(['lenpayloadtag', 'next']);
		socket.destroy();
		server.close();
	});

	it('tells when a piece is gone, as any socket does', async () => {
		const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const socket = dial({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });

		await new Promise<void>((resolve) => {
			socket.write('a', 'latin1', () => resolve());
		});
		await new Promise<void>((resolve) => {
			socket.end(() => resolve());
		});

		expect(socket.bytesWritten).toBe(1);
		server.close();
	});
});
