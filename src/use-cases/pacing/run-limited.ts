/** A task and the limits that it counts against. */
export interface LimitedTask<Result> {
	/** Names of limits, e.g. `fleet`, `bastion ams`; a name without a limit does not hold anything back. */
	readonly limits: readonly string[];
	run(): Promise<Result>;
}

/** Holds tasks back for a while where their limits would let more of them run. */
export interface Pacing {
	/** How many tasks may run at the moment under a limit; at least one. */
	allowed(limit: string): number;
	/** How long until more may run, should nothing else happen; null: no more ever may. */
	growsInMs(): number | null;
	/**
	 * Holds back for a moment of chance one of so many tasks that time alone has let start; those that start because another
	 * has ended are apart anyway. null: it starts at once.
	 */
	apart(together: number): Promise<void> | null;
}

/** Tasks that count against the same limits, in their order. */
interface Queue {
	readonly limits: readonly string[];
	/** Their places among all. */
	readonly tasks: readonly number[];
	/** How many of them have been started. */
	started: number;
}

/**
 * Runs tasks side by side, never more than any of their limits allows at once, and gives their results in the order of
 * the tasks. A task that cannot start yet does not hold back those behind it that can.
 *
 * Tasks must not reject: what can go wrong with one is a result. A limit below one is a mistake of the caller and rejects.
 */
export function runLimited<Result>(
	tasks: readonly LimitedTask<Result>[],
	limits: ReadonlyMap<string, number>,
	pacing?: Pacing,
): Promise<readonly Result[]> {
	const { promise, resolve, reject } = Promise.withResolvers<readonly Result[]>();
	const results: Result[] = [];
	const queues = queuesOf(tasks);
	const inUse = new Map<string, number>();
	let running = 0;
	let open = tasks.length;
	let waiting: NodeJS.Timeout | undefined;

	const hasRoom = (name: string): boolean => {
		const limit = limits.get(name) ?? Number.POSITIVE_INFINITY;
		return (inUse.get(name) ?? 0) < Math.min(limit, pacing?.allowed(name) ?? limit);
	};
	const count = (names: readonly string[], amount: 1 | -1): void => {
		for (const name of names) inUse.set(name, (inUse.get(name) ?? 0) + amount);
		running += amount;
	};

	const run = async (index: number, task: LimitedTask<Result>, together: number): Promise<void> => {
		const moment = pacing?.apart(together) ?? null;
		if (moment !== null) await moment;
		results[index] = await task.run();
		count(task.limits, -1);
		open -= 1;
		startWhatFits('another has ended');
	};

	const startWhatFits = (because: 'another has ended' | 'time has passed'): void => {
		// Asked before it is looked what fits: more that may run from in between on would not be looked for.
		const growsInMs = pacing?.growsInMs() ?? null;
		const fitting: (readonly [index: number, task: LimitedTask<Result>])[] = [];
		for (let queue = nextQueue(queues, hasRoom); queue !== null; queue = nextQueue(queues, hasRoom)) {
			const index = queue.tasks[queue.started] ?? -1;
			const task = tasks[index];
			queue.started += 1;
			if (task === undefined) continue;
			count(task.limits, 1);
			fitting.push([index, task]);
		}
		const together = because === 'time has passed' ? fitting.length : 1;
		for (const [index, task] of fitting) run(index, task, together).catch(reject);
		clearTimeout(waiting);
		if (open === 0) resolve(results);
		else if (running === 0) reject(new RangeError('a limit allows no task at all'));
		// More may run in a while although nothing has ended.
		else if (open > running && growsInMs !== null) waiting = setTimeout(startWhatFits, growsInMs, 'time has passed');
	};

	startWhatFits('time has passed');
	return promise;
}

function queuesOf(tasks: readonly Pick<LimitedTask<unknown>, 'limits'>[]): readonly Queue[] {
	const queues = new Map<string, Queue & { readonly tasks: number[] }>();
	for (const [index, { limits }] of tasks.entries()) {
		const key = JSON.stringify(limits);
		const queue = queues.get(key) ?? { limits, tasks: [], started: 0 };
		queue.tasks.push(index);
		queues.set(key, queue);
	}
	return [...queues.values()];
}

/** The queue whose next task may start and stands first of all that may. */
function nextQueue(queues: readonly Queue[], hasRoom: (limit: string) => boolean): Queue | null {
	let next: Queue | null = null;
	let first = Number.POSITIVE_INFINITY;
	for (const queue of queues) {
		const index = queue.tasks[queue.started] ?? Number.POSITIVE_INFINITY;
		if (index >= first || !queue.limits.every(hasRoom)) continue;
		next = queue;
		first = index;
	}
	return next;
}
