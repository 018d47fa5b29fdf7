import type { TerminalText } from './clean-output.ts';
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
	#chunks: string[] = [];
	#pending = '';
	#line = '';
	#head = '';
	#newlines = 0;
	#length = 0;
	#pages: number[] = [];

	append(chunk: string): void {
		this.#length += chunk.length;
		this.#pending += chunk;
		if (this.#pending.length >= CHUNK_SIZE) {
			this.#chunks.push(this.#pending);
			this.#pending = '';
		}
		if (this.#head.length < HEAD_LIMIT) this.#head += chunk;
		const newline = chunk.lastIndexOf('\n');
		if (newline >= 0) {
			this.#line = chunk.slice(newline + 1);
			this.#newlines += 1;
		} else if (this.#line.length <= PROMPT_LIMIT) {
			this.#line += chunk;
		}
	}

	/** The line that the cursor is in, as people would see it; empty when it is too long to be a prompt. */
	get lastLine(): string {
		return this.#line.length > PROMPT_LIMIT ? '' : visibleLine(this.#line);
	}

	/** The beginning, as it came. */
	get head(): string {
		return this.#head;
	}

	/** How many characters came. */
	get length(): number {
		return this.#length;
	}

	/** Grows with every chunk that holds a line's end. */
	get newlines(): number {
		return this.#newlines;
	}

	/** Notes that what stands at the end is a pager's prompt. */
	markPage(): void {
		this.#pages.push(this.#length);
	}

	/** All of it. */
	text(): TerminalText {
		return { raw: this.#chunks.join('') + this.#pending, pages: this.#pages };
	}

	/** Everything from an offset on. */
	textFrom(offset: number): TerminalText {
		return { raw: this.text().raw.slice(offset), pages: [] };
	}

	clear(): void {
		this.#chunks = [];
		this.#pending = '';
		this.#line = '';
		this.#head = '';
		this.#newlines = 0;
		this.#length = 0;
		this.#pages = [];
	}
}
