import type { Span } from './find-values.ts';

/** What stands in front of a quote that opens a text; `\` where a script is itself a text. */
const OPENS = /^[\s=:,;([{\\]?$/;

/** How a shell writes an apostrophe inside of apostrophes, and how YAML does. */
const APOSTROPHES = [String.raw`'\''`, "''"];

/**
 * All of a text in quotes whose beginning is a secret: where a pattern stops at a blank or at a sign, the password may go on.
 * Where no end is found, the span as it is. Without quotes around it, all of the word. A pattern such as `\S+` takes the quote
 * for a part of the secret, and then so is the other one.
 *
 * @example wholeQuoted('key "two words" hash2', [5, 8]) //=> [5, 14]
 * @example wholeQuoted('key "two words" hash2', [4, 8]) //=> [4, 15]
 */
export function wholeQuoted(text: string, [start, end]: Span): Span {
	const close = closeOf(text, start, end);
	if (close !== null) return [start, Math.max(close, end)];
	const closeOfOwn = closeOf(text, start + 1, start + 1);
	if (closeOfOwn !== null) return [start, Math.max(closeOfOwn + 1, end)];
	return [start, wholeWord(text, end)];
}

/** Where the text is closed that a quote in front opens, from some place on: -1 where it is not, null where none opens it. */
function closeOf(text: string, start: number, from: number): number | null {
	const quote = text.charAt(start - 1);
	if ((quote !== '"' && quote !== "'") || !OPENS.test(text.charAt(start - 2))) return null;
	return quote === '"' ? closingQuote(text, start, from) : closingApostrophe(text, from);
}

/** Where a word ends in whose middle a quote stands that neither opens nor closes anything, as it is the only one of its line. */
function wholeWord(text: string, end: number): number {
	if (text.charAt(end) !== '"' || !/\w/.test(text.charAt(end + 1))) return end;
	if (text.indexOf('"') !== end || text.includes('"', end + 1)) return end;
	return end + text.slice(end).search(/\s|$/);
}

/** Where what closes the text begins: an escaped quote is closed by one that is escaped as often. */
function closingQuote(text: string, start: number, from: number): number {
	const escapes = backslashesBefore(text, start - 1);
	for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
		const backslashes = backslashesBefore(text, at);
		if (isEnd(backslashes, escapes)) return backslashes % 2 === 0 ? at : at - escapes;
	}
	return -1;
}

function closingApostrophe(text: string, from: number): number {
	let at = text.indexOf("'", from);
	for (;;) {
		const apostrophe = APOSTROPHES.find((form) => at !== -1 && text.startsWith(form, at));
		if (apostrophe === undefined) return at;
		at = text.indexOf("'", at + apostrophe.length);
	}
}

function backslashesBefore(text: string, place: number): number {
	let start = place;
	while (text.charAt(start - 1) === '\\') start -= 1;
	return place - start;
}

/**
 * Whether a quote ends a text that a quote with so many escapes began. Each text within a text doubles what stands in front:
 * `\"` inside of `"`, `\\\"` inside of that.
 */
function isEnd(backslashes: number, escapes: number): boolean {
	if (backslashes % 2 === 0) return true;
	return escapes > 0 && isEnd((backslashes - 1) / 2, (escapes - 1) / 2);
}
