import { DriftAuditError } from '../../errors.ts';
import type { SyntaxStyle } from '../platform/syntax.ts';
import { atOnce } from '../steps.ts';
import { documentLines } from './styles/document.ts';

/** What a text is written in, as people call it. */
export type Format = 'JSON' | 'XML' | 'lines of a command line';

/** What a text has to be written in for a style. */
export function formatOfStyle(style: SyntaxStyle): Format {
	if (style === 'json') return 'JSON';
	return style === 'xml' ? 'XML' : 'lines of a command line';
}

/**
 * What no text of lines begins with, whether or not the document has an end: a declaration or a remark, an element with an
 * attribute or with another one inside (of two prompts in a row, `<HUAWEI>`, both are the same); the first name of an object.
 */
const BEGINS_DOCUMENT =
	/^[\s\0\uFEFF]{0,64}(?:<[?!]|<[A-Za-z_][\w.:-]*\s+[\w.:-]+\s*=\s*["']|<(?<name>[A-Za-z_][\w.:-]*)>\s*<(?!\k<name>>)[A-Za-z_/!]|(?:\[\s*)?\{\s*"[^"\n]{1,256}"\s*:)/;

/**
 * What a text is written in where that is something else than its style asks for; null where it fits, or holds nothing. A text
 * of lines may begin as a document does (`{master:0}`, `<HUAWEI>`), so there only a document that can be read to its end is
 * told, or one that was cut and begins as nothing else does.
 *
 * @example
 * strangeFormat('hostname edge-01', 'json') //=> 'lines of a command line'
 */
export function strangeFormat(text: string, style: SyntaxStyle): Format | null {
	const first = /[^\s\0\uFEFF]/.exec(text)?.[0];
	if (first === undefined) return null;
	const expected = formatOfStyle(style);
	const begins = first === '{' || first === '[' ? 'JSON' : first === '<' ? 'XML' : 'lines of a command line';
	if (begins === expected) return null;
	if (begins === 'lines of a command line' || BEGINS_DOCUMENT.test(text)) return begins;
	return isDocument(text, begins) ? begins : null;
}

/** More than an echo, and prompts and blanks around it. */
const MOST_IN_FRONT = 6;

/** Opens a text of several lines, such as a page that a load balancer answers with. */
const OPENS_TEXT = /(?:[{"']|\^C)\s*$/;

/**
 * The document that stands behind the first lines of a text, where somebody kept the command, too; null: there is none.
 *
 * @example documentBehindLines('sw# show running-config | json\n{"a": 1}\nsw#') //=> 'JSON'
 */
export function documentBehindLines(text: string): Format | null {
	const lines = text.split('\n', MOST_IN_FRONT);
	const at = lines.findIndex((line) => /^\s*[<{[]/.test(line));
	const inFront = lines.slice(0, at);
	if (at < 1 || inFront.some((line) => OPENS_TEXT.test(line))) return null;
	const behind = text.slice(inFront.join('\n').length + 1);
	if (!BEGINS_DOCUMENT.test(behind)) return null;
	return behind.trimStart().startsWith('<') ? 'XML' : 'JSON';
}

function isDocument(text: string, format: 'JSON' | 'XML'): boolean {
	try {
		return atOnce(documentLines(text, { style: format === 'JSON' ? 'json' : 'xml' })) !== null;
	} catch (error) {
		if (error instanceof DriftAuditError) return false;
		throw error;
	}
}
