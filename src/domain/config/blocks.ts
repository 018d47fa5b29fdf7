import type { BlockRule, Syntax } from '../platform.ts';
import type { ConfigLine } from './lines.ts';

/** A block whose end has not come yet. */
export interface OpenBlock {
	/** Index of the line that starts the block. */
	readonly start: number;
	endsWith(raw: string): boolean;
}

/** The rule of the block that a line without its indentation starts. */
export function blockStartedBy(text: string, { blocks }: Syntax): BlockRule | null {
	return blocks.find(({ start }) => start.test(text)) ?? null;
}

/** null where the block ends on the line that starts it. */
export function openBlock(start: number, text: string, rule: BlockRule): OpenBlock | null {
	const { end } = rule;
	if (end !== 'delimiter') return { start, endsWith: (raw) => end.test(raw.trimStart()) };
	const opening = splitAtDelimiter(text, rule);
	if (opening === null || opening.rest.includes(opening.delimiter)) return null;
	return { start, endsWith: (raw) => raw.includes(opening.delimiter) };
}

/** The parts of a block's first line: `banner motd ^CHello` → head `banner motd`, delimiter `^C`, rest `Hello`. */
export function splitAtDelimiter(
	text: string,
	{ start }: BlockRule,
): { readonly head: string; readonly delimiter: string; readonly rest: string } | null {
	const match = start.exec(text);
	const delimiter = match?.groups?.delimiter;
	if (match === null || delimiter === undefined) return null;
	// The delimiter is the last thing that the start pattern reads.
	const at = match.index + match[0].lastIndexOf(delimiter);
	return { head: text.slice(0, at).trimEnd(), delimiter, rest: text.slice(at + delimiter.length) };
}

/** The block that swallows the rest of a text because its end never comes. */
export function findUnclosedBlock(
	lines: readonly ConfigLine[],
): { readonly line: ConfigLine; readonly block: BlockRule } | null {
	const last = lines.at(-1);
	const line = last?.role === 'body' ? lines[last.parent] : last;
	if (last === undefined || line === undefined || line.block === null) return null;
	const open = openBlock(0, line.text, line.block);
	return open === null || (last !== line && open.endsWith(last.raw)) ? null : { line, block: line.block };
}
