import type { Syntax } from '../platform/platform.ts';
import { countSpaces, isVisible, withoutIndent, withoutTrailingBlanks } from './blanks.ts';
import { blockStartedBy, openBlock } from './blocks.ts';
import { MAX_DEPTH } from './tree.ts';

/** A section of the top level with all that is in it. */
export interface Stretch {
	readonly text: string;
	/** How many lines of the whole text stand above it. */
	readonly above: number;
}

/** The parts of a text that are worth reading. */
export interface Stretches {
	/** From top to bottom. The first and the last section of the text are always among them. */
	readonly notable: readonly Stretch[];
	/** Lines of the whole text. */
	readonly total: number;
}

/**
 * Goes through a text without making anything of its lines, and finds the sections of the top level that hold more than plain
 * statements and comments. Where one begins is a guess: whether that line is a statement is for its reader to see.
 *
 * @param isNotable - whether anybody has something to say about a line without its indentation
 * @returns null where sections cannot be told apart like that
 */
export function notableStretches(text: string, syntax: Syntax, isNotable: (text: string) => boolean): Stretches | null {
	// Of these a line is made first: see scanLines.
	if (text.includes('\r') || text.includes('\0')) return null;
	const notable: Stretch[] = [];
	let section = { above: 0, at: 0, isNotable: true };
	let isEnd: IsEnd | null = null;
	let above = 0;
	for (let at = 0; at < text.length; above += 1) {
		const newline = text.indexOf('\n', at);
		const raw = text.slice(at, newline < 0 ? text.length : newline);
		const indent = countSpaces(raw);
		if (isEnd !== null) {
			if (isEnd(withoutTrailingBlanks(raw))) isEnd = null;
		} else if (isOdd(raw, indent) || isNotable(indent === 0 ? raw : raw.slice(indent))) {
			section.isNotable = true;
			isEnd = longPartStartedBy(raw, syntax);
		} else if (above > 0 && indent === 0 && isLetterOrDigit(raw.charCodeAt(0))) {
			if (section.isNotable) notable.push({ text: text.slice(section.at, at), above: section.above });
			section = { above, at, isNotable: false };
		}
		at += raw.length + 1;
	}
	if (isEnd !== null) return null;
	notable.push({ text: text.slice(section.at), above: section.above });
	return { notable, total: above };
}

function isLetterOrDigit(code: number): boolean {
	const lower = code | 0x20;
	return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Whether a line without trailing blanks is the last one of what has begun. */
type IsEnd = (raw: string) => boolean;

/** In a block or a program no line begins a section, whatever it looks like. */
function longPartStartedBy(raw: string, syntax: Syntax): IsEnd | null {
	const text = withoutIndent(withoutTrailingBlanks(raw));
	const program = syntax.programs?.find(({ start }) => start.test(text));
	if (program !== undefined) return (line) => program.end.test(withoutIndent(line));
	const rule = blockStartedBy(text, syntax);
	return (rule === null ? null : openBlock(0, text, rule))?.endsWith ?? null;
}

/** Blanks that are no spaces or stand at the end, letters of another alphabet, more indentation than sections need. */
function isOdd(raw: string, indent: number): boolean {
	if (raw === '') return false;
	return indent >= MAX_DEPTH || !isVisible(raw.charCodeAt(indent)) || !isVisible(raw.charCodeAt(raw.length - 1));
}
