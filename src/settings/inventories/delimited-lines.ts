/** A line of a router.db: its fields, and where each begins. */
export interface DelimitedLine {
	/** 1-based. */
	readonly number: number;
	readonly fields: readonly { readonly text: string; readonly column: number }[];
}

/** Reads a text of one record per line; blank lines and those that begin with `#` are comments. */
export function delimitedLines(text: string, delimiter: string): readonly DelimitedLine[] {
	return text.split('\n').flatMap((raw, index) => {
		const line = raw.trimEnd();
		if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
		let column = 1;
		const fields = line.split(delimiter).map((part) => {
			const field = { text: part.trim(), column: column + (part.length - part.trimStart().length) };
			column += part.length + delimiter.length;
			return field;
		});
		return [{ number: index + 1, fields }];
	});
}
