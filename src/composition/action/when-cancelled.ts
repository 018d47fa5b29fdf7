import { addAbortListener } from 'node:events';

/**
 * What is awaited; null as soon as the job is cancelled. The work itself goes on, and whoever needs its outcome awaits it
 * again.
 */
export async function unlessCancelled<Outcome>(work: Promise<Outcome>, signal: AbortSignal): Promise<Outcome | null> {
	const { promise: cancelled, resolve } = Promise.withResolvers<null>();
	using _ = addAbortListener(signal, () => resolve(null));
	return await Promise.race([work, cancelled]);
}

/** Aborted so many milliseconds after another signal. Keeps no process alive. */
export function someTimeAfter(signal: AbortSignal, ms: number): AbortSignal {
	const late = new AbortController();
	addAbortListener(signal, () => void setTimeout(() => late.abort(signal.reason), ms).unref());
	return late.signal;
}
