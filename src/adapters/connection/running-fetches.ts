/** The fetches of an adapter that are under way. Disposing of them ends them all and waits until the last is gone. */
export class RunningFetches implements AsyncDisposable {
	readonly #running = new Map<AbortController, Promise<unknown>>();

	/** @param fetch - is given a signal that is aborted with the caller's, or when the adapter is closed */
	async run<T>(signal: AbortSignal, fetch: (signal: AbortSignal) => Promise<T>): Promise<T> {
		const ending = new AbortController();
		const end = (): void => ending.abort(signal.reason);
		if (signal.aborted) end();
		signal.addEventListener('abort', end, { once: true });
		const fetching = fetch(ending.signal);
		this.#running.set(ending, fetching);
		try {
			return await fetching;
		} finally {
			signal.removeEventListener('abort', end);
			this.#running.delete(ending);
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		const fetches = [...this.#running.values()];
		for (const ending of this.#running.keys()) ending.abort(new Error('the adapter was closed'));
		await Promise.allSettled(fetches);
	}
}
