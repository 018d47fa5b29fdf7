import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/**
 * A socket whose input arrives `latencyMs` later, in order. As every question has to come in before it is answered, each
 * round trip of the SSH handshake, the login and the commands takes that much longer, as it does on a long line.
 */
export function delayInput(socket: Socket, latencyMs: number): Duplex {
	const onTheWay: { readonly chunk: Buffer | null; readonly dueAt: number }[] = [];
	let timer: NodeJS.Timeout | undefined;

	const line = new Duplex({
		read: () => {},
		write: (chunk, encoding, done) => {
			socket.write(chunk, encoding, done);
		},
		final: (done) => {
			socket.end(done);
		},
		destroy: (error, done) => {
			clearTimeout(timer);
			socket.destroy();
			done(error);
		},
	});

	function deliver(): void {
		const now = performance.now();
		while (onTheWay[0] !== undefined && onTheWay[0].dueAt <= now + 1) line.push(onTheWay.shift()?.chunk);
		timer = onTheWay[0] === undefined ? undefined : setTimeout(deliver, onTheWay[0].dueAt - now);
	}

	function send(chunk: Buffer | null): void {
		onTheWay.push({ chunk, dueAt: performance.now() + latencyMs });
		timer ??= setTimeout(deliver, latencyMs);
	}

	socket.on('data', send);
	socket.on('end', () => send(null));
	socket.on('error', (error) => line.destroy(error));
	socket.on('close', () => line.destroy());
	return line;
}
