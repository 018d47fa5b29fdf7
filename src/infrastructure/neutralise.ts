/** Splits where any reader of the log may split: the runner breaks lines at a lone carriage return too. */
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u;
/** C0 without the tab, and DEL: each has a picture in the block U+2400. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f]/gu;
/** C1 controls, bidirectional marks, and halves of surrogate pairs, which become `?` or worse on the way out. */
const INVISIBLE = /[\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
/**
 * The runner reads `::name::` where a line starts, after white space (its second command syntax). Its comparison follows
 * the culture's rules, which skip format characters, so they count as white space here.
 */
const COMMAND_AT_START = /^([\s\p{Cf}]*):(?=[\p{Cf}]*:)/u;
/** The runner reads `##[name]` anywhere in a line (its first command syntax). */
const COMMAND_ANYWHERE = /##(?=[\p{Cf}]*\[)/gu;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Makes text from a device, a pull request or an error harmless for a runner's log and for a terminal: what could be read
 * as a command of the runner is broken by a zero-width space; controls, escape sequences and bidirectional marks become
 * visible characters. Never removes a character: what is left out could join a secret's halves.
 *
 * @returns its lines, without line breaks
 * @example
 * neutralise('a\r::stop-commands::x') //=> ['a', ':\u200b:stop-commands::x']
 */
export function neutralise(text: string): string[] {
	return text.split(LINE_BREAK).map(withoutEffect);
}

function withoutEffect(line: string): string {
	return line
		.replace(CONTROL, pictureOf)
		.replace(INVISIBLE, '\ufffd')
		.replace(COMMAND_AT_START, `$1:${ZERO_WIDTH_SPACE}`)
		.replace(COMMAND_ANYWHERE, `##${ZERO_WIDTH_SPACE}`);
}

function pictureOf(control: string): string {
	const code = control.charCodeAt(0);
	return code === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + code);
}
