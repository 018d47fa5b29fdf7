import type { ClientChannel } from 'ssh2';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { decode } from '../connection/decode.ts';
import { printable } from '../connection/printable.ts';
import { ChunkDeframer, type Deframer, EndMarkDeframer } from './framing.ts';

/** Who waits for the next message. */
export interface Reader {
	readonly message: (text: string) => void;
	/** Called whenever bytes come. */
	readonly progress: () => void;
}

/** No server has that many capabilities; what comes before a login to NETCONF is done is not worth more memory. */
const HELLO_LIMIT_BYTES = 4 * 1024 * 1024;

const COMPLAINT_LIMIT = 1_000;

/** The messages of a NETCONF channel. Its end, or bytes that are no NETCONF, abort `ended`. */
export class MessageStream {
	readonly #channel: ClientChannel;
	readonly #where: string;
	readonly #ended = new AbortController();
	readonly #messages: string[] = [];
	/** Nothing of a config can be in what comes before it. */
	#isGreeted = false;
	#complaint = '';
	#deframer: Deframer = new EndMarkDeframer(HELLO_LIMIT_BYTES);
	#reader: Reader | null = null;

	constructor(channel: ClientChannel, where: string) {
		this.#channel = channel;
		this.#where = where;
		channel.on('data', (chunk: Buffer) => {
			this.#reader?.progress();
			this.#take(chunk);
		});
		// What nobody reads would stop the channel's window.
		channel.stderr.on('data', (chunk: Buffer) => {
			if (!this.#isGreeted && this.#complaint.length < COMPLAINT_LIMIT) this.#complaint += decode(chunk);
		});
		const ended = (cause?: unknown): void =>
			this.#end(new ConnectionFailure('ERR_INCOMPLETE', this.#describeEnd(), { cause }));
		channel.once('close', () => ended());
		// What is written to a channel that has just ended is an error, and one that nobody hears ends the process.
		channel.on('error', ended);
	}

	/** Its reason is a `ConnectionFailure`. */
	get ended(): AbortSignal {
		return this.#ended.signal;
	}

	send(text: string): void {
		this.#channel.write(text);
	}

	/** A message that is here already, even though the session may have ended behind it. */
	takeWaiting(): string | null {
		return this.#messages.shift() ?? null;
	}

	/** Gives the next message to a reader, the only one at a time. */
	read(reader: Reader): void {
		this.#reader = reader;
		this.#deliver();
	}

	/** From here on messages come as NETCONF 1.1 sends them, those included whose bytes are here already. */
	readChunks(): void {
		const rest = this.#deframer.takeRest();
		this.#deframer = new ChunkDeframer();
		if (rest.length > 0) this.#take(rest);
	}

	/** A server that has no session left opens one and ends it. Some say why, as text. */
	#describeEnd(): string {
		if (this.#isGreeted) {
			return `${this.#where} ended the NETCONF session before its answer was complete. Try again; if it keeps happening, check its log`;
		}
		const said = printable(`${this.#complaint} ${decode(this.#deframer.takeRest())}`);
		return `${this.#where} ended the NETCONF session without a hello${said === '' ? '' : ` and said: ${said}`}. Look there for idle sessions that use up its limit, and at its log`;
	}

	#take(chunk: Buffer): void {
		try {
			this.#messages.push(...this.#deframer.push(chunk).map(decode));
			this.#isGreeted ||= this.#messages.length > 0;
		} catch (cause) {
			const said = cause instanceof Error ? cause.message : 'its bytes make no sense';
			const message = `${this.#where} does not speak NETCONF correctly: ${said}. Check that this is its NETCONF port`;
			this.#end(new ConnectionFailure('ERR_INCOMPLETE', message, { cause }));
		}
		this.#deliver();
	}

	#deliver(): void {
		const reader = this.#reader;
		if (reader === null) return;
		const message = this.#messages.shift();
		if (message === undefined) return;
		this.#reader = null;
		reader.message(message);
	}

	#end(failure: ConnectionFailure): void {
		this.#ended.abort(failure);
		this.#channel.destroy();
	}
}
