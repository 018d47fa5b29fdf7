import type { ClientChannel } from 'ssh2';
import type { Timeouts } from '../../domain/connection.ts';
import { bounded } from '../connection/bounded.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { type Bound, Phase } from '../connection/phase.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';
import { chunked, END_OF_MESSAGE } from './framing.ts';
import { CLIENT_HELLO, negotiate } from './hello.ts';
import { MessageStream } from './message-stream.ts';

/** The SSH session that NETCONF runs over, and how long its phases may take. */
export interface NetconfSessionOptions {
	readonly session: SshSession;
	/** In which the subsystem has to open and the server to greet. */
	readonly auth: Phase;
	readonly timeouts: Timeouts;
	/** What switches NETCONF on, for a server that does not offer it. */
	readonly enabledBy: string;
}

/** How long the server may take to say goodbye. */
const FAREWELL_MS = 250;

/** A NETCONF session over an SSH connection that is logged in: hello, one request after another, close-session. */
export class NetconfSession implements AsyncDisposable {
	readonly where: string;
	readonly #stream: MessageStream;
	readonly #session: SshSession;
	readonly #timeouts: Timeouts;
	readonly #encode: (message: string) => string;
	#requests = 0;

	private constructor(stream: MessageStream, version: '1.0' | '1.1', { session, timeouts }: NetconfSessionOptions) {
		this.where = session.where;
		this.#stream = stream;
		this.#session = session;
		this.#timeouts = timeouts;
		this.#encode = version === '1.1' ? chunked : (message) => message + END_OF_MESSAGE;
		if (version === '1.1') stream.readChunks();
	}

	/** Opens the subsystem and agrees on a version. */
	static async open(options: NetconfSessionOptions): Promise<NetconfSession> {
		const { session, auth } = options;
		const stream = await openStream(options);
		stream.send(CLIENT_HELLO + END_OF_MESSAGE);
		const hello = await next(stream, { session, phase: auth, what: 'the NETCONF hello' });
		return new NetconfSession(stream, negotiate(hello, session.where), options);
	}

	/** Sends one operation. */
	async request(operation: string): Promise<string> {
		this.#requests += 1;
		const id = String(this.#requests);
		this.#send(id, operation);
		const what = `<${/[\w-]+/.exec(operation)?.[0]}>`;
		return await next(this.#stream, { session: this.#session, phase: new Phase('command', this.#timeouts), what });
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#session.lost.aborted || this.#stream.ended.aborted) return;
		this.#send(String(this.#requests + 1), '<close-session/>');
		const phase = new Phase('command', { ...this.#timeouts, commandMs: FAREWELL_MS });
		// The answer changes nothing any more: the connection is closed next.
		await next(this.#stream, { session: this.#session, phase, what: '<close-session>' }).catch(() => undefined);
	}

	#send(id: string, operation: string): void {
		const attributes = `message-id="${id}" xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"`;
		this.#stream.send(this.#encode(`<rpc ${attributes}>${operation}</rpc>`));
	}
}

async function openStream({ session, auth, enabledBy }: NetconfSessionOptions): Promise<MessageStream> {
	const take = (channel: ClientChannel): MessageStream => new MessageStream(channel, session.where);
	try {
		return await session.openSubsystem('netconf', { phase: auth, take });
	} catch (error) {
		if (!(error instanceof ConnectionFailure) || error.code !== 'ERR_COMMAND_REJECTED') throw error;
		const message = `${session.where} does not offer NETCONF to this account. Switch it on ("${enabledBy}"), or check the account's rights`;
		throw new ConnectionFailure('ERR_COMMAND_REJECTED', message, { cause: error });
	}
}

/** The next message, unless the server takes too long or the connection ends. */
function next(
	stream: MessageStream,
	{ session, phase, what }: { readonly session: SshSession; readonly phase: Phase; readonly what: string },
): Promise<string> {
	const waiting = stream.takeWaiting();
	if (waiting !== null) return Promise.resolve(waiting);
	const timedOut = (bound: Bound): Error => phase.overdue(bound, { where: session.where, what });
	const bounds = {
		signals: [session.lost, stream.ended],
		timeoutMs: phase.leftMs,
		idleMs: phase.idleMs,
		timedOut,
	};
	return bounded<string>(bounds, ({ resolve, refresh }) => stream.read({ message: resolve, progress: refresh }));
}
