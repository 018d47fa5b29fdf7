/** How many at once to begin with, where the limit allows. */
const START = 16;
/** How soon twice as many may run, as long as all is well, in milliseconds. */
export const DOUBLING_MS = 100;
/** How long nothing is added after trouble. */
const HOLD_MS = 2_000;
/** Devices that are down are no trouble of ours: it takes several, and so large a share of what came lately. */
const TROUBLED_SHARE = 0.25;
const MIN_TROUBLED = 3;
/** Trouble never takes more of a limit than this away: a site that is down must not hold up all others. */
const LOWEST_SHARE = 0.25;

/**
 * How many tasks may run at once under one limit. It begins modestly, so that a bastion or an AAA server is not met by all
 * of them in one moment, and doubles while answers come; when many of those that came lately were refused or timed out, it
 * goes back to half. Never more than the limit. Time is passed in, in milliseconds of any clock that does not go back.
 */
export class Pace {
	readonly #limit: number;
	readonly #lowest: number;
	/** What was allowed at `#since`; from there on it doubles. */
	#base: number;
	#since: number;
	#well = 0;
	#troubled = 0;

	constructor(limit: number, now: number) {
		this.#limit = limit;
		this.#base = Math.min(START, limit);
		this.#lowest = Math.min(limit, Math.max(START, Math.ceil(limit * LOWEST_SHARE)));
		this.#since = now;
	}

	allowed(now: number): number {
		// The number of steps is bounded, so that the power of two is.
		const steps = Math.min(Math.max(Math.floor((now - this.#since) / DOUBLING_MS), 0), 32);
		return Math.min(this.#limit, this.#base * 2 ** steps);
	}

	/** How long until more is allowed; null: no more ever is, unless there is trouble in between. */
	growsInMs(now: number): number | null {
		if (this.allowed(now) >= this.#limit) return null;
		const age = now - this.#since;
		return age < 0 ? DOUBLING_MS - age : DOUBLING_MS - (age % DOUBLING_MS);
	}

	/** Takes in how a task ended: `troubled` where whoever it asked had no room for it, or said nothing. */
	ended(how: 'well' | 'troubled', now: number): void {
		if (how === 'well') this.#well += 1;
		else this.#troubled += 1;
		const seen = this.#well + this.#troubled;
		const allowed = this.allowed(now);
		if (this.#troubled >= MIN_TROUBLED && this.#troubled > seen * TROUBLED_SHARE) {
			this.#base = Math.max(this.#lowest, Math.floor(allowed / 2));
			this.#since = now + HOLD_MS;
		} else if (seen < allowed) {
			return;
		}
		// What was under way when it went back is told again by the next ones.
		this.#well = 0;
		this.#troubled = 0;
	}
}
