import type { Writable } from 'node:stream';

/**
 * Writes to a stream at once what is said in one go: of a fleet hundreds of devices may be judged on end, and a call of the
 * system for the line of each takes longer than the line. Nothing waits beyond that: timers and sockets come later.
 */
export function writeTogether(stream: Writable): (text: string) => void {
	let corked = false;
	return (text) => {
		if (!corked) {
			corked = true;
			stream.cork();
			process.nextTick(() => {
				corked = false;
				stream.uncork();
			});
		}
		stream.write(text);
	};
}
