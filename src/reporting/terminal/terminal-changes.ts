import type { Change } from '../../domain/drift-report.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { alarmOf } from '../wording/describe-device.ts';
import type { TerminalStyle } from './terminal-style.ts';

const INDENT = '  ';

/**
 * Changes as an excerpt of the config: sign, line of the intended file, line of the running config, text under its lineage.
 *
 * @example
 *            interface Ethernet1
 *   - 12       description uplink
 *   +     14   shutdown
 */
export function renderChanges(changes: readonly Change[], style: TerminalStyle): readonly string[] {
	const width = numberWidth(changes);
	const gutter = ' '.repeat(2 * width + 7);
	const lines: string[] = [];
	let open: readonly string[] = [];
	for (const change of changes) {
		const shared = sharedDepth(open, change.lineage);
		change.lineage.slice(shared).forEach((header, index) => {
			lines.push(`${gutter}${INDENT.repeat(shared + index)}${style.bold(neutraliseLine(header))}`);
		});
		// A line that is itself a change heads what follows inside it.
		open = [...change.lineage, change.line];
		lines.push(...changeLines(change, width, style));
	}
	return lines;
}

function numberWidth(changes: readonly Change[]): number {
	const highest = changes.reduce(
		(most, { intendedLine, runningLine }) => Math.max(most, intendedLine ?? 0, runningLine ?? 0),
		0,
	);
	return Math.max(2, String(highest).length);
}

function sharedDepth(open: readonly string[], lineage: readonly string[]): number {
	const differs = lineage.findIndex((header, index) => header !== open[index]);
	return differs === -1 ? lineage.length : differs;
}

function changeLines(change: Change, width: number, style: TerminalStyle): readonly string[] {
	const { kind, lineage, line, runningText, intendedLine, runningLine } = change;
	const indent = INDENT.repeat(lineage.length);
	const alarm = alarmOf(change);
	const tag = [
		...(change.class === null ? [] : [style.dim(` [${change.class}]`)]),
		...(alarm === null ? [] : [style.yellow(` ${alarm}`)]),
	].join('');
	const row = (sign: string, numbers: readonly [number | null, number | null], text: string): readonly string[] =>
		text.split('\n').map((part, index) => {
			const shown = index === 0 ? numbers : ([null, null] as const);
			const columns = shown.map((number) => String(number ?? '').padStart(width)).join(' ');
			return `${INDENT}${sign} ${columns}  ${indent}${neutraliseLine(part)}`;
		});
	const tagged = (rows: readonly string[]): readonly string[] =>
		rows.map((text, index) => (index === 0 ? `${text}${tag}` : text));

	if (kind === 'missing') return tagged(row('-', [intendedLine, null], line).map(style.red));
	if (kind === 'extra') return tagged(row('+', [null, runningLine], line).map(style.green));
	if (kind === 'moved')
		return tagged(
			row('!', [intendedLine, runningLine], line).map((text) => `${style.blue(text)}${style.dim(' (moved)')}`),
		);
	return [
		...tagged(row('-', [intendedLine, null], line).map(style.red)),
		...row('+', [null, runningLine], runningText ?? '').map(style.green),
	];
}
