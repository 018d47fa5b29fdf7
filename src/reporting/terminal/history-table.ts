import type { DeviceStatus } from '../../domain/fleet-report.ts';
import type { DeviceTransition } from '../../domain/history/fleet-history.ts';
import type { RepairTime } from '../../domain/history/repair-time.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { nameState } from '../wording/describe-device.ts';
import { describeReason } from '../wording/describe-reason.ts';
import { formatAge } from '../wording/format-age.ts';
import { paintOf, type TerminalLayout, type TerminalStyle } from './terminal-style.ts';
import type { Cell } from './terminal-table.ts';
import { renderTable } from './terminal-table.ts';

/** A titled list of a history, of which the first rows are shown; empty without any. */
export function historyTable(
	title: string,
	rows: readonly (readonly Cell[])[],
	{ style, width, shown }: TerminalLayout & { readonly shown: number },
): readonly string[] {
	if (rows.length === 0) return [];
	const rest = rows.length - shown;
	return [
		style.bold(title),
		...renderTable(rows.slice(0, shown), width),
		...(rest > 0 ? [style.dim(`  and ${formatCount(rest)} more; --json has all of them`)] : []),
	];
}

/** A status in words and in its colour. */
export function statusCell(status: DeviceStatus, style: TerminalStyle): Cell {
	return { text: nameState(status), paint: paintOf(status, style) };
}

/** `in sync → drifted`, `unknown (login refused)`, `other drift`. */
export function describeTransition(transition: DeviceTransition): string {
	const { before, status, reason } = transition;
	const now = reason === null ? nameState(status) : `${nameState(status)} (${describeReason(transition)})`;
	if (before === null) return `first audit: ${now}`;
	if (before !== status) return `${nameState(before)} → ${now}`;
	return status === 'drifted' ? 'other drift' : now;
}

/** `14 drifts fixed after 2 days on average (half within 5 hours), 2 open` */
export function describeRepair({ repaired, meanMs, medianMs, open }: RepairTime): string {
	const still = open === 0 ? 'none open' : `${formatCount(open)} open`;
	if (meanMs === null || medianMs === null) return `nothing was fixed, ${still}`;
	return `${plural(repaired, 'drift')} fixed after ${formatAge(meanMs)} on average (half within ${formatAge(medianMs)}), ${still}`;
}
