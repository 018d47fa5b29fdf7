import type { SyntaxStyle } from '../../src/domain/platform/syntax.ts';

/** How a line of a style is changed, and how one is added behind it. */
export interface Writing {
	/** Whether a leaf may be mutated where it was printed: an element of several lines, or an empty section, may not. */
	readonly isWhole: (raw: string) => boolean;
	readonly change: (raw: string) => string;
	readonly addedLine: (raw: string) => string;
	/** What the added line says. */
	readonly addedStatement: (raw: string) => string;
}

const ADDED = 'zz-added 1';
const ADDED_ELEMENT = '<zz-added>1</zz-added>';

export function writingOf(style: SyntaxStyle): Writing {
	return style === 'xml' ? elements : statements;
}

const statements: Writing = {
	// A section without content is left alone: its closing line would stay behind.
	isWhole: (raw) => !/^\s*(?:config|edit) |\{$/.test(raw.trimEnd()),
	// Before the punctuation that brace configs put behind a statement.
	change: (raw) => raw.trimEnd().replace(/("?(?:;(?: ##.*)?)?)$/, 'Z9$1'),
	addedLine: (raw) => {
		const indentation = raw.slice(0, raw.length - raw.trimStart().length);
		const isBraces = /;(?: ##.*)?$/.test(raw.trimEnd());
		return `${indentation}${statements.addedStatement(raw)}${isBraces ? ';' : ''}`;
	},
	addedStatement: (raw) => (raw.startsWith('set ') ? `set ${ADDED}` : ADDED),
};

const elements: Writing = {
	isWhole: (raw) => /^\s*<(?<name>[\w.-]+)[^<>]*(?:\/>|>.*<\/\k<name>>)$/.test(raw),
	change: (raw) => raw.replace(/<([\w.-]+)\/>$/, '<$1></$1>').replace(/(?:\]\]>)?<\/[^<>]+>$/, 'Z9$&'),
	addedLine: () => ADDED_ELEMENT,
	addedStatement: () => ADDED_ELEMENT,
};
