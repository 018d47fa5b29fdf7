/**
 * Stands in a cell that a pager prompt was printed to. Terminal output is read as latin1 until it is clean, so no device
 * can send this character.
 */
const PAGER_CELL = '\uE000';

/**
 * What a terminal acts upon instead of printing it, besides the carriage return. The other control characters stand in
 * configs, ^C in banners. Looking for one after the other takes a tenth of the time of a regular expression.
 */
const CONTROLS = ['\x1b', '\b', '\0', '\x07', '\x0b', '\x0c', '\x0e', '\x0f', '\x7f'] as const;

const TOKENS = new RegExp(
	[
		// CSI: cursor, erase, colours (ECMA-48, section 5.4)
		'\\x1b\\[(?<parameters>[0-?]*)[ -/]*(?<final>[@-~])',
		// OSC: window titles
		'\\x1b\\][^\\x07\\x1b]*\\x07?',
		// any other escape sequence
		'\\x1b[ -/]*[0-~]?',
		'[\\x00\\x07\\x08\\r\\x0b\\x0c\\x0e\\x0f\\x7f]',
		'(?<print>[^\\x00\\x07\\x08\\r\\x0b\\x0c\\x0e\\x0f\\x1b\\x7f]+)',
	].join('|'),
	'g',
);

/**
 * A line as a terminal would show it: escape sequences gone, and what backspaces, carriage returns and erasures took back.
 * A plain line comes back as it is, leading and trailing spaces included.
 *
 * @example
 * visibleLine(' --More-- \r          \r ip address 192.0.2.1') //=> ' ip address 192.0.2.1'
 */
export function visibleLine(raw: string): string {
	return isPlain(raw) && !raw.includes('\r') ? raw : new TerminalLine().write(raw).toString();
}

/** Whether nothing in the text needs a terminal to be read; carriage returns may. */
export function isPlain(raw: string): boolean {
	return !CONTROLS.some((control) => raw.includes(control));
}

/** Where the cursor stops on its way to the right, as that of a terminal does at its margin. Ours is 511 columns wide. */
const MARGIN = 1_000;

/** How many cells are erased or moved for one line, all in all: no device takes its line back so often. */
const MAX_ERASED = 4_000_000;

/** One line of a terminal: cells and a cursor. */
export class TerminalLine {
	#cells: string[] = [];
	#cursor = 0;
	#overwritten = false;
	#erased = 0;

	write(raw: string): this {
		for (const token of raw.matchAll(TOKENS)) {
			const { print, parameters, final } = token.groups ?? {};
			if (print !== undefined) this.#print(print);
			else if (final !== undefined) this.#control(final, parameters ?? '');
			else if (token[0] === '\r') this.#move(0);
			else if (token[0] === '\b') this.#move(this.#cursor - 1);
		}
		return this;
	}

	/** Whether nothing but blanks and earlier pages stands in front of what a pager asks. */
	beginsWith(prompt: RegExp): boolean {
		const text = this.#cells.join('');
		return /^[\s\uE000]*$/.test(text.slice(0, Math.max(text.search(prompt), 0)));
	}

	/**
	 * Marks what a pager asked at the end of the line: it is dropped, whether or not the device wipes it out. Behind a text the
	 * blank in front of it may be the text's own: there a pager wipes out what is its own, or the text could not go on.
	 */
	markPager(prompt: RegExp): void {
		const text = this.#cells.join('');
		const start = text.search(prompt);
		if (start < 0) return;
		const isBehindText = /[^\s\uE000]/.test(text.slice(0, start));
		const blanks = isBehindText ? text.slice(start).search(/\S/) : 0;
		this.#cells.fill(PAGER_CELL, start + blanks);
	}

	/** The line without pager prompts, and without the blanks that wiped something out. */
	toString(): string {
		let end = this.#cells.length;
		while (this.#overwritten && end > this.#cursor && /^[ \uE000]$/.test(this.#cells[end - 1] ?? '')) end -= 1;
		return this.#cells.slice(0, end).join('').replaceAll(PAGER_CELL, '');
	}

	#print(text: string): void {
		for (const character of text) {
			// A cursor moved past the end leaves blanks.
			while (this.#cells.length < this.#cursor) this.#cells.push(' ');
			this.#cells[this.#cursor] = character;
			this.#cursor += 1;
		}
	}

	#control(final: string, parameters: string): void {
		const numbers = parameters.split(';').map((number) => Number.parseInt(number, 10) || 0);
		const count = Math.min(Math.max(numbers[0] ?? 0, 1), MARGIN);
		if (final === 'D') this.#move(this.#cursor - count);
		else if (final === 'C') this.#cursor = Math.max(this.#cursor, Math.min(this.#cursor + count, MARGIN));
		else if (final === 'G') this.#move(count - 1);
		else if (final === 'H' || final === 'f') this.#move(Math.min(Math.max(numbers[1] ?? 0, 1), MARGIN) - 1);
		else if (final === 'K' || final === 'P') this.#erase(final, { mode: numbers[0] ?? 0, count });
	}

	#erase(final: 'K' | 'P', { mode, count }: { readonly mode: number; readonly count: number }): void {
		if (final === 'K') this.#overwritten = true;
		if (final === 'K' && mode === 0) {
			this.#cells.length = Math.min(this.#cells.length, this.#cursor);
			return;
		}
		this.#erased += this.#cells.length;
		if (this.#erased > MAX_ERASED) return;
		if (final === 'P') this.#cells.splice(this.#cursor, count);
		else this.#cells.fill(' ');
	}

	#move(column: number): void {
		this.#cursor = Math.max(column, 0);
		if (this.#cells.length > 0) this.#overwritten = true;
	}
}
