import type { ClientChannel } from 'ssh2';
import { bounded } from '../connection/bounded.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';
import { chunked, END_OF_MESSAGE } from './framing.ts';
import { CLIENT_HELLO, negotiate } from './hello.ts';
import { MessageStream } from './message-stream.ts';

export interface NetconfSessionOptions {
	readonly session: SshSession;
	/** How long the server may send nothing. */
	readonly silenceMs: number;
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
	readonly #silenceMs: number;
	readonly #encode: (message: string) => string;
	#requests = 0;

	private constructor(stream: MessageStream, version: '1.0' | '1.1', { session, silenceMs }: NetconfSessionOptions) {
		this.where = session.where;
		this.#stream = stream;
		this.#session = session;
		this.#silenceMs = silenceMs;
		this.#encode = version === '1.1' ? chunked : (message) => message + END_OF_MESSAGE;
		if (version === '1.1') stream.readChunks();
	}

	/** Opens the subsystem and agrees on a version. */
	static async open(options: NetconfSessionOptions): Promise<NetconfSession> {
		const { session, silenceMs } = options;
		const stream = await openStream(options);
		stream.send(CLIENT_HELLO + END_OF_MESSAGE);
		const hello = await next(stream, { session, silenceMs, what: 'the NETCONF hello' });
		return new NetconfSession(stream, negotiate(hello, session.where), options);
	}

	/** Sends one operation. */
	async request(operation: string): Promise<string> {
		this.#requests += 1;
		const id = String(this.#requests);
		this.#send(id, operation);
		const what = `<${/[\w-]+/.exec(operation)?.[0]}>`;
		return await next(this.#stream, { session: this.#session, silenceMs: this.#silenceMs, what });
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#session.lost.aborted || this.#stream.ended.aborted) return;
		this.#send(String(this.#requests + 1), '<close-session/>');
		const silence = { session: this.#session, silenceMs: FAREWELL_MS, what: '<close-session>' };
		// The answer changes nothing any more: the connection is closed next.
		await next(this.#stream, silence).catch(() => undefined);
	}

	#send(id: string, operation: string): void {
		const attributes = `message-id="${id}" xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"`;
		this.#stream.send(this.#encode(`<rpc ${attributes}>${operation}</rpc>`));
	}
}

async function openStream({ session, silenceMs, enabledBy }: NetconfSessionOptions): Promise<MessageStream> {
	const take = (channel: ClientChannel): MessageStream => new MessageStream(channel, session.where);
	try {
		return await session.openSubsystem('netconf', { timeoutMs: silenceMs, take });
	} catch (error) {
		if (!(error instanceof ConnectionFailure) || error.code !== 'ERR_COMMAND_REJECTED') throw error;
		const message = `${session.where} does not offer NETCONF to this account. Switch it on ("${enabledBy}"), or check the account's rights`;
		throw new ConnectionFailure('ERR_COMMAND_REJECTED', message, { cause: error });
	}
}

/** The next message, unless the server is silent for too long or the connection ends. */
function next(
	stream: MessageStream,
	{ session, silenceMs, what }: { readonly session: SshSession; readonly silenceMs: number; readonly what: string },
): Promise<string> {
	const timedOut = (): Error =>
		new ConnectionFailure(
			'ERR_TIMEOUT',
			`${session.where} went silent before ${what} was answered. Raise timeouts.command if it is slow`,
		);
	const bounds = { signals: [session.lost, stream.ended], timeoutMs: silenceMs, timedOut };
	return bounded<string>(bounds, ({ resolve, refresh }) => stream.read({ message: resolve, progress: refresh }));
}
