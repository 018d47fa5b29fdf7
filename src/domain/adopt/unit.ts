import type { ConfigLine } from '../config/config-line.ts';

/** A statement with all that belongs to it, as indices into scanned lines: half-open. */
export interface Unit {
	readonly start: number;
	readonly end: number;
}

/**
 * The lines that go or come together with a statement: its section or block, and what closes it. Comments behind the last
 * line of a section belong to what follows them.
 *
 * @param endOfText - ends it where it is a program; NX-OS leaves a blank line in front of `end-job`
 */
export function unitAt(lines: readonly ConfigLine[], start: number, endOfText?: RegExp): Unit {
	let end = start + 1;
	for (let at = start + 1; at < lines.length; at += 1) {
		const line = lines[at];
		if (line === undefined) break;
		const isSpoken = line.role !== 'comment' && line.role !== 'blank';
		if (isSpoken && !standsIn(lines, at, start)) break;
		if (isSpoken) end = at + 1;
	}
	let behind = end;
	while (lines[behind]?.role === 'blank') behind += 1;
	if (endOfText?.test(lines[behind]?.text ?? '')) return { start, end: behind + 1 };
	const hasTail = end > start + 1 ? isTail(lines[end], lines[start]) : closesEmpty(lines, start);
	return { start, end: hasTail ? end + 1 : end };
}

/** Comments directly above a statement that speak about it. */
export function withRemarksAbove(lines: readonly ConfigLine[], { start, end }: Unit): Unit {
	let from = start;
	while (from > 0 && lines[from - 1]?.role === 'comment' && !isSeparator(lines[from - 1])) from -= 1;
	return { start: from, end };
}

/** `!` or `#` alone: devices print it between sections, and it says nothing. In a text it may be what ends it. */
export function isSeparator(line: ConfigLine | undefined): boolean {
	return line !== undefined && line.role !== 'body' && /^[!#]$/.test(line.text);
}

/** White space in front of a statement, as it stands in the text. */
export function indentOf({ raw, text }: ConfigLine): string {
	return raw.slice(0, raw.length - text.length);
}

function standsIn(lines: readonly ConfigLine[], at: number, section: number): boolean {
	let parent = lines[at]?.parent ?? -1;
	while (parent > section) parent = lines[parent]?.parent ?? -1;
	return parent === section;
}

/** `exit-address-family` or `!` behind a section, indented as its header is: not inside it, but nothing without it. */
function isTail(line: ConfigLine | undefined, header: ConfigLine | undefined): boolean {
	if (line === undefined || header === undefined) return false;
	if (line.role !== 'closer' && !isSeparator(line)) return false;
	return indentOf(line) === indentOf(header);
}

/** `exit` behind a section in which nothing stands. */
function closesEmpty(lines: readonly ConfigLine[], start: number): boolean {
	const [header, closer] = lines.slice(start, start + 2);
	if (header === undefined || closer === undefined || !isTail(closer, header)) return false;
	const named = /^(?:exit|end|quit)(?:-(.+))?$/.exec(closer.text);
	if (named === null) return false;
	return named[1] === undefined ? closesHeaders(lines, start) : header.text.startsWith(named[1]);
}

/** Whether what closes a section stands below its header, as it does at the top, and not below the last line inside. */
function closesHeaders(lines: readonly ConfigLine[], start: number): boolean {
	let top = lines[start];
	if (top?.parent === -1) return true;
	while (top !== undefined && top.parent !== -1) top = lines[top.parent];
	const isSpoken = ({ role }: ConfigLine): boolean => role !== 'comment' && role !== 'blank';
	const behind = lines
		.slice(start + 2)
		.find((line) => isSpoken(line) && top !== undefined && indentOf(line) === indentOf(top));
	return behind?.role === 'closer';
}
