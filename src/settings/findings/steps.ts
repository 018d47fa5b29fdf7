import { setImmediate } from 'node:timers/promises';

/** Work that may be put off for a moment wherever it yields. */
export type Steps<Result> = Generator<void, Result, void>;

/** Does it all at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}

/** Lets timers and sockets have their turn after each step. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
		await setImmediate();
	}
}
