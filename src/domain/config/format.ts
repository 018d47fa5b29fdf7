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

const XML_DECLARATION = /^[\s\0\uFEFF]{0,64}<\?xml\s/;

/**
 * What a text is written in where that is something else than its style asks for; null where it fits, or holds nothing. A text
 * of lines may begin as a document does (`{master:0}`, `<HUAWEI>`), so there only a document that can be read to its end is
 * told, or one that says what it is.
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
	if (begins === 'lines of a command line' || XML_DECLARATION.test(text)) return begins;
	return isDocument(text, begins) ? begins : null;
}

function isDocument(text: string, format: 'JSON' | 'XML'): boolean {
	try {
		return atOnce(documentLines(text, { style: format === 'JSON' ? 'json' : 'xml' })) !== null;
	} catch (error) {
		if (error instanceof DriftAuditError) return false;
		throw error;
	}
}
