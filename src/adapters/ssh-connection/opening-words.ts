import type { Duplex } from 'node:stream';
import { printable } from '../connection/printable.ts';

const CHARACTERS_KEPT = 1_000;

/**
 * What a server says before its version of SSH (RFC 4253, 4.2), or in place of it: a device that has no session left says
 * so, and Telnet or a web server shows what it is. ssh2 tells of neither.
 */
export class OpeningWords {
	#text = '';

	/** @param socket - something else has to read it, too */
	constructor(socket: Duplex) {
		const listen = (chunk: Buffer): void => {
			this.#text += chunk.toString('latin1', 0, CHARACTERS_KEPT);
			if (this.#isSsh() || this.#text.length >= CHARACTERS_KEPT) socket.off('data', listen);
		};
		socket.on('data', listen);
	}

	/** Its words, for a message: `"Username:"`. Empty: it has said nothing; null: it speaks SSH. */
	describe(): string | null {
		if (this.#isSsh()) return null;
		if (this.#text === '') return '';
		const words = printable(this.#text);
		return /[a-z]{3}/i.test(words) ? `"${words}"` : 'something that is no text';
	}

	#isSsh(): boolean {
		return /^SSH-/m.test(this.#text);
	}
}
