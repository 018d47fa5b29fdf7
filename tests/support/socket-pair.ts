import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Both ends of a connection on loopback. */
export async function connectedPair(): Promise<{ client: Socket; server: Socket } & AsyncDisposable> {
	const listener = createServer().listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const client = connect((listener.address() as AddressInfo).port, '127.0.0.1');
	const [server] = (await once(listener, 'connection')) as [Socket];
	return {
		client,
		server,
		async [Symbol.asyncDispose]() {
			client.destroy();
			server.destroy();
			listener.close();
			await once(listener, 'close');
		},
	};
}

/** Keeps the process from doing anything else. */
export function blockFor(ms: number): void {
	const end = performance.now() + ms;
	while (performance.now() < end);
}
