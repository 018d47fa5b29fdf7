import { createServer } from 'node:net';

/** A host that waits for somebody to log in. */
export async function listen(): Promise<AsyncDisposable & { readonly port: number; connections(): number }> {
	let connections = 0;
	const server = createServer((socket) => {
		connections += 1;
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the server has no port');
	return {
		port: address.port,
		connections: () => connections,
		async [Symbol.asyncDispose]() {
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
