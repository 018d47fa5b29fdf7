import type { Syntax } from '../platform/syntax.ts';
import { SECRET_FORM } from './fingerprint.ts';

/** Begins like a masked secret and is none, or goes on behind it: what masks leave alone is as long as that and no longer. */
const LOOK_ALIKE = new RegExp(String.raw`(?!${SECRET_FORM}(?![\w!]))<secret(?=[:>])[^\s<>]*>?`, 'g');

/** In place of its brackets, which some values cannot hold: a character of private use, which no mask asks for. */
const ANY_SIGN = '\u{e000}';

/**
 * A line in which nothing but a masked secret looks like one: whoever sets a password to `<secret:…` does not keep masks from
 * hiding it. Every sign stays in its place. In XML a secret may be an element.
 *
 * @example
 * // password <secret:1f3a9c>  //=> password <secret:1f3a9c>
 * // password <secret:mine>    //=> password \u{e000}secret:mine\u{e000}
 */
export function withoutLookAlikes(line: string, { style }: Pick<Syntax, 'style'>): string {
	if (style === 'xml' || !line.includes('<secret')) return line;
	return line.replaceAll(LOOK_ALIKE, (word) => word.replaceAll(/[<>]/g, ANY_SIGN));
}
