/** Where the line ends that holds a place of a text: at its line feed, or at the end of the text. */
export function endOfLine(text: string, start: number): number {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.length : end;
}
