import type { Steps } from '../steps.ts';

/** As large a piece as is worth a write. */
const PIECE_CHARACTERS = 64 * 1024;

/**
 * A text in pieces. One without a letter is a place where the next one takes a while: whoever takes them may let others have
 * their turn.
 */
export type Pieces = Iterable<string>;

/** The same text in pieces of a size that is worth a write each; the last one may be empty. */
export function* inPieces(parts: Pieces): Generator<string> {
	let piece = '';
	for (const part of parts) {
		piece += part;
		if (piece.length >= PIECE_CHARACTERS) {
			yield piece;
			piece = '';
		} else if (part === '') yield '';
	}
	yield piece;
}

/** Work on the way to a text: each of its steps is a piece without a letter. */
export function* wordless<Result>(steps: Steps<Result>): Generator<string, Result> {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
		yield '';
	}
}

/** The text that pieces make. */
export function wholeText(pieces: Pieces): string {
	return [...pieces].join('');
}
