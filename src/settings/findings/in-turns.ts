import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../../domain/steps.ts';

/** Lets timers and sockets have their turn after each step. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
		await setImmediate();
	}
}
