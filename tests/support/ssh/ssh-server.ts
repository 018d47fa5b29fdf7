import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import ssh2, {
	type Algorithms,
	type AuthContext,
	type Connection,
	type NegotiatedAlgorithms,
	type PseudoTtyInfo,
	type ServerChannel,
	type TcpipRequestInfo,
} from 'ssh2';
import type { Login } from './logins.ts';
import { makeKey, type TestKey } from './test-keys.ts';

const HOST_KEY = makeKey();

export interface SshServerOptions {
	/** @default one ed25519 key, the same for every server of the process */
	readonly hostKeys?: readonly TestKey[];
	/** Who gets in. */
	readonly login: Login;
	readonly shell?: (channel: ServerChannel, terminal: PseudoTtyInfo | null) => void;
	readonly exec?: (command: string, channel: ServerChannel) => void;
	readonly subsystem?: (name: string, channel: ServerChannel) => void;
	/** Makes the server a bastion. */
	readonly forward?: (to: TcpipRequestInfo, accept: () => ServerChannel, reject: () => void) => void;
	readonly algorithms?: Algorithms;
	readonly ident?: string;
	/** @default a free one */
	readonly port?: number;
	/** Sees each TCP connection before SSH does; what returns `false` never gets to SSH. */
	readonly intercept?: (socket: Socket, number: number) => boolean;
}

export interface SshServer extends AsyncDisposable {
	readonly port: number;
	/** Of the first host key. */
	readonly fingerprint: string;
	/** Every try to log in but `none`, in order: `password`, `publickey`, `keyboard-interactive`. */
	readonly attempts: readonly string[];
	/** TCP connections so far. */
	readonly connections: number;
	/** Finished handshakes. */
	readonly handshakes: number;
	/** What the last handshake agreed on. */
	readonly negotiated: NegotiatedAlgorithms | null;
	/** TCP connections that are open now. */
	readonly open: number;
	/** Breaks every open connection. */
	drop(): void;
}

/** A scripted SSH server on a free port of the loopback. */
export async function startSshServer(options: SshServerOptions): Promise<SshServer> {
	const hostKeys = options.hostKeys ?? [HOST_KEY];
	const sockets = new Set<Socket>();
	const attempts: string[] = [];
	const count = { connections: 0, handshakes: 0 };
	let negotiated: NegotiatedAlgorithms | null = null;
	const ssh = new ssh2.Server(
		{
			hostKeys: hostKeys.map((key) => key.privateKey),
			...(options.ident === undefined ? {} : { ident: options.ident }),
			...(options.algorithms === undefined ? {} : { algorithms: options.algorithms }),
		},
		(client) =>
			serve(client, options, {
				attempts,
				handshake: (agreed) => {
					count.handshakes += 1;
					negotiated = agreed;
				},
			}),
	);
	const listener = createServer({ noDelay: true }, (socket) => {
		count.connections += 1;
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => undefined);
		if (options.intercept?.(socket, count.connections) === false) socket.resume();
		else ssh.injectSocket(socket);
	});
	listener.listen(options.port ?? 0, '127.0.0.1');
	await once(listener, 'listening');

	const drop = (): void => {
		for (const socket of sockets) socket.resetAndDestroy();
	};
	return {
		port: (listener.address() as AddressInfo).port,
		fingerprint: hostKeys[0]?.fingerprint ?? '',
		attempts,
		get connections() {
			return count.connections;
		},
		get handshakes() {
			return count.handshakes;
		},
		get negotiated() {
			return negotiated;
		},
		get open() {
			return sockets.size;
		},
		drop,
		async [Symbol.asyncDispose]() {
			drop();
			listener.close();
			await once(listener, 'close');
		},
	};
}

function serve(
	client: Connection,
	options: SshServerOptions,
	log: { readonly attempts: string[]; readonly handshake: (agreed: NegotiatedAlgorithms) => void },
): void {
	client.on('error', () => undefined);
	client.once('handshake', log.handshake);
	client.on('authentication', (context: AuthContext) => {
		// A key is offered first and signed for afterwards; that is one try.
		const offered = context.method === 'publickey' && context.signature === undefined;
		if (context.method !== 'none' && !offered) log.attempts.push(context.method);
		options.login(context);
	});
	client.on('session', (accept) => {
		let terminal: PseudoTtyInfo | null = null;
		const session = accept();
		session.on('pty', (ok, _refuse, info) => {
			terminal = info;
			ok?.();
		});
		session.on('shell', (ok, refuse) => (options.shell === undefined ? refuse?.() : options.shell(ok(), terminal)));
		session.on('subsystem', (ok, refuse, { name }) =>
			options.subsystem === undefined ? refuse?.() : options.subsystem(name, ok()),
		);
		session.on('exec', (ok, refuse, { command }) =>
			options.exec === undefined ? refuse?.() : options.exec(command, ok()),
		);
	});
	// Without a listener ssh2 says that it is prohibited.
	const { forward } = options;
	if (forward !== undefined) client.on('tcpip', (accept, reject, info) => forward(info, accept, reject));
}
