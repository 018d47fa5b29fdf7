import type { DeviceHistory, DeviceStep } from '../../domain/history/device-history.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { formatAge } from '../wording/format-age.ts';
import { formatTime } from '../wording/format-quantity.ts';
import { describeRepair, describeTransition, statusCell } from './history-table.ts';
import { renderChanges } from './terminal-changes.ts';
import {
	breakCommands,
	layoutFor,
	type TerminalLayout,
	type TerminalOptions,
	type TerminalStyle,
} from './terminal-style.ts';

/**
 * The history of a device for a terminal: how it is and since when, then what changed, newest first.
 *
 * @param options.now - milliseconds since the epoch, which ages are counted to
 */
export function renderDeviceHistory(
	history: DeviceHistory,
	{ now, ...terminal }: TerminalOptions & { readonly now: number },
): string {
	const layout = layoutFor(terminal);
	const blocks = [
		headLines(history, { ...layout, now }),
		...history.transitions.map((step) => stepLines(step, layout.style)),
	];
	return breakCommands(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function headLines(
	{ name, status, since, repair, from, transitions }: DeviceHistory,
	{ now, style, width }: TerminalLayout & { readonly now: number },
): readonly string[] {
	const { text, paint = (plain: string) => plain } = statusCell(status ?? 'unknown', style);
	const age = since === null ? '' : ` for ${formatAge(now - Date.parse(since))}, since ${formatTime(since)}`;
	const isQuiet = !transitions.some(({ at }) => at >= from);
	const told = `since ${from.slice(0, 10)}: ${describeRepair(repair)}${isQuiet ? '; nothing changed' : ''}`;
	return [
		`${style.bold(neutraliseLine(name))}: ${paint(text)}${age}`,
		...wrapText(told, width - 2).map((line) => style.dim(`  ${line}`)),
	];
}

function stepLines(step: DeviceStep, style: TerminalStyle): readonly string[] {
	const title = `${style.dim(formatTime(step.at))}  ${describeTransition(step)}`;
	if (step.changes === null) return [title, style.dim('  what differed is no longer kept')];
	return [title, ...renderChanges(step.changes, style)];
}
