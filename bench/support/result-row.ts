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
	/** The same work by somebody else, in the same run; or why there is none of it. */
	readonly beside: Beside | null;
	readonly goal: Goal | null;
	/** Which of our figures has to reach the bound. @default 'median' */
	readonly bounded?: 'median' | 'p95' | 'max';
}

export type Beside =
	| { readonly what: string; readonly measured: Distribution }
	| { readonly what: string; readonly skipped: string };

export interface Goal {
	/** Not more than this, or not less where more is better. */
	readonly bound: number | null;
	/** Bound of the ratio of the medians, ours ÷ beside: likewise. */
	readonly ratio: number | null;
}

const HEADINGS = ['what', 'unit', 'ours', 'p95', 'beside', 'theirs', 'ratio', 'goal', 'reached'] as const;
const NUMBERS: readonly string[] = ['ours', 'p95', 'theirs', 'ratio'];

export function renderRows(rows: readonly ResultRow[]): string {
	const cells = [HEADINGS, ...rows.map(cellsOf)];
	const widths = HEADINGS.map((_, column) =>
		cells.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
	);
	const isNumber = (column: number): boolean => NUMBERS.includes(HEADINGS[column] ?? '');
	const lines = cells.map((row) =>
		row
			.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
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

/** `All 23 goals are reached.`, or how many are not. */
export function renderVerdict(rows: readonly ResultRow[]): string {
	const goals = rows.filter(({ goal }) => goal !== null).length;
	const missed = rows.filter((row) => !isReached(row)).length;
	return missed === 0
		? `${goals === 1 ? 'The goal is' : `All ${goals} goals are`} reached.\n`
		: `${missed} of ${goals} goals are not reached.\n`;
}

function ratioOf({ ours, beside }: ResultRow): number | null {
	return beside === null || 'skipped' in beside ? null : ours.median / beside.measured.median;
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
		unit,
		spanOf(ours),
		format(ours.p95),
		beside === null ? '' : 'skipped' in beside ? `${beside.what}: skipped, ${beside.skipped}` : beside.what,
		beside === null || 'skipped' in beside ? '' : spanOf(beside.measured),
		ratio === null ? '' : `${ratio.toFixed(2)} ×`,
		goals.join(', '),
		goal === null ? '' : isReached(row) ? 'reached' : 'NOT REACHED',
	];
}

/** Least, median and most over the repeats; one figure where there was one. */
function spanOf({ min, median, max }: Distribution): string {
	return min === max ? format(median) : `${format(min)} – ${format(median)} – ${format(max)}`;
}

/** `0.84`, `12.3`, `1,204`: three digits are as many as a measurement on a busy machine deserves. */
function format(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString('en');
	return value.toFixed(value >= 10 ? 1 : 2);
}
