import { decode as decodeBytes } from '../connection/decode.ts';
import { isPlain, TerminalLine } from './terminal-line.ts';

/** What a terminal received for one command. */
export interface TerminalText {
	/** The bytes, one character each (latin1), cut at ends of lines only. */
	readonly chunks: readonly string[];
	/** Whether every byte is ASCII. */
	readonly ascii: boolean;
	/** Where, counted from the beginning, a pager was answered; ascending. */
	readonly pages: readonly number[];
}

/**
 * Turns a terminal's stream into text: escape sequences, NUL, carriage returns, backspaces and pager prompts are taken out
 * the way a terminal would, everything else stays letter for letter. Linear in the length of the stream.
 */
export function cleanOutput({ chunks, ascii, pages }: TerminalText, pagerPrompt: RegExp): string {
	let from = 0;
	// Chunk by chunk: a string of the size of a config costs more to make than to look at, so only one is made.
	const cleaned = chunks.map((raw) => {
		const start = from;
		from += raw.length;
		const own = pages.filter((page) => page > start && page <= from).map((page) => page - start);
		return cleanChunk({ raw, ascii, pages: own }, pagerPrompt);
	});
	return cleaned.join('');
}

interface Chunk {
	readonly raw: string;
	readonly ascii: boolean;
	readonly pages: readonly number[];
}

function cleanChunk(chunk: Chunk, pagerPrompt: RegExp): string {
	const { raw, ascii, pages } = chunk;
	// Nearly every config is plain: looking at many lines at once is a fraction of the work of looking at each.
	if (ascii && pages.length === 0 && isPlain(raw)) {
		const text = raw.replaceAll(/\r{0,2}\n/g, '\n');
		if (!text.includes('\r')) return text;
	}
	return cleanLines(chunk, pagerPrompt).join('\n');
}

function cleanLines({ raw, pages }: Chunk, pagerPrompt: RegExp): string[] {
	const lines: string[] = [];
	let nextPage = 0;
	for (let start = 0; start <= raw.length; ) {
		const newline = raw.indexOf('\n', start);
		const end = newline < 0 ? raw.length : newline;
		const firstPage = nextPage;
		while (nextPage < pages.length && (pages[nextPage] ?? 0) <= end) nextPage += 1;
		const line = cleanLine({ raw, start, end, pages: pages.slice(firstPage, nextPage) }, pagerPrompt);
		if (line !== null) lines.push(decode(line));
		start = end + 1;
	}
	return lines;
}

/** null: there was nothing on the line but a pager's prompt. */
function cleanLine(
	line: { readonly raw: string; readonly start: number; readonly end: number; readonly pages: readonly number[] },
	pagerPrompt: RegExp,
): string | null {
	const { raw, start, pages } = line;
	let end = line.end;
	// \r\n and \r\r\n end a line; a carriage return anywhere else goes back to its start.
	while (end > start && raw[end - 1] === '\r' && !pages.includes(end)) end -= 1;
	const text = raw.slice(start, end);
	if (pages.length === 0 && isPlain(text) && !text.includes('\r')) return text;

	const terminal = new TerminalLine();
	let from = start;
	for (const page of pages) {
		terminal.write(raw.slice(from, page));
		// A pager that cuts a line in two wipes out what it asked. What ends a line behind other text was no question.
		if (page < end || terminal.beginsWith(pagerPrompt)) terminal.markPager(pagerPrompt);
		from = page;
	}
	const shown = terminal.write(raw.slice(from, Math.max(end, from))).toString();
	return pages.length > 0 && shown.trim() === '' ? null : shown;
}

function decode(latin1: string): string {
	return /[\x80-\xff]/.test(latin1) ? decodeBytes(Buffer.from(latin1, 'latin1')) : latin1;
}
