import type { EventEmitter } from 'node:events';
import type { Writable } from 'node:stream';

const EVERY_MS = 1_000;

/**
 * Sends one character of a text a second, over and over, until the other side is gone.
 *
 * @param client - tells of that by `close`, which an SSH channel does not that nobody reads
 */
export function drip(stream: Writable, text: string, client: EventEmitter = stream): void {
	let at = 0;
	const timer = setInterval(() => {
		stream.write(text.charAt(at % text.length));
		at += 1;
	}, EVERY_MS);
	stream.on('error', () => {});
	client.once('close', () => clearInterval(timer));
}
