/** The lines of a text as the device means them, each with the number of the first line that it was printed on. */
export interface LogicalLines {
	readonly lines: readonly string[];
	/** 1-based; null where every line stands for itself. */
	readonly numbers: readonly number[] | null;
}

/**
 * Joins what a device wrapped for the width of its terminal, so that a mask and a compare see whole lines. The indentation
 * of the next line is a part of the wrapping; a blank that belongs to the text stands in front of the mark.
 *
 * @example
 * joinContinued(['add address=192.0.2.1/24 network=\\', '    192.0.2.0'], '\\').lines
 * //=> ['add address=192.0.2.1/24 network=192.0.2.0']
 */
export function joinContinued(printed: readonly string[], mark: string | undefined): LogicalLines {
	if (mark === undefined) return { lines: printed, numbers: null };
	const lines: string[] = [];
	const numbers: number[] = [];
	let parts: string[] = [];
	for (const [index, line] of printed.entries()) {
		if (parts.length === 0) numbers.push(index + 1);
		const text = parts.length === 0 ? line : line.trimStart();
		const goesOn = text.endsWith(mark) && index < printed.length - 1;
		parts.push(goesOn ? text.slice(0, -mark.length) : text);
		if (goesOn) continue;
		lines.push(parts.join(''));
		parts = [];
	}
	return { lines, numbers };
}
