/**
 * Aborts on SIGINT (Ctrl-C, a cancelled job) and SIGTERM; the same one again ends the process at once. A runner that
 * cancels a job sends SIGINT, then SIGTERM and soon after kills: what is being reported by then keeps those last seconds.
 */
export function untilInterrupted(): Disposable & { readonly signal: AbortSignal } {
	const controller = new AbortController();
	const received = new Set<NodeJS.Signals>();
	const interrupt = (name: NodeJS.Signals): void => {
		if (received.has(name)) process.exit(name === 'SIGINT' ? 130 : 143);
		received.add(name);
		controller.abort(new Error(`interrupted by ${name}`));
	};
	process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
	return {
		signal: controller.signal,
		[Symbol.dispose]: () => {
			process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
		},
	};
}
