import { Countdown } from './countdown.ts';
import type { Bound } from './phase.ts';

/** What ends a wait that nothing else ends. */
export interface Bounds {
	/** The first that aborts rejects with its reason. */
	readonly signals: readonly AbortSignal[];
	/** Counted from now. */
	readonly timeoutMs: number;
	/** Counted from the last `refresh()`; left out: the time as a whole is all that counts. */
	readonly idleMs?: number;
	readonly timedOut: (bound: Bound) => Error;
}

/** What the waited-for operation calls; only the first of `resolve` and `reject` counts. */
export interface Settle<T> {
	readonly resolve: (value: T | PromiseLike<T>) => void;
	readonly reject: (error: unknown) => void;
	/** Something came: starts the idle time anew. */
	readonly refresh: () => void;
	/** Another time as a whole, counted from now. */
	readonly restart: (timeoutMs: number) => void;
}

/** Waits for a callback-style operation, but no longer than its bounds. Leaves no timer and no listener behind. */
export function bounded<T>(bounds: Bounds, start: (settle: Settle<T>) => void): Promise<T> {
	const { signals, timeoutMs, idleMs, timedOut } = bounds;
	const aborted = signals.find((signal) => signal.aborted);
	if (aborted !== undefined) return Promise.reject(aborted.reason);

	const { promise, resolve, reject } = Promise.withResolvers<T>();
	let done = false;
	const onAbort = (event: Event): void => fail(event.target instanceof AbortSignal ? event.target.reason : event);
	const whole = new Countdown(timeoutMs, () => fail(timedOut('whole')));
	const idle = idleMs === undefined ? null : new Countdown(idleMs, () => fail(timedOut('idle')));
	const release = (): void => {
		done = true;
		whole[Symbol.dispose]();
		idle?.[Symbol.dispose]();
		for (const signal of signals) signal.removeEventListener('abort', onAbort);
	};
	const fail = (error: unknown): void => {
		release();
		reject(error);
	};
	for (const signal of signals) signal.addEventListener('abort', onAbort, { once: true });
	try {
		start({
			resolve: (value) => {
				release();
				resolve(value);
			},
			reject: fail,
			refresh: () => {
				if (!done) idle?.restart();
			},
			restart: (nextMs) => {
				if (!done) whole.restart(nextMs);
			},
		});
	} catch (error) {
		fail(error);
	}
	return promise;
}
