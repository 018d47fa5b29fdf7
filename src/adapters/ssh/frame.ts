import { echoEnd } from './echo.ts';
import type { Prompt } from './prompt.ts';

/** An echo stands in the first lines, if anywhere. */
const HEAD_LINES = 8;

/** Whether the echo of a command has come. */
export function hasEcho(text: string, command: string, prompt: Prompt): boolean {
	return echoEnd(text.split('\n', HEAD_LINES), command, prompt) > 0;
}

/** What a device printed between the echo of the command and its prompt. */
export function withoutFrame(text: string, command: string, prompt: Prompt): string {
	let start = 0;
	for (let line = echoEnd(text.split('\n', HEAD_LINES), command, prompt); line > 0; line -= 1) {
		start = text.indexOf('\n', start) + 1;
	}
	let end = text.length;
	while (end > start) {
		const lineStart = Math.max(text.lastIndexOf('\n', end - 1) + 1, start);
		if (!isFrame(text.slice(lineStart, end), prompt)) break;
		end = lineStart - 1;
	}
	if (end <= start) return '';
	// A slice is a view; a new string of the size of a config is not.
	return text[end] === '\n' ? text.slice(start, end + 1) : `${text.slice(start, end)}\n`;
}

/** What stands around the prompt, but not at the end of a config: the prompt, the lines above it, blank lines. */
export function isFrame(line: string, prompt: Prompt): boolean {
	return line.trim() === '' || prompt.matches(line) || prompt.preamble.includes(line.trimEnd());
}
