/** Why a signal is aborted whose time is over. */
export const OVERDUE = new DOMException('the time is over', 'TimeoutError');

/** Half of what a connection of the tests itself would wait for a silent device. */
export const PATIENCE_MS = 2_500;

/**
 * A signal that is aborted when a device has begun to hang, and not after so many milliseconds, in which a busy machine may
 * not have got there yet.
 */
export class Hanging {
	readonly #controller = new AbortController();
	readonly #reason: DOMException | undefined;
	#abortedAt = 0;

	/** @param reason - left out: as if the run was cancelled */
	constructor(reason?: DOMException) {
		this.#reason = reason;
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** To be called by the device. The signal follows when what was sent so far has come to the client. */
	readonly begin = (): void => {
		setTimeout(() => {
			this.#abortedAt = performance.now();
			this.#controller.abort(this.#reason);
		}, 50);
	};

	sinceAbortMs(): number {
		return performance.now() - this.#abortedAt;
	}
}
