import type { Syntax } from '../platform/syntax.ts';
import type { Steps } from '../steps.ts';
import { endOfLine } from '../text/end-of-line.ts';
import type { SweptText } from '../text/sweep.ts';
import { countSpaces, isVisible, withoutIndent, withoutTrailingBlanks } from './blanks.ts';
import { blockStartedBy, openBlock } from './blocks.ts';
import { programOf } from './programs.ts';
import { MAX_DEPTH } from './size-limits.ts';

/** A section of the top level with all that is in it. */
export interface NotableSection {
	readonly text: string;
	/** How many lines of the whole text stand above it. */
	readonly above: number;
}

/** The parts of a text that are worth reading. */
export interface NotableSections {
	/** From top to bottom. The first and the last section of the text are always among them. */
	readonly sections: readonly NotableSection[];
	/** Lines of the whole text. */
	readonly total: number;
}

/**
 * Goes through a text in steps without making anything of its lines, and finds the sections of the top level that hold more than
 * plain statements and comments. Where one begins is a guess: whether that line is a statement is for its reader to see.
 *
 * @param swept - says whether anybody has something to say about a line; not asked about every line
 * @returns null where sections cannot be told apart like that
 */
export function* notableSections(text: string, syntax: Syntax, swept: SweptText): Steps<NotableSections | null> {
	// Of these a line is made first: see scanLines.
	if (text.includes('\r') || text.includes('\0')) return null;
	const finder = new SectionFinder(text, syntax, swept);
	for (let at = 0; at < text.length; ) {
		if (at > 0) yield;
		at = finder.readUntil(Math.min(at + READ_ON_END, text.length));
	}
	return finder.found();
}

/** Where the search has come to. */
class SectionFinder {
	readonly #text: string;
	readonly #syntax: Syntax;
	readonly #swept: SweptText;
	readonly #notable: NotableSection[] = [];
	#section = { above: 0, at: 0, isNotable: true };
	/** null: it is in neither a block nor a program. */
	#isEnd: IsEnd | null = null;
	#at = 0;
	/** Lines above that place. */
	#above = 0;

	constructor(text: string, syntax: Syntax, swept: SweptText) {
		this.#text = text;
		this.#syntax = syntax;
		this.#swept = swept;
	}

	/** Returns where the line begins that is next. */
	readUntil(until: number): number {
		while (this.#at < until) {
			const end = endOfLine(this.#text, this.#at);
			this.#readLine(end);
			this.#at = end + 1;
			this.#above += 1;
		}
		return this.#at;
	}

	#readLine(end: number): void {
		const [text, at] = [this.#text, this.#at];
		if (this.#isEnd !== null) {
			if (this.#isEnd(withoutTrailingBlanks(text.slice(at, end)))) this.#isEnd = null;
		} else if (isOdd(text, at, end) || this.#swept.mayMatch(at, end)) {
			this.#section.isNotable = true;
			this.#isEnd = longPartStartedBy(text.slice(at, end), this.#syntax);
		} else if (this.#above > 0 && isLetterOrDigit(text.charCodeAt(at))) {
			this.#endSection(at);
			this.#section = { above: this.#above, at, isNotable: false };
		}
	}

	#endSection(end: number): void {
		const { above, at, isNotable } = this.#section;
		if (isNotable) this.#notable.push({ text: this.#text.slice(at, end), above });
	}

	/** Once all of the text is read. */
	found(): NotableSections | null {
		if (this.#isEnd !== null) return null;
		this.#section.isNotable = true;
		this.#endSection(this.#text.length);
		return { sections: this.#notable, total: this.#above };
	}
}

/** Characters, some milliseconds of them. */
const READ_ON_END = 500_000;

function isLetterOrDigit(code: number): boolean {
	const lower = code | 0x20;
	return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Whether a line without trailing blanks is the last one of what has begun. */
type IsEnd = (raw: string) => boolean;

/** In a block or a program no line begins a section, whatever it looks like. */
function longPartStartedBy(raw: string, syntax: Syntax): IsEnd | null {
	const text = withoutIndent(withoutTrailingBlanks(raw));
	const program = programOf(text, syntax);
	if (program !== undefined) return (line) => program.end.test(withoutIndent(line));
	const rule = blockStartedBy(text, syntax);
	return (rule === null ? null : openBlock(0, text, rule))?.endsWith ?? null;
}

/** Blanks that are no spaces or stand at the end, letters of another alphabet, more indentation than sections need. */
function isOdd(text: string, start: number, end: number): boolean {
	if (start === end) return false;
	const indent = countSpaces(text, start);
	return indent >= MAX_DEPTH || !isVisible(text.charCodeAt(start + indent)) || !isVisible(text.charCodeAt(end - 1));
}
