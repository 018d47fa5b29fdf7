import type { SpellingRule } from '../../platform/spelling-rules.ts';

/** A word, what stands in quotes in it, and a selection in brackets. Each begins with a character of its own. */
const WORD = /(?:"(?:[^"\\]|\\.)*"|\[[^[\]]*\]|[^\s"[])+/g;

const ATTRIBUTE = /^[\w.-]+=/;

/**
 * Words `name=value` in an order of their own, behind the words that are none; values that are sets likewise. What need not be
 * said is left out.
 *
 * @example
 * add chain=input action=drop disabled=no
 * //=> add action=drop chain=input
 */
export function inOwnOrder(
	text: string,
	{ unsaid = [], sets }: Pick<SpellingRule & { readonly kind: 'attributes' }, 'unsaid' | 'sets'>,
): string {
	// A quote without its end: nobody knows where its words end.
	if (/\S/.test(text.replaceAll(WORD, ''))) return text;
	const words = text.match(WORD) ?? [];
	const attributes = words.filter((word) => ATTRIBUTE.test(word) && !unsaid.includes(word));
	const spelled = attributes.map((word) => (sets?.test(word) === true ? sorted(word) : word));
	return [...words.filter((word) => !ATTRIBUTE.test(word)), ...spelled.toSorted()].join(' ');
}

/** `policy=read,api` as `policy=api,read`. */
function sorted(word: string): string {
	const at = word.indexOf('=') + 1;
	return word.slice(0, at) + word.slice(at).split(',').toSorted().join(',');
}
