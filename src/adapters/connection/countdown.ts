/** A timer that can be started anew. Disposing of it stops it. */
export interface Countdown extends Disposable {
	/** @param timeoutMs - left out: as long as before */
	restart(timeoutMs?: number): void;
}

/**
 * Calls when a time is over, but not before what has come meanwhile was taken: a process that was busy for so long gets to
 * its timers before its sockets.
 */
export function startCountdown(timeoutMs: number, over: () => void): Countdown {
	let lastLook: NodeJS.Immediate | undefined;
	const ring = (): void => {
		lastLook = setImmediate(over);
	};
	let timer = setTimeout(ring, timeoutMs);
	return {
		restart(nextMs) {
			clearImmediate(lastLook);
			if (nextMs === undefined) {
				timer.refresh();
				return;
			}
			clearTimeout(timer);
			timer = setTimeout(ring, nextMs);
		},
		[Symbol.dispose]() {
			clearTimeout(timer);
			clearImmediate(lastLook);
		},
	};
}
