/** A number of places, taken in the order of asking. */
export class Slots {
	#free: number;
	readonly #queue: (() => void)[] = [];

	/** @param size - how many may hold a place at once */
	constructor(size: number) {
		this.#free = size;
	}

	/** Waits for a place; the caller gives it back by disposing of it. Rejects with the signal's reason. */
	async take(signal: AbortSignal): Promise<Disposable> {
		signal.throwIfAborted();
		if (this.#free > 0) this.#free -= 1;
		else await this.#wait(signal);
		let held = true;
		return {
			[Symbol.dispose]: () => {
				if (held) this.#release();
				held = false;
			},
		};
	}

	#wait(signal: AbortSignal): Promise<void> {
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		const onAbort = (): void => {
			this.#queue.splice(this.#queue.indexOf(enter), 1);
			reject(signal.reason);
		};
		const enter = (): void => {
			signal.removeEventListener('abort', onAbort);
			resolve();
		};
		signal.addEventListener('abort', onAbort, { once: true });
		this.#queue.push(enter);
		return promise;
	}

	#release(): void {
		const next = this.#queue.shift();
		if (next === undefined) this.#free += 1;
		else next();
	}
}
