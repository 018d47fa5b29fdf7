/** A text up to its first space; all of it where there is none. */
export function firstWord(text: string): string {
	const end = text.indexOf(' ');
	return end === -1 ? text : text.slice(0, end);
}
