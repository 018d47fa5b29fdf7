import { isPlain, TerminalLine } from './terminal-line.ts';

/** What a terminal received for one command. */
export interface TerminalText {
	/** The bytes, one character each (latin1). */
	readonly raw: string;
	/** Whether every byte is ASCII. */
	readonly ascii: boolean;
	/** Offsets in `raw` at which a pager was answered, ascending. */
	readonly pages: readonly number[];
}

/**
 * Turns a terminal's stream into text: escape sequences, NUL, carriage returns, backspaces and pager prompts are taken out
 * the way a terminal would, everything else stays letter for letter. Linear in the length of the stream.
 */
export function cleanOutput(output: TerminalText, pagerPrompt: RegExp): string {
	const { raw, ascii, pages } = output;
	// Nearly every config is plain: looking at the whole of it is a fraction of the work of looking at each line.
	if (ascii && pages.length === 0 && isPlain(raw)) {
		const text = raw.replaceAll(/\r{0,2}\n/g, '\n');
		if (!text.includes('\r')) return text;
	}
	return cleanLines(output, pagerPrompt).join('\n');
}

function cleanLines({ raw, pages }: TerminalText, pagerPrompt: RegExp): string[] {
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
		terminal.markPager(pagerPrompt);
		from = page;
	}
	const shown = terminal.write(raw.slice(from, Math.max(end, from))).toString();
	return pages.length > 0 && shown.trim() === '' ? null : shown;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Devices say nowhere what their text is encoded in: UTF-8 if it can be, else latin1. */
function decode(latin1: string): string {
	if (!/[\x80-\xff]/.test(latin1)) return latin1;
	try {
		return utf8.decode(Buffer.from(latin1, 'latin1'));
	} catch {
		// Not UTF-8, so it is what it was read as.
		return latin1;
	}
}
