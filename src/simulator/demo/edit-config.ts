/** One named difference between two configurations. It throws where the text it speaks of is not there exactly once. */
export type Edit = (config: string) => string;

/** A config after some edits, one after the other. */
export function edited(config: string, edits: readonly Edit[]): string {
	return edits.reduce((text, edit) => edit(text), config);
}

/** Puts another line in the place of one. Here and below lines are given as they stand in the file, indentation included. */
export function replaceLine(line: string, replacement: string): Edit {
	return onLines((lines) => lines.with(indexOf(lines, line), replacement));
}

/** Adds lines below one. */
export function addAfter(line: string, ...added: readonly string[]): Edit {
	return onLines((lines) => lines.toSpliced(indexOf(lines, line) + 1, 0, ...added));
}

/** Adds lines above one. */
export function addBefore(line: string, ...added: readonly string[]): Edit {
	return onLines((lines) => lines.toSpliced(indexOf(lines, line), 0, ...added));
}

/** Takes one line out. */
export function removeLine(line: string): Edit {
	return onLines((lines) => lines.toSpliced(indexOf(lines, line), 1));
}

/** Removes every line that holds `text`. */
export function removeLinesWith(text: string): Edit {
	return onLines((lines) => {
		const kept = lines.filter((line) => !line.includes(text));
		if (kept.length === lines.length) throw new Error(`no line holds "${text}"`);
		return kept;
	});
}

/** Takes a line and what is indented below it, with its closing brace if it has one, to before another line. */
export function moveBefore(line: string, target: string): Edit {
	return onLines((lines) => {
		const start = indexOf(lines, line);
		const end = endOfSection(lines, start);
		const rest = lines.toSpliced(start, end - start);
		return rest.toSpliced(indexOf(rest, target), 0, ...lines.slice(start, end));
	});
}

/** Applies an edit to one section only, for lines that other sections hold too. */
export function within(header: string, edit: Edit): Edit {
	return onLines((lines) => {
		const start = indexOf(lines, header);
		const end = endOfSection(lines, start);
		return lines.toSpliced(start, end - start, ...edit(lines.slice(start, end).join('\n')).split('\n'));
	});
}

/** Changes every occurrence. */
export function replaceAll(text: string, replacement: string): Edit {
	return (config) => {
		if (!config.includes(text)) throw new Error(`nothing reads "${text}"`);
		return config.replaceAll(text, replacement);
	};
}

function onLines(edit: (lines: readonly string[]) => readonly string[]): Edit {
	return (config) => edit(config.split('\n')).join('\n');
}

function indexOf(lines: readonly string[], line: string): number {
	const index = lines.indexOf(line);
	if (index === -1) throw new Error(`no line reads "${line}"`);
	if (lines.includes(line, index + 1)) throw new Error(`more than one line reads "${line}"`);
	return index;
}

function endOfSection(lines: readonly string[], start: number): number {
	const indentation = indentationOf(lines[start]);
	let end = start + 1;
	while (end < lines.length && indentationOf(lines[end]) > indentation) end += 1;
	return lines[end]?.trim() === '}' && indentationOf(lines[end]) === indentation ? end + 1 : end;
}

function indentationOf(line = ''): number {
	return line.search(/\S|$/);
}
