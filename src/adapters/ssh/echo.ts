import type { Prompt } from './prompt.ts';

/**
 * The index of the first line after the command's echo; 0 when there is no echo. Log messages may come before it, and a
 * narrow terminal breaks it into lines. Blanks do not count, because terminals
 * wrap with them, but all letters do: the header `!Command: show running-config` is no echo.
 */
export function echoEnd(lines: readonly string[], command: string, prompt: Prompt): number {
	const typed = squeeze(command);
	const wanted = [typed, squeeze(prompt.text) + typed];
	let seen = '';
	for (const [index, line] of lines.entries()) {
		const text = squeeze(line);
		if (text === '') continue;
		seen = wanted.some((echo) => echo.startsWith(seen + text)) ? seen + text : text;
		if (wanted.includes(seen)) return index + 1;
	}
	return 0;
}

function squeeze(text: string): string {
	return text.replaceAll(/\s+/g, '');
}
