/** A text up to its first space; all of it where there is none. */
export function firstWord(text: string): string {
	const end = text.indexOf(' ');
	return end === -1 ? text : text.slice(0, end);
}

/** The first two words of a line, with one blank between them; all of a line that has no more. */
export function firstTwoWords(text: string): string {
	const end = text.indexOf(' ', text.indexOf(' ') + 1);
	return end === -1 ? text : text.slice(0, end);
}
