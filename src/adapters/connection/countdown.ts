/**
 * Calls when a time is over, but not before what has come meanwhile was taken: a process that was busy for so long gets to
 * its timers before its sockets. It can be started anew; disposing of it stops it.
 */
export class Countdown implements Disposable {
	readonly #ring: () => void;
	#timer: NodeJS.Timeout;
	#lastLook: NodeJS.Immediate | undefined;

	constructor(timeoutMs: number, over: () => void) {
		this.#ring = () => {
			this.#lastLook = setImmediate(over);
		};
		this.#timer = setTimeout(this.#ring, timeoutMs);
	}

	/** @param timeoutMs - left out: as long as before */
	restart(timeoutMs?: number): void {
		clearImmediate(this.#lastLook);
		if (timeoutMs === undefined) {
			this.#timer.refresh();
			return;
		}
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#ring, timeoutMs);
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#lastLook);
	}
}
