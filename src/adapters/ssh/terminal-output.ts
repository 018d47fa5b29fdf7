import { isAscii } from 'node:buffer';
import { MAX_LINES } from '../../domain/config/size-limits.ts';
import type { TerminalText } from './clean-output.ts';
import { NewLines } from './new-lines.ts';
import { visibleLine } from './terminal-line.ts';

/** Prompts and pagers are shorter; a longer line is config, and is not looked at before it ends. */
const PROMPT_LIMIT = 1_024;
/** An echo stands at the beginning, if anywhere. */
const HEAD_LIMIT = 4_096;
const CHUNK_SIZE = 16_384;

/**
 * What came since the last command. A chunk costs what the chunk is long and what the line it ends in is long, however
 * much came before.
 */
export class TerminalOutput {
	readonly #newLines = new NewLines();
	#chunks: string[] = [];
	#pending = '';
	#line = '';
	#head = '';
	#ascii = true;
	#newlines = 0;
	#length = 0;
	#lineEnds = 0;
	#pages: number[] = [];

	append(bytes: Buffer): void {
		// A byte is a character until the output is whole: a chunk may end in the middle of a UTF-8 sequence.
		const chunk = this.#newLines.read(bytes);
		this.#ascii &&= isAscii(bytes);
		this.#length += chunk.length;
		if (this.#length > MAX_LINES) this.#lineEnds += countLineEnds(bytes);
		this.#pending += chunk;
		if (this.#head.length < HEAD_LIMIT) this.#head += chunk.slice(0, HEAD_LIMIT);
		const newline = chunk.lastIndexOf('\n');
		if (newline < 0) {
			if (this.#line.length <= PROMPT_LIMIT) this.#line += chunk;
			return;
		}
		this.#line = chunk.slice(newline + 1);
		this.#newlines += 1;
		if (this.#pending.length >= CHUNK_SIZE) this.#cutBehind(this.#pending.length - chunk.length + newline + 1);
	}

	/** The line that the cursor is in, as people would see it; empty when it is too long to be a prompt. */
	get lastLine(): string {
		return this.#line.length > PROMPT_LIMIT ? '' : visibleLine(this.#line);
	}

	/** The beginning. */
	get head(): TerminalText {
		return { chunks: [this.#head], ascii: this.#ascii, pages: [] };
	}

	/** How many characters came. */
	get length(): number {
		return this.#length;
	}

	/** How many lines ended, those of the first two megabytes aside: nearly no config is longer, and counting takes time. */
	get lineEnds(): number {
		return this.#lineEnds;
	}

	/** Grows with every chunk that holds a line's end. */
	get newlines(): number {
		return this.#newlines;
	}

	/** Notes that what stands at the end is a pager's prompt. */
	markPage(): void {
		this.#pages.push(this.#length);
	}

	/** Notes that the last of those prompts goes on to here. */
	moveLastPage(): void {
		this.#pages[this.#pages.length - 1] = this.#length;
	}

	/** All of it. */
	text(): TerminalText {
		return { chunks: [...this.#chunks, this.#pending], ascii: this.#ascii, pages: this.#pages };
	}

	/** What came after the first `length` characters, pagers aside. */
	after(length: number): TerminalText {
		let wanted = this.#length - length;
		const tail: string[] = [];
		for (const chunk of [this.#pending, ...this.#chunks.toReversed()]) {
			if (wanted <= 0) break;
			tail.unshift(chunk.slice(-wanted));
			wanted -= chunk.length;
		}
		return { chunks: tail, ascii: this.#ascii, pages: [] };
	}

	clear(): void {
		this.#chunks = [];
		this.#pending = '';
		this.#line = '';
		this.#head = '';
		this.#ascii = true;
		this.#newlines = 0;
		this.#length = 0;
		this.#lineEnds = 0;
		this.#pages = [];
	}

	#cutBehind(end: number): void {
		this.#chunks.push(this.#pending.slice(0, end));
		this.#pending = this.#pending.slice(end);
	}
}

function countLineEnds(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) count += 1;
	return count;
}
