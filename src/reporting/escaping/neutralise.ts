/**
 * Characters that act instead of being read: controls (escape sequences, a lone CR starts a new log line), bidirectional
 * marks (they reorder what a reviewer sees), zero-width and other invisible ones, lone surrogates; and spaces that look like
 * the one that a device reads, by which two lines differ that look the same.
 */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u2000-\u200a\u202f\u205f]/gu;

/** Device text for one line of a report: acting characters become visible, line ends too. */
export function neutraliseLine(text: string): string {
	return text.replaceAll('\t', ' ').replace(ACTING, makeVisible);
}

/** Device text of several lines: only LF ends a line and tabs stay, everything else that acts becomes visible. */
export function neutraliseBlock(text: string): string {
	return text
		.replaceAll('\r\n', '\n')
		.replace(ACTING, (character) => (character === '\n' || character === '\t' ? character : makeVisible(character)));
}

/** At most `maxCharacters` UTF-16 units, never half a surrogate pair; a cut is shown by `…`. */
export function clip(text: string, maxCharacters: number): string {
	if (text.length <= maxCharacters) return text;
	return `${text.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function makeVisible(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '\u2421';
	return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
