import type { Syntax, SyntaxStyle } from '../platform/syntax.ts';

/** The first line tells that cannot be anything else: a text of several lines further down may hold whatever it likes. */
const FIRST_STATEMENT =
	/^(?:(?<word>set|deactivate|\/configure|configure [a-z][\w-]*) +[^\s{]|[ \t]*[^\s#!/][^\n]*[{;][ \t]*(?:#.*)?$)/m;

const PATH_WITH_VERB = /^\/[a-z][\w /-]*[ /](?:add|set|remove) \S/m;

/**
 * Junos shows the same configuration in braces or, after `| display set`, one statement a line; so does RouterOS after
 * `/export terse`.
 */
export function styleOf(text: string, syntax: Syntax): SyntaxStyle {
	if (syntax.style === 'paths') return PATH_WITH_VERB.test(text) ? 'set' : 'paths';
	if (!hasTwoForms(syntax)) return syntax.style;
	return FIRST_STATEMENT.exec(text)?.groups?.word === undefined ? 'braces' : 'set';
}

/** Whether the text tells in which style it is. */
export function hasTwoForms({ style }: Syntax): boolean {
	return style === 'paths' || style === 'braces';
}

/** Whether texts of a style are documents, of which each key or element is read as a line. */
export function isOfDocuments(style: SyntaxStyle): style is 'json' | 'xml' {
	return style === 'json' || style === 'xml';
}
