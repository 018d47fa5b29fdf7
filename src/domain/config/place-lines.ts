import { oncePer } from '../once-per.ts';
import type { Syntax } from '../platform/syntax.ts';
import type { Steps } from '../steps.ts';
import { anyOf } from '../text/any-of.ts';
import { withoutIndent, withoutTrailingBlanks } from './blanks.ts';
import { blockStartedBy, countKeyLines, type OpenBlock, openBlock, withoutBlockBrace } from './blocks.ts';
import type { ConfigLine, LineRole } from './config-line.ts';
import { joinContinued, type LogicalLines } from './continued-lines.ts';
import { indentPrograms } from './programs.ts';
import { readQuotes } from './quotes.ts';
import { MAX_LINES, TooLarge } from './size-limits.ts';
import { statementsOn } from './styles/inline-braces.ts';
import type { Nesting } from './styles/nesting.ts';

/** Splits a text into lines, gives each its role, and its parent as `nesting` tells it. */
export function* placeLines(text: string, syntax: Syntax, nesting: Nesting): Steps<readonly ConfigLine[]> {
	const printed = splitLines(text);
	yield;
	const logical = joinContinued(printed, syntax.continuation);
	yield;
	const placing = new Placing(logical, { syntax, nesting, placedAs: indentPrograms(logical.lines, syntax) });
	for (let next = 0; next < logical.lines.length; ) {
		if (next > 0) yield;
		next = placing.place(next, Math.min(next + PLACED_ON_END, logical.lines.length));
	}
	return placing.lines;
}

/** One pass over the lines of a text. */
class Placing {
	readonly lines: ConfigLine[] = [];
	readonly #logical: readonly string[];
	readonly #numbers: readonly number[] | null;
	readonly #syntax: Syntax;
	readonly #nesting: Nesting;
	readonly #placedAs: readonly string[];
	readonly #isSpecial: (text: string) => boolean;
	#open: OpenBlock | null = null;
	/** Where the open block started, among the printed lines. */
	#openedAt = 0;
	/** Whether a line stands in a text that began on one in front of it. */
	#isInQuotes = false;
	#endless = 0;

	constructor(
		{ lines, numbers }: LogicalLines,
		{
			syntax,
			nesting,
			placedAs,
		}: { readonly syntax: Syntax; readonly nesting: Nesting; readonly placedAs: readonly string[] },
	) {
		this.#logical = lines;
		this.#numbers = numbers;
		this.#syntax = syntax;
		this.#nesting = nesting;
		this.#placedAs = placedAs;
		this.#isSpecial = specialLinesOf(syntax);
	}

	/** Returns the line to go on with. */
	place(from: number, to: number): number {
		const logical = this.#logical;
		const lines = this.lines;
		const mayHoldSeveral = this.#syntax.inlineBraces === true;
		let open = this.#open;
		for (let line = from; line < to; line += 1) {
			// A line may hold any number of statements.
			if (lines.length > MAX_LINES) throw new TooLarge('lines');
			const raw = logical[line] as string;
			const number = this.#numbers?.[line] ?? line + 1;
			if (open === null) {
				const statements = mayHoldSeveral ? this.#statementsOn(raw) : null;
				if (statements === null) open = this.#read(raw, number, this.#placedAs[line]);
				else for (const statement of statements) open = this.#read(statement, number);
				this.#openedAt = line;
				continue;
			}
			lines.push({ number, raw, text: withoutIndent(raw), role: 'body', parent: open.start, block: null });
			if (open.endsWith(raw)) open = null;
			else if (line === logical.length - 1 && this.#endless < MAX_ENDLESS) {
				// Back to the line behind the last one that may belong to the block.
				this.#endless += 1;
				const body = leastBody(lines, open);
				lines.length = open.start + 1 + body;
				this.#open = null;
				return this.#openedAt + body + 1;
			}
		}
		this.#open = open;
		return to;
	}

	/** null: as they stand there, which holds for what is no statement, too. */
	#statementsOn(raw: string): readonly string[] | null {
		const text = withoutIndent(raw);
		if (this.#nesting.inRemark?.() === true || this.#isSpecial(text)) return null;
		const isInQuotes = this.#isInQuotes;
		if (isInQuotes || !/^(?:#|\/\*)/.test(text)) this.#isInQuotes = readQuotes(text, isInQuotes).isOpen;
		return isInQuotes ? null : statementsOn(raw);
	}

	/** Returns the block that begins. */
	#read(raw: string, number: number, placed = raw): OpenBlock | null {
		const syntax = this.#syntax;
		const text = withoutIndent(raw);
		const special = this.#isSpecial(text);
		const unsaid = unsaidRole(text, special ? syntax.frame : [], syntax.comments);
		if (unsaid !== null) {
			this.lines.push({ number, raw, text, role: unsaid, parent: this.#nesting.enclosing(placed), block: null });
			return null;
		}
		const index = this.lines.length;
		const block = special ? blockStartedBy(text, syntax) : null;
		const closes = special && syntax.closers.some((pattern) => pattern.test(text));
		const { role, parent } = this.#nesting.place(index, placed, withoutBlockBrace(text, block), closes);
		this.lines.push({ number, raw, text, role, parent, block });
		return block === null ? null : openBlock(index, text, block);
	}
}

/** Some 0.5 ms of them. */
const PLACED_ON_END = 1_000;

/** How many lines a block whose end never comes has to hold; all that follow where nobody knows. */
function leastBody(lines: readonly ConfigLine[], { start }: OpenBlock): number {
	const block = lines[start]?.block;
	if (block?.prose === true) return 0;
	const body = lines.slice(start + 1).map(({ text }) => text);
	return block?.key === true ? countKeyLines(body) : body.length;
}

/** Each costs another pass over the rest of the text. */
const MAX_ENDLESS = 20;

/** Nearly every line is a plain statement: one question for the patterns of frames, blocks and closers together. */
const specialLinesOf = oncePer(({ frame, blocks, closers }: Syntax) =>
	anyOf([...frame, ...blocks.map(({ start }) => start), ...closers]),
);

/**
 * Lines without terminators and trailing white space; a byte order mark and NULs are not part of a configuration. A lone
 * CR ends a line too; several in front of a line feed are one terminator.
 */
function splitLines(text: string): readonly string[] {
	const lines = text
		.replace(/^\uFEFF/, '')
		.replaceAll('\0', '')
		.split('\n');
	if (lines.at(-1) === '') lines.pop();
	if (!text.includes('\r')) return lines.map(withoutTrailingBlanks);
	return lines.flatMap((line) => withoutTrailingBlanks(line).split('\r').map(withoutTrailingBlanks));
}

/** The role of a line that says nothing by itself; null for every other one. */
function unsaidRole(text: string, frame: readonly RegExp[], comments: readonly string[]): LineRole | null {
	if (text === '') return 'blank';
	for (const pattern of frame) if (pattern.test(text)) return 'frame';
	for (const prefix of comments) if (text.startsWith(prefix)) return 'comment';
	return null;
}
