/**
 * Sets the commas of a JSON text with one key or element to a line, after lines came and went: one behind each that
 * another follows.
 */
export function withCommas(text: string): string {
	const lines = text.split('\n');
	let following: string | null = null;
	for (let index = lines.length - 1; index >= 0; index -= 1) {
		const line = lines[index] ?? '';
		const content = line.trimEnd();
		if (content === '') continue;
		const bare = content.replace(/,$/, '');
		const needsComma = following !== null && !/[[{]$/.test(bare) && !/^[\]}]/.test(following);
		lines[index] = bare + (needsComma ? ',' : '') + line.slice(content.length);
		following = content.trimStart();
	}
	return lines.join('\n');
}
