import type { Prompt } from './prompt.ts';
import { visibleLine } from './terminal-line.ts';

/** So much of a command at least is left of it in a line that was scrolled. */
const SCROLLED = 4;

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
		if (wanted.includes(seen) || isRedrawn(line, command, prompt)) end = index + 1;
	}
	return end;
}

/**
 * Whether a line is what a terminal of ours shows of an echo that was made for a narrower one: at its margin such a device sends
 * a blank and goes back, as if that were a new line (netmiko#254), or it scrolls the line and marks that with a dollar (IOS).
 */
function isRedrawn(line: string, command: string, prompt: Prompt): boolean {
	const [before, scrolled = ''] = line.trimEnd().split('$', 2);
	const isBehindPrompt = before === '' || before === prompt.text;
	if (isBehindPrompt && scrolled.length >= SCROLLED && command.endsWith(scrolled)) return true;
	if (line.length > command.length + 1) return false;
	return [...command].some(
		(_, margin) => visibleLine(`${command.slice(0, margin)} \r${command.slice(margin)}`).trimEnd() === line.trimEnd(),
	);
}

function squeeze(text: string): string {
	return text.replaceAll(/\s+/g, '');
}
