import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A port that refuses connections and that nobody else is given meanwhile. */
export interface RefusedPort {
	readonly port: number;
	close(): Promise<void>;
}

/**
 * Takes a port and refuses on it. A port that was merely closed again could be handed to the next server that asks for any;
 * here an accepted connection stays on it, which keeps it taken although nothing listens.
 */
export async function refusePort(host: string, port: number): Promise<RefusedPort> {
	const server = createServer();
	server.listen(port, host);
	await once(server, 'listening');
	const taken = (server.address() as AddressInfo).port;

	const outside = connect(taken, host);
	const [[inside]] = await Promise.all([once(server, 'connection') as Promise<[Socket]>, once(outside, 'connect')]);
	// It stops listening now; its "close" event waits for the connection that is there to stay.
	server.close();

	return {
		port: taken,
		async close() {
			await Promise.all([reset(outside), reset(inside)]);
		},
	};
}

/** Closes without leaving a TIME_WAIT behind, so that the same port can be taken again at once. */
function reset(socket: Socket): Promise<void> {
	return new Promise((resolve) => {
		socket.on('error', () => {
			// The other end was reset first.
		});
		socket.once('close', () => resolve());
		socket.resetAndDestroy();
	});
}
