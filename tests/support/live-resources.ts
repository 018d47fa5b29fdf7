import { createHook } from 'node:async_hooks';

/** What is alive that was not before: to be watched while a part of the program runs, and looked at when it is done. */
export interface LiveResources extends Disposable {
	/** Where the timers were made that neither ran out nor were cleared; those that keep no process alive count as well. */
	timers(): readonly string[];
	/** Sockets of the process beyond those that were open at the beginning, connecting ones included. */
	sockets(): number;
}

/** Watches timers of the code under test and of ssh2, and every socket. */
export function watchResources(): LiveResources {
	const timers = new Map<number, string>();
	const socketsBefore = countSockets();
	const hook = createHook({
		init(id, type) {
			if (type !== 'Timeout') return;
			const madeIn = new Error('made').stack ?? '';
			if (/\/src\/|\/node_modules\/ssh2\//.test(madeIn)) timers.set(id, madeIn);
		},
		destroy(id) {
			timers.delete(id);
		},
	});
	hook.enable();
	return {
		timers: () => [...timers.values()],
		sockets: () => countSockets() - socketsBefore,
		[Symbol.dispose]() {
			hook.disable();
		},
	};
}

function countSockets(): number {
	return process.getActiveResourcesInfo().filter((kind) => /^(?:TCP|Pipe)/i.test(kind)).length;
}
