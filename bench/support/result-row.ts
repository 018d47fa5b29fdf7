import type { Distribution } from './distribution.ts';

/** What a figure is in; of some more is better. */
export type Unit = 'ms' | 's' | 'MB' | 'ms CPU' | 'MB/s' | 'devices/s';

const MORE_IS_BETTER: readonly Unit[] = ['MB/s', 'devices/s'];

/** One line of the table: what was measured, beside what, and which goal it has. */
export interface ResultRow {
	readonly what: string;
	readonly unit: Unit;
	/** Over the repeats. */
	readonly ours: Distribution;
	/** The same work by somebody else, in the same run. */
	readonly beside: { readonly what: string; readonly measured: Distribution } | null;
	readonly goal: Goal | null;
	/** Which of our figures has to reach the bound. @default 'median' */
	readonly bounded?: 'median' | 'p95' | 'max';
}

export interface Goal {
	/** Not more than this, or not less where more is better. */
	readonly bound: number | null;
	/** Bound of the ratio of the medians, ours ÷ beside: likewise. */
	readonly ratio: number | null;
}

const HEADINGS = [
	'what',
	'min',
	'median',
	'p95',
	'max',
	'unit',
	'beside',
	'median',
	'ratio',
	'goal',
	'reached',
] as const;

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
function isReached(row: ResultRow): boolean {
	const { unit, ours, goal, bounded = 'median' } = row;
	const meets = (value: number, bound: number): boolean =>
		MORE_IS_BETTER.includes(unit) ? value >= bound : value <= bound;
	const ratio = ratioOf(row);
	if (goal === null) return true;
	if (goal.bound !== null && !meets(ours[bounded], goal.bound)) return false;
	return goal.ratio === null || ratio === null || meets(ratio, goal.ratio);
}

/** `Every goal is reached.`, or how many are not. */
export function renderVerdict(rows: readonly ResultRow[]): string {
	const goals = rows.filter(({ goal }) => goal !== null).length;
	const missed = rows.filter((row) => !isReached(row)).length;
	return missed === 0 ? `Each of ${goals} goals is reached.\n` : `${missed} of ${goals} goals are not reached.\n`;
}

function ratioOf({ ours, beside }: ResultRow): number | null {
	return beside === null ? null : ours.median / beside.measured.median;
}

function cellsOf(row: ResultRow): readonly string[] {
	const { what, unit, ours, beside, goal, bounded = 'median' } = row;
	const sign = MORE_IS_BETTER.includes(unit) ? '≥' : '≤';
	const name = bounded === 'median' ? '' : `${bounded} `;
	const ratio = ratioOf(row);
	const goals = [
		goal === null || goal.bound === null ? [] : [`${name}${sign} ${format(goal.bound)} ${unit}`],
		goal === null || goal.ratio === null ? [] : [`${sign} ${goal.ratio} ×`],
	].flat();
	return [
		what,
		...[ours.min, ours.median, ours.p95, ours.max].map(format),
		unit,
		beside?.what ?? '',
		beside === null ? '' : format(beside.measured.median),
		ratio === null ? '' : `${ratio.toFixed(2)} ×`,
		goals.join(', '),
		goal === null ? '' : isReached(row) ? 'reached' : 'NOT REACHED',
	];
}

/** `0.84`, `12.3`, `1,204`: three digits are as many as a measurement on a busy machine deserves. */
function format(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString('en');
	return value.toFixed(value >= 10 ? 1 : 2);
}
