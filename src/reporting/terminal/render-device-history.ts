import type { DeviceHistory, DeviceStep } from '../../domain/history/device-history.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { formatAge } from '../wording/format-age.ts';
import { formatTime } from '../wording/format-quantity.ts';
import { describeRepair, describeTransition, statusCell } from './history-table.ts';
import { renderChanges } from './terminal-changes.ts';
import { breakCommands, type TerminalStyle, terminalStyle } from './terminal-style.ts';

/**
 * The history of a device for a terminal: how it is and since when, then what changed, newest first.
 *
 * @param options.now - milliseconds since the epoch, which ages are counted to
 */
export function renderDeviceHistory(
	history: DeviceHistory,
	{ now, ...options }: { readonly now: number; readonly colour: boolean },
): string {
	const style = terminalStyle(options);
	const blocks = [headLines(history, now, style), ...history.transitions.map((step) => stepLines(step, style))];
	return breakCommands(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function headLines(
	{ name, status, since, repair, from, transitions }: DeviceHistory,
	now: number,
	style: TerminalStyle,
) {
	const { text, paint = (plain: string) => plain } = statusCell(status ?? 'unknown', style);
	const age = since === null ? '' : ` for ${formatAge(now - Date.parse(since))}, since ${formatTime(since)}`;
	const quiet = transitions.length === 0 ? '; nothing changed' : '';
	return [
		`${style.bold(neutraliseLine(name))}: ${paint(text)}${age}`,
		style.dim(`  since ${from.slice(0, 10)}: ${describeRepair(repair)}${quiet}`),
	];
}

function stepLines(step: DeviceStep, style: TerminalStyle): readonly string[] {
	const title = `${style.dim(formatTime(step.at))}  ${describeTransition(step)}`;
	if (step.changes === null) return [title, style.dim('  what differed is not kept any more')];
	return [title, ...renderChanges(step.changes, style)];
}
