/**
 * `trimStart()` and `trimEnd()` for lines of a configuration. Most lines have nothing to trim or spaces only, and to see that
 * costs a fraction of a call of either.
 */
export function withoutIndent(raw: string): string {
	const indent = countSpaces(raw);
	if (isVisible(raw.charCodeAt(indent))) return indent === 0 ? raw : raw.slice(indent);
	return raw.trimStart();
}

export function withoutTrailingBlanks(line: string): string {
	return isVisible(line.charCodeAt(line.length - 1)) ? line : line.trimEnd();
}

/** How many spaces a line begins with. */
export function countSpaces(raw: string): number {
	let count = 0;
	while (raw.charCodeAt(count) === SPACE) count += 1;
	return count;
}

const SPACE = 0x20;

/** A letter, digit or sign of ASCII; not so for what is no character at all (`NaN`). */
export function isVisible(code: number): boolean {
	return code > SPACE && code < 0x7f;
}
