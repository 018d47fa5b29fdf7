/** Aborts on SIGINT (Ctrl-C, a cancelled job) and SIGTERM; a second one ends the process at once. */
export function untilInterrupted(): Disposable & { readonly signal: AbortSignal } {
	const controller = new AbortController();
	const interrupt = (name: NodeJS.Signals): void => {
		if (controller.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143);
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
