/** When a run has to be done with GitHub. */
export interface RequestTimeOptions {
	/** As `performance.now()` counts; infinite: whenever it is done. */
	readonly endMs: number;
	/** Aborted when the job is cancelled: the runner kills it ten seconds later. */
	readonly signal: AbortSignal;
}

const CANCELLED_MS = 4_000;
/** Beyond the end, for what must not be left undone: a check in progress blocks its pull request for ever. */
export const LAST_WORD_MS = 5_000;
/** A connection that hangs counts as failed. */
const LONGEST_ATTEMPT_MS = 30_000;
const SHORTEST_ATTEMPT_MS = 1_000;

/** How long a run may still talk to GitHub, which may accept a connection and never answer. */
export class RequestTime {
	#endMs: number;
	readonly #signal: AbortSignal;

	constructor({ endMs, signal }: RequestTimeOptions) {
		this.#endMs = endMs;
		this.#signal = signal;
		const hurry = (): void => {
			this.#endMs = Math.min(this.#endMs, performance.now() + CANCELLED_MS);
		};
		if (signal.aborted) hurry();
		signal.addEventListener('abort', hurry, { once: true });
	}

	/**
	 * Leaves at least so much from now on, unless the job is cancelled. A process that was itself held up (a paused container, a
	 * runner without a processor to spare) finds its time over in which GitHub was never asked.
	 */
	leaveAtLeast(ms: number): void {
		if (!this.#signal.aborted) this.#endMs = Math.max(this.#endMs, performance.now() + ms);
	}

	/** Milliseconds; less than nothing when it is over. @param beyondMs - what a request may take beyond the end */
	left(beyondMs = 0): number {
		return this.#endMs + beyondMs - performance.now();
	}

	/** Half of what is left, so that others have their turn after one that hangs. */
	startAttempt(beyondMs = 0): Attempt {
		const half = Math.max(this.left(beyondMs) / 2, SHORTEST_ATTEMPT_MS);
		const ms = Math.min(half, this.left(beyondMs), LONGEST_ATTEMPT_MS);
		return new Attempt(ms, { signal: this.#signal, leftMs: () => this.left(beyondMs) });
	}
}

/** One try of one request. */
class Attempt implements Disposable {
	readonly #ending = new AbortController();
	readonly #outer: AbortSignal;
	readonly #hurry: () => void;
	#timer: NodeJS.Timeout;

	constructor(ms: number, { signal, leftMs }: { readonly signal: AbortSignal; readonly leftMs: () => number }) {
		const end = (): void => this.#ending.abort(new DOMException('no answer in time', 'TimeoutError'));
		this.#timer = setTimeout(end, Math.max(0, ms));
		this.#outer = signal;
		this.#hurry = () => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(end, Math.max(0, Math.min(ms, leftMs())));
		};
		signal.addEventListener('abort', this.#hurry, { once: true });
	}

	get signal(): AbortSignal {
		return this.#ending.signal;
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
		this.#outer.removeEventListener('abort', this.#hurry);
	}
}
