import { breakComments, longestRun } from './escape-markdown.ts';
import { neutraliseBlock } from './neutralise.ts';

/** Text of several lines as a fenced code block that nothing in the text can end. Ends with a line end. */
export function fence(text: string, language: 'diff' | 'text'): string {
	const body = withoutLastLineEnds(breakComments(neutraliseBlock(text)));
	const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
	return `${ticks}${language}\n${body}\n${ticks}\n`;
}

/** Counted from the end: /\n+$/ looks at every run of empty lines once for each of them. */
function withoutLastLineEnds(text: string): string {
	let end = text.length;
	while (text[end - 1] === '\n') end -= 1;
	return text.slice(0, end);
}
