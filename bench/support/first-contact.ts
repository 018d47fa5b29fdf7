import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

export interface FirstContact extends AsyncDisposable {
	readonly port: number;
	/** When somebody connects for the first time, by `performance.now()`. */
	readonly at: Promise<number>;
}

/** Listens on loopback and notes when the first connection comes. Passes connections on where there is a port for them. */
export async function listenForFirst(passOnTo: number | null): Promise<FirstContact> {
	const { promise: at, resolve } = Promise.withResolvers<number>();
	const server = createServer((socket) => {
		resolve(performance.now());
		socket.on('error', () => socket.destroy());
		// A device that accepts and says nothing.
		if (passOnTo === null) return;
		const onwards = connect(passOnTo, '127.0.0.1');
		onwards.on('error', () => socket.destroy());
		socket.on('close', () => onwards.destroy());
		socket.pipe(onwards).pipe(socket);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		port,
		at,
		[Symbol.asyncDispose]: async () => {
			server.close();
		},
	};
}
