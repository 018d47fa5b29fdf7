import type { ConfigLine } from './config-line.ts';

/**
 * What only holds others, in any syntax: braces with or without a name, the root of a document, a path of RouterOS, a `config`
 * of FortiOS. What stands in it is a statement of its own. An interface of IOS is none of these: to be there is something.
 */
const HOLDERS = [
	/^[^{}]*\{\s*\}?[,;]?$/,
	/^\[\s*\]?,?$/,
	/^config .+$/,
	/^\/(?!.*(?:=|\b(?:add|set|unset|remove|enable|disable|move)\b)).*$/,
];
const ELEMENT_WITHOUT_TEXT = /^<[^<>]*>$/;

/**
 * Whether a config holds more than remarks and empty sections: one that does not is in sync with anything where only what it
 * says counts.
 */
export function saysSomething(lines: readonly ConfigLine[]): boolean {
	return lines.some(
		({ role, text, parent }) =>
			role === 'statement' &&
			!HOLDERS.some((holder) => holder.test(text)) &&
			!(parent === -1 && ELEMENT_WITHOUT_TEXT.test(text)),
	);
}
