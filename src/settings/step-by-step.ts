import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../domain/steps.ts';

/**
 * Lets timers and sockets have their turn before each step: before the first one, too, as what went before may have been
 * long.
 */
export async function stepByStep<Result>(steps: Steps<Result>): Promise<Result> {
	for (;;) {
		await setImmediate();
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}
