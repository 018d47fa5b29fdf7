import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { LineFault } from './line-fault.ts';
import { randomBytes, seededRandom } from './random.ts';

/** A chunk of a flood: large enough that sending it is not what takes the time. */
const FLOOD_BYTES = 64 * 1024;

const DRIP_MS = 1_000;

/**
 * A server's end of a connection whose line is bad: what one side sends reaches the other as the fault has it, what the other
 * sends arrives as it is.
 */
export function faultyLine(socket: Socket, fault: LineFault): Duplex {
	const { kind, of = 'server', afterBytes, seed = 1 } = fault;
	const random = seededRandom(seed);
	let left = afterBytes;
	let timer: NodeJS.Timeout | undefined;

	const flood = (): void => {
		const bytes = randomBytes(random, FLOOD_BYTES);
		// A write to a client that is gone fails before the socket knows.
		const next = (error?: Error | null): void => {
			if (!error && socket.writable) socket.write(bytes, next);
		};
		next();
	};
	const drip = (bytes: Buffer, done: () => void): void => {
		let at = 0;
		timer = setInterval(() => {
			socket.write(bytes.subarray(at, at + 1));
			at += 1;
			if (at < bytes.length) return;
			clearInterval(timer);
			done();
		}, DRIP_MS);
	};
	const garbled = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ (1 + Math.floor(random() * 255))));
	/** From the place on. Where `done` is not called the server waits for ever, as behind a line that takes nothing. */
	const strike = (rest: Buffer, done: () => void): void => {
		switch (kind) {
			case 'reset':
				socket.resetAndDestroy();
				break;
			case 'end':
				socket.end();
				break;
			case 'hang':
				break;
			case 'flood':
				flood();
				break;
			case 'drip':
				if (rest.length > 0) drip(rest, done);
				else done();
				break;
			case 'garble':
				socket.write(garbled(rest));
				done();
		}
	};

	/** The same for what the client sends. The server has what came before. */
	const strikeClient = (rest: Buffer): void => {
		if (kind === 'reset') socket.resetAndDestroy();
		if (kind === 'end') socket.end();
		if (kind === 'garble') line.push(garbled(rest));
	};
	const take = (chunk: Buffer): void => {
		const good = of === 'client' ? chunk.subarray(0, left) : chunk;
		if (good.length > 0) line.push(good);
		if (of !== 'client') return;
		left -= good.length;
		if (left === 0) strikeClient(chunk.subarray(good.length));
	};

	const line = new Duplex({
		read: () => {},
		write: (chunk: Buffer, _encoding, done) => {
			if (of === 'client') {
				socket.write(chunk, () => done());
				return;
			}
			const good = chunk.subarray(0, left);
			left -= good.length;
			if (left > 0) socket.write(good, () => done());
			else if (good.length > 0) socket.write(good, () => strike(chunk.subarray(good.length), done));
			else strike(chunk, done);
		},
		final: (done) => {
			socket.end();
			done();
		},
		destroy: (error, done) => {
			clearInterval(timer);
			socket.destroy();
			done(error);
		},
	});
	socket.on('data', take);
	socket.on('end', () => line.push(null));
	socket.on('error', () => {});
	socket.on('close', () => line.destroy());
	return line;
}
