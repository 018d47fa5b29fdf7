import type { Syntax, SyntaxStyle } from '../platform/syntax.ts';
import type { ConfigLine } from './config-line.ts';

/**
 * Lines, with their indentation, that only hold others: what stands in them is a statement of its own. An interface of IOS is
 * none of these: to be there is something. Nor is an empty element in an XML document: it is a switch that is on.
 */
const HOLDERS: Readonly<Partial<Record<SyntaxStyle, RegExp>>> = {
	braces: /^[^{}]*\{\s*\}?$/,
	json: /^(?:[^{}]*\{\s*\}?|\s*\[\s*\]?),?$/,
	xml: /^<[^<>]*>$/,
	'edit-blocks': /^\s*config .+$/,
	paths: /^\s*\/(?!.*(?:=|\b(?:add|set|unset|remove|enable|disable|move)\b)).*$/,
};

/**
 * Whether a config holds more than remarks and empty sections: one that does not is in sync with anything where only what it
 * says counts.
 */
export function saysSomething(lines: readonly ConfigLine[], { style }: Syntax): boolean {
	return lines.some(({ role, raw }) => role === 'statement' && HOLDERS[style]?.test(raw) !== true);
}
