import { connect, isIP, Socket } from 'node:net';
import type { Trace } from '../../use-cases/ports.ts';
import type { Endpoint } from './endpoint.ts';

/** Starts a TCP connection. Small packets are not held back: a CLI is a dialogue of them. */
export function dial({ host, port }: Endpoint, trace?: Trace): Socket {
	const socket = connect({ host, port, noDelay: true });
	if (isIP(host) === 0) socket.on('lookup', (error, address) => error === null && trace?.('address', address));
	else trace?.('address', host);
	// Not by a class of its own: connecting gives a socket back the `write` that all have.
	return Object.assign(socket, { write: collectedWrite });
}

type Written = (error?: Error | null) => void;

const corked = new WeakSet<Socket>();

/**
 * Sends together what is written in one go: an SSH library writes a packet in three or four pieces, and each would be a
 * segment on the line and a call of the system.
 */
function collectedWrite(
	this: Socket,
	chunk: string | Uint8Array,
	encoding?: BufferEncoding | Written,
	written?: Written,
): boolean {
	if (!corked.has(this)) {
		corked.add(this);
		this.cork();
		process.nextTick(() => {
			corked.delete(this);
			this.uncork();
		});
	}
	const write = Socket.prototype.write.bind(this);
	return typeof encoding === 'function' ? write(chunk, encoding) : write(chunk, encoding, written);
}
