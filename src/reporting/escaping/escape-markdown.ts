import { encodeEntities } from './escape-html.ts';
import { clip, neutraliseLine } from './neutralise.ts';

const ZERO_WIDTH_SPACE = '\u200b';
/** A sentence longer than this is not read by anyone, and the whole of it stands in report.json. */
const MAX_CHARACTERS = 600;
/** What GitHub takes for the name of a commit; six digits are too few. */
const COMMIT = /\b[0-9a-f]{7,40}\b/gi;

/**
 * Any text as inline GitHub Markdown that renders as exactly that text: no emphasis, link, image, HTML, table cell, mention,
 * reference, emoji or formula comes of it. Safe in list items, paragraphs and table cells.
 */
export function escapeMarkdown(text: string): string {
	return breakReferences(clip(neutraliseLine(text), MAX_CHARACTERS).trim())
		.replace(/[\\`*_~[\]{}|]/g, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('$', '<span>$</span>')
		.replace(/^(?:[#+-]|\d+(?=[.)](?:\s|$)))/, (marker) =>
			/\d/.test(marker) ? `${marker}${ZERO_WIDTH_SPACE}` : `\\${marker}`,
		);
}

/** Any text inside an HTML element of a Markdown document, where GitHub still looks for mentions and references. */
export function escapeMarkdownHtml(text: string): string {
	return encodeEntities(breakReferences(clip(neutraliseLine(text), MAX_CHARACTERS)));
}

/** Any text as a code span, in which GitHub interprets nothing; not for table cells, whose pipes are read first. */
export function codeSpan(text: string): string {
	const visible = breakComments(clip(neutraliseLine(text), MAX_CHARACTERS));
	if (visible.trim() === '') return '(empty line)';
	const ticks = '`'.repeat(longestRun(visible) + 1);
	const padding = /^[ `]|[ `]$/.test(visible) ? ' ' : '';
	return `${ticks}${padding}${visible}${padding}${ticks}`;
}

/** Stops `<!--` from being found by whoever looks for a marker in a comment, also inside code. */
export function breakComments(text: string): string {
	return text.replaceAll('<!--', `<!${ZERO_WIDTH_SPACE}--`);
}

/** The longest run of back-ticks in a text. */
export function longestRun(text: string): number {
	return text.match(/`+/g)?.reduce((longest, run) => Math.max(longest, run.length), 0) ?? 0;
}

function breakReferences(text: string): string {
	return text
		.replace(/@(?=\S)/g, `@${ZERO_WIDTH_SPACE}`)
		.replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
		.replace(/(gh-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`)
		.replace(/:(?=\/\/)/g, `:${ZERO_WIDTH_SPACE}`)
		.replace(/(www)(?=\.)/gi, `$1${ZERO_WIDTH_SPACE}`)
		.replace(/:(?=[\w+-]*[a-z][\w+-]*:)/gi, `:${ZERO_WIDTH_SPACE}`)
		.replace(COMMIT, (digits) => digits.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`));
}
