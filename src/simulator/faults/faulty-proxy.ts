import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { faultyLine } from './faulty-line.ts';
import type { LineFault } from './line-fault.ts';

/** A port of the loopback behind which a server seems to have a bad line. */
export interface FaultyProxy extends AsyncDisposable {
	readonly port: number;
	/** Connections of clients so far. */
	readonly connections: number;
	/** Connections of clients that are open now. */
	readonly open: number;
}

/** Puts a bad line before a server that listens on a port of the loopback, whatever it speaks. */
export async function startFaultyProxy(port: number, fault: LineFault): Promise<FaultyProxy> {
	const clients = new Set<Socket>();
	const servers = new Set<Socket>();
	let connections = 0;
	const listener = createServer({ noDelay: true }, (client) => {
		connections += 1;
		clients.add(client);
		client.once('close', () => clients.delete(client));
		const line = faultyLine(client, fault);
		const server = connect({ port, host: '127.0.0.1', noDelay: true });
		servers.add(server);
		server.once('close', () => servers.delete(server));
		server.on('error', () => line.destroy());
		server.pipe(line).pipe(server);
		line.on('error', () => {});
		line.once('close', () => server.destroy());
	});
	listener.listen(0, '127.0.0.1');
	await once(listener, 'listening');
	return {
		port: (listener.address() as AddressInfo).port,
		get connections() {
			return connections;
		},
		get open() {
			return clients.size;
		},
		async [Symbol.asyncDispose]() {
			for (const socket of [...clients, ...servers]) socket.destroy();
			listener.close();
			await once(listener, 'close');
		},
	};
}
