import { breakComments, longestRun } from './escape-markdown.ts';
import { neutraliseBlock } from './neutralise.ts';

/** Text of several lines as a fenced code block that nothing in the text can end. Ends with a line end. */
export function fence(text: string, language: 'diff' | 'text'): string {
	const body = breakComments(neutraliseBlock(text)).replace(/\n+$/, '');
	const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
	return `${ticks}${language}\n${body}\n${ticks}\n`;
}
