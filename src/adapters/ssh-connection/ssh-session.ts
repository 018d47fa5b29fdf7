import type { Duplex } from 'node:stream';
import type { Client, ClientChannel } from 'ssh2';
import { bounded } from '../connection/bounded.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import { type Bound, type Phase, seconds } from '../connection/phase.ts';
import { SshFailure } from './ssh-failure.ts';

/** How long a server may take to close its side before the socket is closed without it. */
const FAREWELL_MS = 250;

/** Nobody waits for a connection any more that is closed on purpose, so one reason is enough for all of them. */
const CLOSED = new SshFailure('ERR_CANCELLED', 'the SSH connection was closed');

/** Wide enough that no device wraps what we type or what it prints, high enough that few pages are turned. */
const TERMINAL = { term: 'vt100', cols: 511, rows: 1000 } as const;

/** How a channel is opened, and who takes it. */
export interface ChannelOptions<T> {
	/** In which it has to open. */
	readonly phase: Phase;
	readonly take: (channel: ClientChannel) => T | Promise<T>;
}

/** An SSH connection that is logged in. Its end, however it comes, aborts `lost`. */
export class SshSession implements AsyncDisposable {
	readonly where: string;
	readonly #client: Client;
	readonly #socket: Duplex;
	readonly #lost = new AbortController();

	constructor(options: { readonly where: string; readonly client: Client; readonly socket: Duplex }) {
		this.where = options.where;
		this.#client = options.client;
		this.#socket = options.socket;
		// The listener stays for good: ssh2 may emit `error` after the end, and without a listener that ends the process.
		this.#client.on('error', (cause) => this.#lose(cause));
		this.#client.on('close', () => this.#lose(undefined));
	}

	/** Aborted when the connection is gone or is closed; the reason is an `SshFailure`, or what `destroy` was given. */
	get lost(): AbortSignal {
		return this.#lost.signal;
	}

	/** A terminal with a shell in it, handed over as in `exec`. */
	openShell<T>({ phase, take }: ChannelOptions<T>): Promise<T> {
		return this.#open({ what: 'a terminal', phase, take }, (done) => this.#client.shell(TERMINAL, done));
	}

	/**
	 * One command in a channel of its own. `take` gets the channel in the very moment it opens: the exit status of a short
	 * command comes in the same packet, and is lost on whoever listens a moment later.
	 */
	exec<T>(command: string, { phase, take }: ChannelOptions<T>): Promise<T> {
		return this.#open({ what: `"${command}"`, phase, take }, (done) => this.#client.exec(command, done));
	}

	/** A protocol of its own, such as `netconf`, handed over as in `exec`. */
	openSubsystem<T>(name: string, { phase, take }: ChannelOptions<T>): Promise<T> {
		return this.#open({ what: `the subsystem ${name}`, phase, take }, (done) => this.#client.subsys(name, done));
	}

	/** A TCP connection that the server opens for us. */
	async forward(options: {
		readonly to: Endpoint;
		readonly timeoutMs: number;
		readonly signal: AbortSignal;
	}): Promise<ClientChannel> {
		const { to, timeoutMs, signal } = options;
		const timedOut = (): Error =>
			new SshFailure(
				'ERR_UNREACHABLE',
				`${this.where} got no connection to ${formatEndpoint(to)} within ${seconds(timeoutMs)}. Check that the device is up, or raise timeouts.connect`,
			);
		let wanted = true;
		try {
			return await bounded<ClientChannel>(
				{ signals: [signal, this.lost], timeoutMs, timedOut },
				({ resolve, reject }) => {
					this.#client.forwardOut('127.0.0.1', 0, to.host, to.port, (error, channel) => {
						if (error !== undefined)
							reject(this.lost.aborted ? this.lost.reason : forwardFailure(this.where, to, error));
						else if (wanted) resolve(channel);
						// The caller has given up; nobody else would close it.
						else channel.destroy();
					});
				},
			);
		} finally {
			wanted = false;
		}
	}

	/** Tears the connection down at once. */
	destroy(reason: unknown): void {
		this.#lost.abort(reason);
		this.#socket.destroy();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (!this.lost.aborted) {
			const { promise: farewell, resolve } = Promise.withResolvers<void>();
			this.#client.once('close', resolve);
			this.#lost.abort(CLOSED);
			this.#client.end();
			const impatience = setTimeout(resolve, FAREWELL_MS);
			await farewell;
			clearTimeout(impatience);
		}
		this.#socket.destroy();
	}

	#open<T>(
		{ what, phase, take }: ChannelOptions<T> & { readonly what: string },
		start: (done: (error: Error | undefined, channel: ClientChannel) => void) => void,
	): Promise<T> {
		const timedOut = (bound: Bound): Error =>
			phase.overdue(bound, { where: this.where, what: `the request for ${what}` });
		const bounds = { signals: [this.lost], timeoutMs: phase.leftMs, idleMs: phase.idleMs, timedOut };
		return bounded<T>(bounds, ({ resolve, reject }) => {
			start((error, channel) => {
				if (error === undefined) return resolve(take(channel));
				// Channels fail too when the connection is lost, and that is the better reason.
				if (this.lost.aborted) return reject(this.lost.reason);
				const message = `${this.where} does not open ${what} for this account. Check the account's rights on the device`;
				reject(new SshFailure('ERR_COMMAND_REJECTED', message, { cause: error }));
			});
		});
	}

	#lose(cause: unknown): void {
		if (this.lost.aborted) return;
		const message = `${this.where} closed the connection before the config was complete. Try again; if it keeps happening, check its log`;
		this.#lost.abort(new SshFailure('ERR_INCOMPLETE', message, { cause }));
	}
}

function forwardFailure(where: string, to: Endpoint, error: Error): SshFailure {
	// 1 is SSH_OPEN_ADMINISTRATIVELY_PROHIBITED (RFC 4254, section 5.1).
	const prohibited = 'reason' in error && error.reason === 1;
	const advice = prohibited
		? 'It forbids forwarding: allow it (AllowTcpForwarding, PermitOpen)'
		: 'Check the address, and that the device listens there';
	const message = `${where} could not connect to ${formatEndpoint(to)}. ${advice}`;
	// OpenSSH passes on what the operating system said.
	const transient = !prohibited && /connection refused/i.test(error.message) ? 'refused' : null;
	return new SshFailure('ERR_UNREACHABLE', message, { cause: error, transient });
}
