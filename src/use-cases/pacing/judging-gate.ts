import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../../domain/steps.ts';
import { Turn } from '../../domain/turn.ts';
import type { Clock } from '../ports.ts';

/**
 * Does large work in turns with timers and sockets, and one piece of work after the other: what is judged takes many times the
 * memory of its text, so nobody else is begun while it waits for its turn. Small work is done before its first turn is over.
 */
export class JudgingGate {
	readonly #turn: Turn;
	readonly #waiting: (() => void)[] = [];
	#isTaken = false;

	/** @param giveWay - resolves when timers and sockets have had their turn */
	constructor(clock: Pick<Clock, 'elapsed'>, giveWay: () => Promise<void> = nextTurn) {
		this.#turn = new Turn(() => clock.elapsed(), giveWay);
	}

	/** @param check - asked when others have had their turn; what it throws ends the work. Left out: nothing ends it */
	async run<Result>(steps: Steps<Result>, check: () => void = () => {}): Promise<Result> {
		const hasToWait = this.#isTaken;
		if (hasToWait) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.#isTaken = true;
		try {
			if (hasToWait) check();
			return await this.#inTurns(steps, check);
		} finally {
			const next = this.#waiting.shift();
			// Whoever waits takes over at once, so that nobody comes in between.
			if (next === undefined) this.#isTaken = false;
			else next();
		}
	}

	async #inTurns<Result>(steps: Steps<Result>, check: () => void): Promise<Result> {
		for (;;) {
			// Before the first step too: many small ones on end are as long as a large one.
			if (this.#turn.isOver) {
				await this.#turn.end();
				check();
			}
			const { done, value } = steps.next();
			if (done === true) return value;
		}
	}
}
