const CSI = '\x1b[';
const ROWS = 24;

const at = (column: number): string => `${CSI}${ROWS};${column}H`;

/** A prompt as a device draws it that treats the terminal as a screen: ProCurve, in its last line. */
export function drawnPrompt(prompt: string): string {
	const clear = `${CSI}1;${ROWS}r${at(1)}${at(1)}${CSI}2K${at(1)}${CSI}?25h${at(1)}${at(1)}`;
	return `${clear}${prompt}${at(1)}${at(prompt.length + 1)}${at(1)}${CSI}?25h${at(prompt.length + 1)}`;
}

/** What was typed behind it, letter by letter, and the end of that line, which is no line feed. */
export function drawnEcho(prompt: string, line: string, newLine: 'NEL' | 'IL'): string {
	const letters = [...line].map((letter, index) => {
		const column = prompt.length + 1 + index;
		return `${at(column)}${letter}${at(column)}${CSI}?25h${at(column + 1)}`;
	});
	const end = newLine === 'NEL' ? `${at(0)}\x1bE${at(1)}` : `${CSI}1;0H${CSI}1M${at(1)}${CSI}1L`;
	return `${letters.join('')}${end}${at(prompt.length + line.length + 1)}${at(1)}${CSI}2K${at(1)}${CSI}?25h${at(1)}`;
}
