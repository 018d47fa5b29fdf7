import { REMOVED, SECRET_FORM } from '../masking/fingerprint.ts';
import type { Syntax } from '../platform/syntax.ts';
import { withoutRemark } from './styles/braces.ts';
import { withoutComma } from './styles/json.ts';

/**
 * The statement without what only punctuates it. Devices quote a value where they have to; people quote what they like, so
 * that quotes around a plain word say nothing.
 *
 * @example statementOf('description "uplink";', junos) //=> 'description uplink'
 */
export function statementOf(text: string, syntax: Syntax): string {
	switch (syntax.style) {
		case 'indented':
			return inFull(syntax.needlessQuotes === true ? withoutNeedlessQuotes(text, syntax) : text, syntax);
		case 'xml':
			return text.endsWith('/>') ? `${text.slice(0, -2)}>` : text;
		case 'json':
			return asOpening(withoutComma(text));
		case 'paths':
			return text.replace(SLASHED_PATH, (path) => `/${path.slice(1).replaceAll('/', ' ')}`);
		case 'braces':
			return withoutNeedlessQuotes(withSingleBlanks(withoutPunctuation(withoutRemark(text))), syntax);
		case 'set':
		case 'edit-blocks':
			return withoutNeedlessQuotes(withSingleBlanks(text), syntax);
	}
}

/** A line of a quoted text that began on one in front of it: its blanks and what looks like a remark are its own. */
export function lineInQuotes(text: string, syntax: Syntax): string {
	return withoutNeedlessQuotes(syntax.style === 'braces' ? withoutPunctuation(text) : text, syntax);
}

/** Where a text in quotes may have several lines. */
export function mayQuoteLines({ style }: Syntax): boolean {
	return style === 'braces' || style === 'set' || style === 'edit-blocks';
}

/** People cut the word short that they type most. A section has to be known by its name, so it is read in full. */
function inFull(text: string, { shortInterface }: Syntax): string {
	return shortInterface === true && text.startsWith('int') ? text.replace(SHORT_INTERFACE, 'interface ') : text;
}

const SHORT_INTERFACE = /^int(?:e(?:r(?:f(?:ac?)?)?)?)? (?=\S)/;

/** What holds nothing is the same section as what holds something: `"Ethernet0": {}` and `"Ethernet0": {`. */
function asOpening(text: string): string {
	return /^(?:".*": )?(?:\{\}|\[\])$/.test(text) ? text.slice(0, -1) : text;
}

/** RouterOS takes `/ip/firewall/filter` for `/ip firewall filter`, and a command as the last part of it. */
const SLASHED_PATH = /^\/[\w-]+(?:\/[\w-]+)+(?=$| )/;

/** Words are all that such a system reads, and a value with a blank in it stands in quotes: `set  system host-name a`. */
function withSingleBlanks(text: string): string {
	return text.includes('  ')
		? text.replaceAll(QUOTED_OR_BLANKS, (found) => (found.startsWith(' ') ? ' ' : found))
		: text;
}

/** Quotes may stay open: the text goes on in the next line. */
const QUOTED_OR_BLANKS = /"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|(?<!\\) {2,}/g;

/** A masked secret is a word too, whatever it was, and so is what stands in its place where no mask looks for it. */
const QUOTED_WORD = new RegExp(String.raw`(?<=^|\s)"((?:[\w.\-:/@=+,%~$&]|${SECRET_FORM}|${REMOVED})+)"(?=\s|$)`, 'g');

function withoutNeedlessQuotes(text: string, { singleQuotes }: Syntax): string {
	if (!text.includes('"') && !text.includes("'")) return text;
	const quoted = singleQuotes === true ? text.replaceAll(/(?<=\s)'([^'"]*)'(?=\s|$)/g, '"$1"') : text;
	return quoted.replaceAll(QUOTED_WORD, '$1');
}

/** Without `;`, `{` or `{ }` at its end. */
function withoutPunctuation(text: string): string {
	if (text.endsWith(';')) return text.slice(0, -1);
	const open = text.endsWith('}') ? text.slice(0, -1).trimEnd() : text;
	return open.endsWith('{') ? open.slice(0, -1).trimEnd() : text;
}
