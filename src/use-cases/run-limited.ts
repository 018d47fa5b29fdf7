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
}

/** Tasks that count against the same limits, in their order. */
interface Queue<Result> {
	readonly limits: readonly string[];
	readonly tasks: readonly (readonly [index: number, task: LimitedTask<Result>])[];
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

	const start = async (index: number, task: LimitedTask<Result>): Promise<void> => {
		count(task.limits, 1);
		results[index] = await task.run();
		count(task.limits, -1);
		open -= 1;
		startWhatFits();
	};

	const startWhatFits = (): void => {
		for (let queue = nextQueue(queues, hasRoom); queue !== null; queue = nextQueue(queues, hasRoom)) {
			const [index, task] = queue.tasks[queue.started] ?? [];
			queue.started += 1;
			if (index !== undefined && task !== undefined) start(index, task).catch(reject);
		}
		clearTimeout(waiting);
		if (open === 0) resolve(results);
		else if (running === 0) reject(new RangeError('a limit allows no task at all'));
		else if (open > running) lookAgain();
	};

	/** More may run in a while although nothing has ended. */
	const lookAgain = (): void => {
		const ms = pacing?.growsInMs() ?? null;
		if (ms !== null) waiting = setTimeout(startWhatFits, ms);
	};

	startWhatFits();
	return promise;
}

function queuesOf<Result>(tasks: readonly LimitedTask<Result>[]): readonly Queue<Result>[] {
	const groups = Map.groupBy(tasks.entries(), ([, task]) => JSON.stringify(task.limits));
	return [...groups.values()].map((group) => ({ limits: group[0]?.[1].limits ?? [], tasks: group, started: 0 }));
}

/** The queue whose next task may start and stands first of all that may. */
function nextQueue<Result>(
	queues: readonly Queue<Result>[],
	hasRoom: (limit: string) => boolean,
): Queue<Result> | null {
	let next: Queue<Result> | null = null;
	let first = Number.POSITIVE_INFINITY;
	for (const queue of queues) {
		const [index = Number.POSITIVE_INFINITY] = queue.tasks[queue.started] ?? [];
		if (index >= first || !queue.limits.every(hasRoom)) continue;
		next = queue;
		first = index;
	}
	return next;
}
