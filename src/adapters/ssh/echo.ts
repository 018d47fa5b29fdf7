import type { Prompt } from './prompt.ts';

/**
 * The index of the first line after the command's echo; 0 when there is no echo. Log messages may come before it, and a
 * narrow terminal breaks it into lines. Blanks do not count, because terminals wrap with them, but all letters do: the header
 * `!Command: show running-config` is no echo. Where a terminal server and the device both echo, the command stands there
 * twice.
 */
export function echoEnd(lines: readonly string[], command: string, prompt: Prompt): number {
	const typed = squeeze(command);
	const wanted = [typed, squeeze(prompt.text) + typed];
	let seen = '';
	let end = 0;
	for (const [index, line] of lines.entries()) {
		const text = squeeze(line);
		if (text === '') continue;
		if (end > 0) return wanted.includes(text) ? index + 1 : end;
		seen = wanted.some((echo) => echo.startsWith(seen + text)) ? seen + text : text;
		if (wanted.includes(seen)) end = index + 1;
	}
	return end;
}

function squeeze(text: string): string {
	return text.replaceAll(/\s+/g, '');
}
