const DAY_MS = 86_400_000;
/** Days that are shown at least, audited or not: the first audit of a branch is a bar, too, and no wall. */
const LEAST_DAYS = 7;

/** Days back from the newest audit; null: all there are. */
export type ShownPeriod = number | null;

/** Those that a reader can choose, in the order of their buttons. */
export const PERIODS: readonly (readonly [text: string, days: ShownPeriod])[] = [
	['30 days', 30],
	['90 days', 90],
	['1 year', 365],
	['all', null],
];

/** The months that a period touches, and its first day, `2026-11-01`. */
export function monthsOf(
	period: ShownPeriod,
	{ at, months }: { readonly at: string; readonly months: readonly string[] },
): { readonly from: string; readonly months: readonly string[] } {
	const oldest = Date.parse(`${months.at(0) ?? at.slice(0, 7)}-01`);
	const back = (days: number): number => Date.parse(at.slice(0, 10)) - (days - 1) * DAY_MS;
	const wanted = period === null ? oldest : Math.max(oldest, back(period));
	const from = new Date(Math.min(wanted, back(LEAST_DAYS))).toISOString().slice(0, 10);
	return { from, months: months.filter((month) => month >= from.slice(0, 7)) };
}
