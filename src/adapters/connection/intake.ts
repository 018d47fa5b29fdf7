import { Socket } from 'node:net';
import { Turn } from '../../domain/turn.ts';

/** Time, and how to come back when timers and sockets have had their turn. */
export interface EventLoop {
	/** Milliseconds since any moment. */
	readonly elapsed: () => number;
	/** Those who are told in one turn come one after the other in the next. */
	readonly later: (call: () => void) => void;
}

/**
 * Hands on what sockets have received, in the order in which it came and in turns with timers: where hundreds of sockets have
 * something at once, the event loop takes it from all of them before anybody else.
 */
export class Intake {
	readonly #turn: Turn;
	readonly #later: EventLoop['later'];
	readonly #waiting: (() => void)[] = [];
	#isUnderWay = false;

	constructor({ elapsed, later }: EventLoop = { elapsed: () => performance.now(), later: setImmediate }) {
		this.#turn = new Turn(elapsed, () => new Promise(later));
		this.#later = later;
	}

	/** Whether it was handed on at once; whoever it came from is not to be read any further before it is. */
	take(handOn: () => void): boolean {
		if (!this.#isUnderWay) {
			this.#isUnderWay = true;
			this.#turn.begin();
			this.#later(this.#endTurn);
		}
		if (this.#waiting.length > 0 || this.#turn.isOver) {
			this.#waiting.push(handOn);
			return false;
		}
		handOn();
		return true;
	}

	/** What waits is not taken in the turn that ends, but behind the timers that follow. */
	readonly #endTurn = (): void => {
		if (this.#waiting.length === 0) {
			this.#isUnderWay = false;
			return;
		}
		this.#later(() => {
			this.#turn.begin();
			// Not asked whether that is over: a busy machine may not run us for so long in between.
			this.#waiting.shift()?.();
		});
		// A call for each, so that what comes of one is done, and counted, before the next.
		for (const _ of this.#waiting) this.#later(this.#handOnNext);
		this.#later(this.#endTurn);
	};

	readonly #handOnNext = (): void => {
		if (!this.#turn.isOver) this.#waiting.shift()?.();
	};
}

/** Of all sockets, as there is one event loop. */
const intake = new Intake();

/** What hands on what waits of a socket; once that was done it does nothing. */
const waiting = new WeakMap<Socket, () => void>();

/** Has what a socket receives handed on by an intake; the system keeps what comes while some of it waits there. */
export function receiveInTurns<Receiver extends Socket>(socket: Receiver, through = intake): Receiver {
	const push = Socket.prototype.push.bind(socket);
	return Object.assign(socket, {
		push(chunk: unknown, encoding?: BufferEncoding): boolean {
			let wantsMore = true;
			let waits = true;
			const handOn = (): void => {
				if (waits && !socket.destroyed) wantsMore = push(chunk, encoding);
				waits = false;
			};
			if (through.take(handOn)) return wantsMore;
			waiting.set(socket, handOn);
			// A socket that is told no stops reading, and begins again when it is handed what it waits for.
			return false;
		},
	});
}

/**
 * Hands on what waits of a socket out of its turn: before something is sent, as a socket whose peer is gone by then fails and
 * hands on nothing more, not even why the peer has gone.
 */
export function hearFirst(socket: Socket): void {
	waiting.get(socket)?.();
	waiting.delete(socket);
}

/**
 * Calls when all that has come by now was handed on: a process that was busy gets to its timers before its sockets. Disposing
 * of it calls nobody.
 */
export function onceAllIsTaken(call: () => void): Disposable {
	let isWanted = true;
	setImmediate(() =>
		intake.take(() => {
			if (isWanted) call();
		}),
	);
	return {
		[Symbol.dispose]() {
			isWanted = false;
		},
	};
}
