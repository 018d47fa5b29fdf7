import type { Duplex } from 'node:stream';
import { printable } from '../connection/printable.ts';

const CHARACTERS_KEPT = 1_000;
/** In front of its version a server may say a page or two; whoever says more is none. */
const CHARACTERS_HEARD = 64 * 1024;

/**
 * What a server says before its version of SSH (RFC 4253, 4.2), or in place of it: a device that has no session left says
 * so, and Telnet or a web server shows what it is. ssh2 tells of neither.
 */
export class OpeningWords {
	/** How it begins, a character for each byte. */
	#bytes = '';
	/** The end of what came last: a version may come in two pieces. */
	#end = '\n';
	#heard = 0;
	#isSsh = false;

	/** @param socket - something else has to read it, too */
	constructor(socket: Duplex) {
		const listen = (chunk: Buffer): void => {
			const words = chunk.toString('latin1', 0, CHARACTERS_HEARD);
			this.#bytes += words.slice(0, CHARACTERS_KEPT - this.#bytes.length);
			this.#isSsh = /[\r\n]SSH-/.test(this.#end + words);
			this.#end = (this.#end + words).slice(-VERSION.length);
			this.#heard += words.length;
			if (this.#isSsh || this.#heard >= CHARACTERS_HEARD) socket.off('data', listen);
		};
		socket.on('data', listen);
	}

	/** Its words, for a message: `"Username:"`. Empty: it has said nothing; null: it speaks SSH. */
	describe(): string | null {
		if (this.#isSsh) return null;
		if (this.#bytes === '') return '';
		const words = printable(Buffer.from(this.#bytes.replaceAll(TELNET_OPTION, ''), 'latin1').toString());
		return /[a-z]{3}/i.test(words) ? `"${words}"` : 'something that is not text';
	}
}

const VERSION = '\nSSH-';

/** What Telnet negotiates with, no word of anybody: IAC, a verb, an option. source: RFC 854. */
const TELNET_OPTION = /\xff[\xfb-\xfe].?/gs;
