/** What ends a wait that nothing else ends. */
export interface Bounds {
	/** The first that aborts rejects with its reason. */
	readonly signals: readonly AbortSignal[];
	/** Counted from the last `refresh()`. */
	readonly timeoutMs: number;
	readonly timedOut: () => Error;
}

/** What the waited-for operation calls; only the first of `resolve` and `reject` counts. */
export interface Settle<T> {
	readonly resolve: (value: T | PromiseLike<T>) => void;
	readonly reject: (error: unknown) => void;
	/** Starts the time anew. */
	readonly refresh: () => void;
}

/** Waits for a callback-style operation, but no longer than its bounds. Leaves no timer and no listener behind. */
export function bounded<T>({ signals, timeoutMs, timedOut }: Bounds, start: (settle: Settle<T>) => void): Promise<T> {
	const aborted = signals.find((signal) => signal.aborted);
	if (aborted !== undefined) return Promise.reject(aborted.reason);

	const { promise, resolve, reject } = Promise.withResolvers<T>();
	let done = false;
	let lastLook: NodeJS.Immediate | undefined;
	const onAbort = (event: Event): void => fail(event.target instanceof AbortSignal ? event.target.reason : event);
	const timer = setTimeout(() => {
		// A process that was busy for so long gets to its timers before its sockets: what has come meanwhile counts.
		lastLook = setImmediate(() => fail(timedOut()));
	}, timeoutMs);
	const release = (): void => {
		done = true;
		clearTimeout(timer);
		clearImmediate(lastLook);
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
				if (done) return;
				clearImmediate(lastLook);
				timer.refresh();
			},
		});
	} catch (error) {
		fail(error);
	}
	return promise;
}
