/**
 * A signal that is aborted with another one, and with a `TimeoutError` when its time is over. Unlike `AbortSignal.timeout` it
 * leaves no timer behind when it is disposed of: a fleet would have as many as it has devices.
 */
export class Deadline implements Disposable {
	readonly #ending = new AbortController();
	readonly #outer: AbortSignal;
	readonly #timer: NodeJS.Timeout;

	constructor(outer: AbortSignal, ms: number) {
		this.#outer = outer;
		const overdue = (): void => this.#ending.abort(new DOMException('the time is over', 'TimeoutError'));
		this.#timer = setTimeout(overdue, ms);
		if (outer.aborted) this.#end();
		outer.addEventListener('abort', this.#end, { once: true });
	}

	get signal(): AbortSignal {
		return this.#ending.signal;
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
		this.#outer.removeEventListener('abort', this.#end);
	}

	readonly #end = (): void => this.#ending.abort(this.#outer.reason);
}
