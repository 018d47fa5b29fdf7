import { DriftAuditError } from '../../errors.ts';
import { formatCount } from '../text/count-words.ts';

/**
 * More than any configuration has, which are some hundred thousand. Read as lines a text takes up to a hundred times the
 * memory that it takes as text: 64 MiB of line ends are six gigabytes.
 */
export const MAX_LINES = 2_000_000;

/** The same of a document, whose elements begin and end on lines of their own: 30 MB of a firewall's XML have two millions. */
export const MAX_PARTS = 2 * MAX_LINES;

/** In how many sections a line may stand. Several times what any operating system needs (Junos gets to a dozen). */
export const MAX_DEPTH = 50;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Certificates have some hundred thousand. The engine finds no room to search a line of ten millions. */
const MAX_LINE_LENGTH = 4_000_000;

/** A text that is larger than a configuration, in whatever form. Nothing of it is known but that. */
export class TooLarge extends DriftAuditError {
	/** @param what - `lines`, or what they are in a document: `parts` */
	constructor(what: 'lines' | 'parts' | 'length') {
		const found =
			what === 'length'
				? `a line of more than ${formatCount(MAX_LINE_LENGTH)} characters`
				: `more than ${formatCount(what === 'lines' ? MAX_LINES : MAX_PARTS)} ${what}`;
		super('ERR_PARSE', `it has ${found}, which no configuration has. Check what is there`);
	}
}

/** Whether a text would be refused as lines. Of one that is shorter than the limits nothing is looked at. */
export function isTooLarge(text: string): boolean {
	return hasTooManyLines(text) || hasTooLongLine(text);
}

/** Whether a text has more lines than `MAX_LINES`, whatever ends them: a line feed, a carriage return, or both. */
export function hasTooManyLines(text: string): boolean {
	let left = MAX_LINES;
	if (text.length <= left) return false;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
		left -= 1;
		if (left < 0) return true;
	}
	for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
		while (text.charCodeAt(at + 1) === CARRIAGE_RETURN) at += 1;
		// In front of a line feed it is a part of that line's end, however often it stands there.
		if (text.charCodeAt(at + 1) !== LINE_FEED) left -= 1;
		if (left < 0) return true;
	}
	return false;
}

/** Whether a line of a text is longer than any engine can search. Only line feeds end one here. */
export function hasTooLongLine(text: string): boolean {
	if (text.length <= MAX_LINE_LENGTH) return false;
	for (let start = 0; start < text.length - MAX_LINE_LENGTH; ) {
		// From the last line that begins so far on: to stop at every one takes as long as to split the text.
		const end = text.lastIndexOf('\n', start + MAX_LINE_LENGTH);
		if (end < start) return true;
		start = end + 1;
	}
	return false;
}
