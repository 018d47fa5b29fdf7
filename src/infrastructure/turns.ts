import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../domain/steps.ts';
import type { Pieces } from '../domain/text/pieces.ts';
import { Turn } from '../domain/turn.ts';

/** Does work in turns with timers and sockets, which come first: what went before may have been long, too. */
export async function inTurns<Result>(steps: Steps<Result>, turn = ownTurn()): Promise<Result> {
	await turn.end();
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
		if (turn.isOver) await turn.end();
	}
}

/** Takes the pieces of a text in turns with timers and sockets; those without a letter end here. */
export async function* piecesInTurns(pieces: Pieces, turn = ownTurn()): AsyncGenerator<string> {
	await turn.end();
	for (const piece of pieces) {
		if (piece !== '') yield piece;
		if (turn.isOver) await turn.end();
	}
}

/** The text that pieces make, made in turns with timers and sockets. */
export async function textInTurns(pieces: Pieces): Promise<string> {
	let text = '';
	for await (const piece of piecesInTurns(pieces)) text += piece;
	return text;
}

function ownTurn(): Turn {
	return new Turn(() => performance.now(), nextTurn);
}
