import type { ClientChannel } from 'ssh2';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { decode } from '../connection/decode.ts';
import { ChunkDeframer, type Deframer, EndMarkDeframer } from './framing.ts';

/** Who waits for the next message. */
export interface Reader {
	readonly message: (text: string) => void;
	/** Called whenever bytes come. */
	readonly progress: () => void;
}

/** No server has that many capabilities; what comes before a login to NETCONF is done is not worth more memory. */
const HELLO_LIMIT_BYTES = 4 * 1024 * 1024;

/** The messages of a NETCONF channel. Its end, or bytes that are no NETCONF, abort `ended`. */
export class MessageStream {
	readonly #channel: ClientChannel;
	readonly #where: string;
	readonly #ended = new AbortController();
	readonly #messages: string[] = [];
	#deframer: Deframer = new EndMarkDeframer(HELLO_LIMIT_BYTES);
	#reader: Reader | null = null;

	constructor(channel: ClientChannel, where: string) {
		this.#channel = channel;
		this.#where = where;
		channel.on('data', (chunk: Buffer) => {
			this.#reader?.progress();
			this.#take(chunk);
		});
		// Nothing is said there, but what nobody reads would stop the channel's window.
		channel.stderr.resume();
		const ended = (cause?: unknown): void => {
			const message = `${where} ended the NETCONF session before its answer was complete. Try again; if it keeps happening, check its log`;
			this.#end(new ConnectionFailure('ERR_INCOMPLETE', message, { cause }));
		};
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

	#take(chunk: Buffer): void {
		try {
			this.#messages.push(...this.#deframer.push(chunk).map(decode));
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
