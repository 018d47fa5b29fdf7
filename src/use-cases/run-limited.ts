/** A task and the limits that it counts against. */
export interface LimitedTask<Result> {
	/** Names of limits, e.g. `fleet`, `bastion ams`; a name without a limit does not hold anything back. */
	readonly limits: readonly string[];
	run(): Promise<Result>;
}

/**
 * Runs tasks side by side, never more than any of their limits allows at once, and gives their results in the order of
 * the tasks. A task that cannot start yet does not hold back those behind it that can.
 *
 * Tasks must not reject: what can go wrong with one is a result.
 */
export function runLimited<Result>(
	tasks: readonly LimitedTask<Result>[],
	limits: ReadonlyMap<string, number>,
): Promise<readonly Result[]> {
	const { promise, resolve, reject } = Promise.withResolvers<readonly Result[]>();
	const results: Result[] = [];
	const inUse = new Map<string, number>();
	let waiting = [...tasks.entries()];
	let open = tasks.length;

	const hasRoom = (name: string): boolean => (inUse.get(name) ?? 0) < (limits.get(name) ?? Number.POSITIVE_INFINITY);
	const take = (names: readonly string[], amount: 1 | -1): void => {
		for (const name of names) inUse.set(name, (inUse.get(name) ?? 0) + amount);
	};

	const startWhatFits = (): void => {
		if (open === 0) resolve(results);
		const held: typeof waiting = [];
		for (const [index, task] of waiting) {
			if (!task.limits.every(hasRoom)) {
				held.push([index, task]);
				continue;
			}
			take(task.limits, 1);
			task.run().then((result) => {
				results[index] = result;
				take(task.limits, -1);
				open -= 1;
				startWhatFits();
			}, reject);
		}
		waiting = held;
	};

	startWhatFits();
	return promise;
}
