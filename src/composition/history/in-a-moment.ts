import { setTimeout as sleep } from 'node:timers/promises';

/** Longest that devices wait for what is known of them: a run must not wait for its past. */
const MOMENT_MS = 500;

/** What is known within a moment; something else where it is not, or cannot be known. */
export function inAMoment<Known>(known: Promise<Known>, otherwise: Known, momentMs = MOMENT_MS): Promise<Known> {
	return Promise.race([known.catch(() => otherwise), sleep(momentMs, otherwise, { ref: false })]);
}
