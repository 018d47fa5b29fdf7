import { plural } from '../../domain/text/count-words.ts';

const DAY_MS = 86_400_000;

/** `today`, `1 day` or `12 days`, counted to the newest audit. Both times ISO 8601. */
export function ageInDays(since: string, at: string): string {
	const days = Math.floor((Date.parse(at) - Date.parse(since)) / DAY_MS);
	return days < 1 ? 'today' : plural(days, 'day');
}
