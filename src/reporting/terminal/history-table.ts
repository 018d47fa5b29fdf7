import type { DeviceStatus } from '../../domain/fleet-report.ts';
import type { DeviceTransition } from '../../domain/history/fleet-history.ts';
import type { RepairTime } from '../../domain/history/repair-time.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { describeReason } from '../wording/describe-reason.ts';
import { formatAge } from '../wording/format-age.ts';
import type { TerminalLayout, TerminalStyle } from './terminal-style.ts';
import type { Cell } from './terminal-table.ts';
import { renderTable } from './terminal-table.ts';

/** A titled list of a history; `rest` says how many rows there are beyond those shown. */
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

const WORDS: Readonly<Record<DeviceStatus, string>> = { 'in-sync': 'in sync', drifted: 'drifted', unknown: 'unknown' };

/** A status in words and in its colour. */
export function statusCell(status: DeviceStatus, style: TerminalStyle): Cell {
	const paints = { 'in-sync': style.green, drifted: style.red, unknown: style.yellow };
	return { text: WORDS[status], paint: paints[status] };
}

/** `in sync → drifted`, `unknown (login refused)`, `other drift`. */
export function describeTransition(transition: DeviceTransition): string {
	const { before, status, reason } = transition;
	const now = reason === null ? WORDS[status] : `${WORDS[status]} (${describeReason(transition)})`;
	if (before === null) return `first audit: ${now}`;
	if (before !== status) return `${WORDS[before]} → ${now}`;
	return status === 'drifted' ? 'other drift' : now;
}

/** `14 drifts fixed after 2 days on average (half within 5 hours), 2 open` */
export function describeRepair({ repaired, meanMs, medianMs, open }: RepairTime): string {
	const still = open === 0 ? 'none open' : `${formatCount(open)} open`;
	if (meanMs === null || medianMs === null) return `nothing was fixed, ${still}`;
	return `${plural(repaired, 'drift')} fixed after ${formatAge(meanMs)} on average (half within ${formatAge(medianMs)}), ${still}`;
}
