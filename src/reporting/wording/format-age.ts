import { plural } from '../../domain/text/count-words.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** `12 days`, `5 hours`, `20 minutes`: the largest unit that fits twice, or once where there is no smaller one. */
export function formatAge(ms: number): string {
	if (ms >= 2 * DAY_MS) return plural(Math.floor(ms / DAY_MS), 'day');
	if (ms >= 2 * HOUR_MS) return plural(Math.floor(ms / HOUR_MS), 'hour');
	return plural(Math.max(0, Math.floor(ms / 60_000)), 'minute');
}
