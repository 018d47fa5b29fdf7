/**
 * `trimStart()` and `trimEnd()` for lines of a configuration. Most lines have nothing to trim or spaces only, and to see that
 * costs a fraction of a call of either.
 */
export function withoutIndent(raw: string): string {
	const indent = countSpaces(raw);
	if (isVisible(raw.charCodeAt(indent))) return indent === 0 ? raw : raw.slice(indent);
	return raw.trimStart();
}

/** As `withoutIndent`, at the end of a line. */
export function withoutTrailingBlanks(line: string): string {
	return isVisible(line.charCodeAt(line.length - 1)) ? line : line.trimEnd();
}

/** How many spaces a line begins with, which begins at `start` of a text. */
export function countSpaces(text: string, start = 0): number {
	let at = start;
	while (text.charCodeAt(at) === SPACE) at += 1;
	return at - start;
}

const SPACE = 0x20;

/** A letter, digit or sign of ASCII; not so for what is no character at all (`NaN`). */
export function isVisible(code: number): boolean {
	return code > SPACE && code < 0x7f;
}
