import type { DeviceState } from '../wording/describe-device.ts';

/** Gives a text its colour, or leaves it plain. */
export interface TerminalStyle {
	red(text: string): string;
	green(text: string): string;
	yellow(text: string): string;
	blue(text: string): string;
	dim(text: string): string;
	bold(text: string): string;
}

/** What is known of a terminal. */
export interface TerminalOptions {
	readonly colour: boolean;
	/** Columns. */
	readonly width: number;
}

/** What whoever writes lines for a terminal has to know of it. */
export interface TerminalLayout {
	readonly style: TerminalStyle;
	/** Columns. */
	readonly width: number;
}

const CODES = { red: 31, green: 32, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;

/** How lines look in a terminal. */
export function layoutFor({ colour, width }: TerminalOptions): TerminalLayout {
	return { style: styleOf(colour), width };
}

/** SGR sequences only: every terminal and the Actions log know them. */
function styleOf(colour: boolean): TerminalStyle {
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

/** The colour of a state. */
export function paintOf(state: DeviceState, style: TerminalStyle): (text: string) => string {
	const paints: Readonly<Record<DeviceState, (text: string) => string>> = {
		conflict: (text) => style.red(style.bold(text)),
		drifted: style.red,
		unknown: style.yellow,
		planned: style.blue,
		applied: style.blue,
		'in-sync': style.green,
	};
	return paints[state];
}

/**
 * Keeps a runner that reads our output from finding a log command in it: `::` where a line starts, `##[` anywhere. For whole
 * output, because wrapping a line makes new starts.
 */
export function breakCommands(output: string): string {
	return output.replaceAll('##[', '##\u200b[').replace(/^([^\S\n]*:)(?=:)/gmu, '$1\u200b');
}
