import type { Syntax } from '../../platform/syntax.ts';
import type { Steps } from '../../steps.ts';
import type { ConfigLine } from '../config-line.ts';
import { isOfDocuments } from '../style-of.ts';
import { jsonLines } from './json.ts';
import { xmlLines } from './xml.ts';

/**
 * The lines of a JSON or XML document, read in steps. null for the other styles, and for a text that does not even begin like a
 * document (a refusal, a banner): it is read line by line, so that its secrets are hidden all the same.
 *
 * @throws DriftAuditError `ERR_PARSE` where the text begins like a document and is none
 */
export function* documentLines(
	text: string,
	{ style, unsaidAttributes }: Pick<Syntax, 'style' | 'unsaidAttributes'>,
): Steps<readonly ConfigLine[] | null> {
	if (!isOfDocuments(style)) return null;
	const document = text.replaceAll('\0', '').replace(/^\uFEFF?\s*/, (blank) => blank.replaceAll(/[^\n]/g, ''));
	const first = /\S/.exec(document)?.[0];
	if (style === 'json') return first === '{' || first === '[' ? yield* jsonLines(document) : null;
	return first === '<' ? yield* xmlLines(document, unsaidAttributes) : null;
}
