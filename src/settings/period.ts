import type { Parser } from './input-parsers.ts';

/** `30d`: whole days. */
export const DAYS = /^([1-9]\d{0,4})d$/;

const DAY_MS = 86_400_000;

/** The days of a period; null where the text is none. */
export function parseDays(text: string): number | null {
	const days = DAYS.exec(text)?.[1];
	return days === undefined ? null : Number(days);
}

/** The beginning of a period, in milliseconds since the epoch: `30d` back from `now`, or midnight (UTC) of a day. */
export function since(now: number): Parser<number> {
	return (input) => {
		const days = parseDays(input);
		if (days !== null) return { status: 'valid', value: now - days * DAY_MS };
		const day = /^\d{4}-\d{2}-\d{2}$/.test(input) ? new Date(`${input}T00:00:00Z`) : null;
		// 2027-02-30 has the shape of a day and is none.
		const exists = day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(input);
		if (!exists) return { status: 'invalid', fix: 'Write a number of days such as 30d, or a day such as 2026-11-01' };
		return day.getTime() <= now
			? { status: 'valid', value: day.getTime() }
			: { status: 'invalid', fix: 'Write a day that has begun (UTC)' };
	};
}
