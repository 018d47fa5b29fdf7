import { ANSWER_LIMIT_BYTES } from '../connection/limits.ts';

/** Bytes on the wire, taken apart into messages. */
export interface Deframer {
	/** Takes bytes as they come and returns the messages that are whole now. Throws a `FramingError`. */
	push(chunk: Buffer): readonly Buffer[];
	/** Takes away what came behind the last whole message. */
	takeRest(): Buffer;
}

/** Bytes that no NETCONF server sends. */
export class FramingError extends Error {
	override readonly name = 'FramingError';
}

/** What ends a message of NETCONF 1.0, and the hello of every version (RFC 6242, section 4.1). */
export const END_OF_MESSAGE = ']]>]]>';

/** A message as NETCONF 1.1 sends it (RFC 6242, section 4.2). */
export function chunked(message: string): string {
	return `\n#${Buffer.byteLength(message)}\n${message}\n##\n`;
}

/** Messages with an end mark behind each. */
export class EndMarkDeframer implements Deframer {
	readonly #limit: number;
	#chunks: Buffer[] = [];
	#size = 0;
	/** The last bytes seen: a mark may be cut anywhere. */
	#tail = '';

	constructor(limit: number = ANSWER_LIMIT_BYTES) {
		this.#limit = limit;
	}

	push(chunk: Buffer): readonly Buffer[] {
		this.#chunks.push(chunk);
		this.#size += chunk.length;
		const seen = this.#tail + chunk.toString('latin1');
		this.#tail = seen.slice(1 - END_OF_MESSAGE.length);
		if (!seen.includes(END_OF_MESSAGE)) {
			if (this.#size > this.#limit) throw tooLarge(this.#limit);
			return [];
		}
		const messages: Buffer[] = [];
		let rest = this.takeRest();
		for (let end = rest.indexOf(END_OF_MESSAGE); end >= 0; end = rest.indexOf(END_OF_MESSAGE)) {
			if (end > this.#limit) throw tooLarge(this.#limit);
			messages.push(rest.subarray(0, end));
			rest = rest.subarray(end + END_OF_MESSAGE.length);
		}
		this.#chunks = [rest];
		this.#size = rest.length;
		this.#tail = rest.subarray(1 - END_OF_MESSAGE.length).toString('latin1');
		return messages;
	}

	takeRest(): Buffer {
		const rest = Buffer.concat(this.#chunks);
		this.#chunks = [];
		this.#size = 0;
		this.#tail = '';
		return rest;
	}
}

/** `\n#13\n`, or `\n##\n` behind the last chunk. */
const HEADER = /^\n#(?:([1-9]\d{0,9})|#)\n/;
const LONGEST_HEADER = 13;

/** What keeping a chunk takes besides its bytes: one byte at a time, a message would fill the memory long before the limit. */
const CHUNK_OVERHEAD = 64;

/** Messages in chunks that say how long they are. A size is believed only up to the limit. */
export class ChunkDeframer implements Deframer {
	readonly #limit: number;
	/** Of the message under way. */
	#chunks: Buffer[] = [];
	#size = 0;
	/** Of the chunk under way: how much is to come. */
	#left = 0;
	#header: Buffer = Buffer.alloc(0);

	constructor(limit: number = ANSWER_LIMIT_BYTES) {
		this.#limit = limit;
	}

	push(chunk: Buffer): readonly Buffer[] {
		const messages: Buffer[] = [];
		let rest = chunk;
		while (rest.length > 0) {
			if (this.#left > 0) {
				const data = rest.subarray(0, this.#left);
				this.#chunks.push(data);
				this.#left -= data.length;
				rest = rest.subarray(data.length);
				continue;
			}
			const known = this.#header.length;
			const window = Buffer.concat([this.#header, rest.subarray(0, LONGEST_HEADER)]);
			const header = HEADER.exec(window.toString('latin1'));
			if (header === null) {
				if (!mayBecomeHeader(window)) throw new FramingError('a chunk does not begin with its size');
				this.#header = window;
				return messages;
			}
			this.#header = Buffer.alloc(0);
			rest = rest.subarray(header[0].length - known);
			if (header[1] === undefined) messages.push(this.#end());
			else this.#begin(Number(header[1]));
		}
		return messages;
	}

	takeRest(): Buffer {
		return this.#header;
	}

	#begin(size: number): void {
		this.#size += size + CHUNK_OVERHEAD;
		if (this.#size > this.#limit) throw tooLarge(this.#limit);
		this.#left = size;
	}

	#end(): Buffer {
		if (this.#chunks.length === 0) throw new FramingError('a message has no chunk');
		const message = Buffer.concat(this.#chunks);
		this.#chunks = [];
		this.#size = 0;
		return message;
	}
}

function mayBecomeHeader(bytes: Buffer): boolean {
	return bytes.length < LONGEST_HEADER && /^\n(?:#(?:#|[1-9]\d{0,9})?)?$/.test(bytes.toString('latin1'));
}

function tooLarge(limit: number): FramingError {
	return new FramingError(`a message is larger than ${limit / 2 ** 20} MiB`);
}
