import { connect } from 'node:net';
import type { Login } from './logins.ts';
import { type SshServer, type SshServerOptions, startSshServer } from './ssh-server.ts';

/** A bastion, and what goes through it. */
export interface BastionServer extends SshServer {
	/** Ports that it was asked to connect to, in order. */
	readonly forwarded: readonly number[];
	/** The most connections it held open at once. */
	readonly peak: number;
}

/** A scripted SSH server that forwards TCP connections and does nothing else. */
export async function startBastion(
	options: { readonly login: Login } & Partial<SshServerOptions>,
): Promise<BastionServer> {
	const forwarded: number[] = [];
	let open = 0;
	let peak = 0;
	const server = await startSshServer({
		forward: ({ destIP, destPort }, accept, reject) => {
			forwarded.push(destPort);
			const socket = connect({ host: destIP, port: destPort, noDelay: true });
			socket.once('error', reject);
			socket.once('connect', () => {
				socket.off('error', reject).on('error', () => undefined);
				const channel = accept();
				channel.on('error', () => undefined);
				channel.pipe(socket).pipe(channel);
				channel.once('close', () => socket.destroy());
				open += 1;
				peak = Math.max(peak, open);
				socket.once('close', () => {
					open -= 1;
					channel.close();
				});
			});
		},
		...options,
	});
	return {
		port: server.port,
		fingerprint: server.fingerprint,
		attempts: server.attempts,
		forwarded,
		get connections() {
			return server.connections;
		},
		get handshakes() {
			return server.handshakes;
		},
		get negotiated() {
			return server.negotiated;
		},
		get open() {
			return server.open;
		},
		get peak() {
			return peak;
		},
		drop: () => server.drop(),
		[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
	};
}
