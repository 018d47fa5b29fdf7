import type { Timing } from './measure.ts';

/** One line of the table: what was measured, beside what, and which goal it has. */
export interface ResultRow {
	readonly what: string;
	readonly unit: 'ms' | 'MB/s';
	readonly ours: Timing;
	/** Measured on the same input in the same run. */
	readonly beside: { readonly what: string; readonly timing: Timing } | null;
	readonly goal: Goal | null;
}

export interface Goal {
	/** Bound of the median: not more for `ms`, not less for `MB/s`. */
	readonly bound: number | null;
	/** Bound of the ratio of the medians, ours ÷ beside: likewise. */
	readonly ratio: number | null;
}

const HEADINGS = ['what', 'min', 'median', 'max', 'unit', 'beside', 'median', 'ratio', 'goal', 'reached'] as const;

export function renderRows(rows: readonly ResultRow[]): string {
	const cells = [HEADINGS, ...rows.map(cellsOf)];
	const widths = HEADINGS.map((_, column) =>
		cells.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
	);
	const isText = (column: number): boolean =>
		['what', 'unit', 'beside', 'goal', 'reached'].includes(HEADINGS[column] ?? '');
	const lines = cells.map((row) =>
		row
			.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  ')
			.trimEnd(),
	);
	return `${lines.join('\n')}\n`;
}

/** Whether the goal is met; a row without one has nothing to miss. */
export function isReached({ unit, ours, beside, goal }: ResultRow): boolean {
	const meets = (value: number, bound: number): boolean => (unit === 'ms' ? value <= bound : value >= bound);
	const ratio = beside === null ? null : ours.median / beside.timing.median;
	if (goal === null) return true;
	if (goal.bound !== null && !meets(ours.median, goal.bound)) return false;
	return goal.ratio === null || ratio === null || meets(ratio, goal.ratio);
}

function cellsOf(row: ResultRow): readonly string[] {
	const { what, unit, ours, beside, goal } = row;
	const sign = unit === 'ms' ? '≤' : '≥';
	const goals = [
		goal?.bound === null || goal === null ? null : `${sign} ${format(goal.bound)} ${unit}`,
		goal?.ratio === null || goal === null ? null : `${sign} ${goal.ratio} ×`,
	].filter((text) => text !== null);
	return [
		what,
		...[ours.min, ours.median, ours.max].map(format),
		unit,
		beside?.what ?? '',
		beside === null ? '' : format(beside.timing.median),
		beside === null ? '' : `${(ours.median / beside.timing.median).toFixed(2)} ×`,
		goals.join(', '),
		goal === null ? '' : isReached(row) ? 'reached' : 'NOT REACHED',
	];
}

/** `0.84`, `12.3`, `1,204`: three digits are as many as a measurement on a busy machine deserves. */
function format(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString('en');
	return value.toFixed(value >= 10 ? 1 : 2);
}
