/** As large a piece as is worth a write. */
const PIECE_CHARACTERS = 64 * 1024;

/** The same text in pieces of a size that is worth a write each; the last one may be empty. */
export function* inPieces(parts: Iterable<string>): Generator<string> {
	let piece = '';
	for (const part of parts) {
		piece += part;
		if (piece.length < PIECE_CHARACTERS) continue;
		yield piece;
		piece = '';
	}
	yield piece;
}

/** The text that pieces make. */
export function wholeText(pieces: Iterable<string>): string {
	return [...pieces].join('');
}
