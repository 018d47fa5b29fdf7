import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../domain/steps.ts';
import type { Pieces } from '../domain/text/pieces.ts';

/** How long work goes on before timers and sockets have their turn. The step that is under way comes on top. */
const ON_END_MS = 15;

/** What long work asks at each of its steps. */
export class Turn {
	readonly #elapsed: () => number;
	readonly #giveWay: () => Promise<void>;
	/** Is over at once: what went before may have been long, too. */
	#ends = Number.NEGATIVE_INFINITY;

	/**
	 * @param elapsed - milliseconds since any moment
	 * @param giveWay - resolves when timers and sockets have had their turn
	 */
	constructor(elapsed: () => number = () => performance.now(), giveWay: () => Promise<void> = nextTurn) {
		this.#elapsed = elapsed;
		this.#giveWay = giveWay;
	}

	/** Lets others have their turn if it is time. */
	async mayEnd(): Promise<void> {
		if (this.#elapsed() < this.#ends) return;
		await this.#giveWay();
		this.#ends = this.#elapsed() + ON_END_MS;
	}
}

/** Does work in turns with timers and sockets. */
export async function inTurns<Result>(steps: Steps<Result>, turn = new Turn()): Promise<Result> {
	for (;;) {
		await turn.mayEnd();
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}

/** Takes the pieces of a text in turns with timers and sockets; those without a letter end here. */
export async function* piecesInTurns(pieces: Pieces, turn = new Turn()): AsyncGenerator<string> {
	const parts = pieces[Symbol.iterator]();
	for (;;) {
		await turn.mayEnd();
		const { done, value } = parts.next();
		if (done === true) return;
		if (value !== '') yield value;
	}
}

/** The text that pieces make, made in turns with timers and sockets. */
export async function textInTurns(pieces: Pieces): Promise<string> {
	let text = '';
	for await (const piece of piecesInTurns(pieces)) text += piece;
	return text;
}
