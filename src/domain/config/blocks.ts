import { SECRET_FORM } from '../masking/fingerprint.ts';
import type { BlockRule, Syntax } from '../platform/syntax.ts';
import type { LineReading } from './config-line.ts';

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
	if (end === 'braces') return openBraces(start, text);
	if (end !== 'delimiter') return { start, endsWith: (raw) => end.test(raw.trimStart()) };
	const opening = splitAtDelimiter(text, rule);
	if (opening === null || delimiterIn(opening.rest, opening.delimiter) !== -1) return null;
	return { start, endsWith: (raw) => delimiterIn(raw, opening.delimiter) !== -1 };
}

/** Where the delimiter stands, or -1. It may be any letter, and those of what stands for a secret are nobody's. */
export function delimiterIn(text: string, delimiter: string): number {
	if (!text.includes(delimiter)) return -1;
	return text.replaceAll(HIDDEN, (hidden) => ' '.repeat(hidden.length)).indexOf(delimiter);
}

const HIDDEN = /<(?:secret(?::[0-9a-f]{6})?|volatile|removed)>/g;

/** The first line of a block in braces as one that opens no section: they are its body's. */
export function withoutBlockBrace(text: string, block: BlockRule | null): string {
	return block?.end === 'braces' ? text.replace(/\{$/, ' ') : text;
}

function openBraces(start: number, text: string): OpenBlock | null {
	let open = bracesIn(text);
	if (open <= 0) return null;
	return {
		start,
		endsWith: (raw) => {
			open += bracesIn(raw);
			return open <= 0;
		},
	};
}

/** How many more braces a line opens than it closes; Tcl counts every brace without a backslash, in comments too. */
function bracesIn(text: string): number {
	let open = 0;
	for (let at = 0; at < text.length; at += 1) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '{') open += 1;
		else if (text[at] === '}') open -= 1;
	}
	return open;
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

/** What a line of a key is made of: base64, hexadecimal in groups, a header of PEM, or what masking makes of it. */
const PART_OF_KEY = new RegExp(
	String.raw`^(?:"?[A-Za-z0-9+/=]+[\\"';,]*|[0-9A-Fa-f]{2,8}(?: [0-9A-Fa-f]{2,8})*|(?:Proc-Type|DEK-Info): .*|${SECRET_FORM}|)$`,
);

/** Nothing else looks like it, wherever it stands in the line. */
const LONG_BASE64 = /[A-Za-z0-9+/=]{40}/;

/** Looks like base64, and ends a section of some system. */
const ENDS_SECTION = /^(?:end|next|return|exit|quit)$/;

/** A message of the device may stand in a key: as many lines behind what is none are looked at for more of it. */
const GAP = 5;

/** How many of these lines, without their indentation, may belong to a key that has no end: rather one too many. */
export function countKeyLines(texts: readonly string[]): number {
	let count = 0;
	for (let at = 0; at < texts.length && at <= count + GAP; at += 1) {
		const text = texts[at] as string;
		if (text.includes('-----BEGIN ')) break;
		const follows = at === count && PART_OF_KEY.test(text) && !ENDS_SECTION.test(text);
		if (follows || LONG_BASE64.test(text)) count = at + 1;
	}
	return count;
}

/** Lines that start a block whose end never comes. */
export function findEndlessBlocks<Line extends LineReading>(lines: readonly Line[]): readonly Line[] {
	return lines.filter((_, index) => isEndless(lines, index));
}

/** Whether the line at an index starts a block whose end never comes. */
export function isEndless(lines: readonly LineReading[], start: number): boolean {
	const line = lines[start];
	if (line === undefined || line.block === null) return false;
	const open = openBlock(start, line.text, line.block);
	return open !== null && !bodyBehind(lines, start).some(({ raw }) => open.endsWith(raw));
}

/** The lines of the block that starts at an index. */
export function bodyBehind<Line extends LineReading>(lines: readonly Line[], start: number): readonly Line[] {
	let after = start + 1;
	while (lines[after]?.role === 'body') after += 1;
	return lines.slice(start + 1, after);
}

/** The block that swallows the rest of a text because its end never comes. */
export function findUnclosedBlock<Line extends LineReading>(
	lines: readonly Line[],
): { readonly line: Line; readonly block: BlockRule } | null {
	const start = lines.findLastIndex(({ role }) => role !== 'body');
	const line = lines[start];
	if (line === undefined || line.block === null) return null;
	const open = openBlock(start, line.text, line.block);
	if (open === null || lines.slice(start + 1).some(({ raw }) => open.endsWith(raw))) return null;
	return { line, block: line.block };
}
