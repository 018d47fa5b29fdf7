import { neutraliseLine } from './neutralise.ts';

/** Gives a text its colour, or leaves it plain. */
export interface TerminalStyle {
	red(text: string): string;
	green(text: string): string;
	yellow(text: string): string;
	blue(text: string): string;
	dim(text: string): string;
	bold(text: string): string;
}

const CODES = { red: 31, green: 32, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;

/** SGR sequences only: every terminal and the Actions log know them. */
export function terminalStyle({ colour }: { readonly colour: boolean }): TerminalStyle {
	const paint =
		(code: number) =>
		(text: string): string =>
			colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
	return {
		red: paint(CODES.red),
		green: paint(CODES.green),
		yellow: paint(CODES.yellow),
		blue: paint(CODES.blue),
		dim: paint(CODES.dim),
		bold: paint(CODES.bold),
	};
}

/**
 * Device text for a terminal: nothing in it moves the cursor or rings, and a runner that reads our output finds no log
 * command (`::` at the start of a line, `##[` anywhere).
 */
export function terminalText(text: string): string {
	return neutraliseLine(text)
		.replaceAll('##[', '##\u200b[')
		.replace(/^(\s*:):/u, '$1\u200b:');
}
