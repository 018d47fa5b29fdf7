/** What is to be done with each of some items: the same for all, so that ten thousand of them take no memory of their own. */
export interface LimitedWork<Item, Result> {
	/**
	 * Names of the limits that an item counts against, e.g. `fleet`, `bastion ams`; a name without a limit does not hold anything
	 * back.
	 */
	limitsOf(item: Item): readonly string[];
	/** Must not reject: what can go wrong is a result. */
	run(item: Item): Promise<Result>;
	/** How many may run at once, by the name of the limit; at least one. */
	readonly limits: ReadonlyMap<string, number>;
	/** Left out: as many as the limits allow, from the start. */
	readonly pacing?: Pacing;
}

/** Holds items back for a while where their limits would let more of them run. */
export interface Pacing {
	/** How many may run at the moment under a limit; at least one. */
	allowed(limit: string): number;
	/** How long until more may run, should nothing else happen; null: no more ever may. */
	growsInMs(): number | null;
	/**
	 * Holds back for a moment of chance one of so many items that time alone has let start; those that start because another
	 * has ended are apart anyway. null: it starts at once.
	 */
	apart(together: number): Promise<void> | null;
}

/** Items that count against the same limits, in their order. */
interface Queue {
	readonly limits: readonly string[];
	/** Their places among all. */
	readonly items: readonly number[];
	/** How many of them have been started. */
	started: number;
}

/** An item that may start now. */
interface Fitting<Item> {
	readonly index: number;
	readonly item: Item;
	/** Of the limits that it counts against. */
	readonly names: readonly string[];
}

/**
 * Does work on items side by side, never on more than any of their limits allows at once, and gives the results in the order
 * of the items. One that cannot start yet does not hold back those behind it that can. A limit below one is a mistake of the
 * caller and rejects.
 */
export function runLimited<Item extends object, Result>(
	items: readonly Item[],
	work: LimitedWork<Item, Result>,
): Promise<readonly Result[]> {
	const { limits, pacing } = work;
	const { promise, resolve, reject } = Promise.withResolvers<readonly Result[]>();
	const results: Result[] = [];
	const queues = queuesOf(items.map((item) => work.limitsOf(item)));
	const inUse = new Map<string, number>();
	let running = 0;
	let open = items.length;
	let waiting: NodeJS.Timeout | undefined;

	const hasRoom = (name: string): boolean => {
		const limit = limits.get(name) ?? Number.POSITIVE_INFINITY;
		return (inUse.get(name) ?? 0) < Math.min(limit, pacing?.allowed(name) ?? limit);
	};
	const count = (names: readonly string[], amount: 1 | -1): void => {
		for (const name of names) inUse.set(name, (inUse.get(name) ?? 0) + amount);
		running += amount;
	};

	const run = async ({ index, item, names }: Fitting<Item>, together: number): Promise<void> => {
		const moment = pacing?.apart(together) ?? null;
		if (moment !== null) await moment;
		results[index] = await work.run(item);
		count(names, -1);
		open -= 1;
		startWhatFits('another has ended');
	};

	const startWhatFits = (because: 'another has ended' | 'time has passed'): void => {
		// Asked before it is looked what fits: more that may run from in between on would not be looked for.
		const growsInMs = pacing?.growsInMs() ?? null;
		const fitting: Fitting<Item>[] = [];
		for (let queue = nextQueue(queues, hasRoom); queue !== null; queue = nextQueue(queues, hasRoom)) {
			const index = queue.items[queue.started] ?? -1;
			const item = items[index];
			queue.started += 1;
			if (item === undefined) continue;
			count(queue.limits, 1);
			fitting.push({ index, item, names: queue.limits });
		}
		const together = because === 'time has passed' ? fitting.length : 1;
		for (const each of fitting) run(each, together).catch(reject);
		clearTimeout(waiting);
		if (open === 0) resolve(results);
		else if (running === 0) reject(new RangeError('a limit allows nothing at all'));
		// More may run in a while although nothing has ended.
		else if (open > running && growsInMs !== null) waiting = setTimeout(startWhatFits, growsInMs, 'time has passed');
	};

	startWhatFits('time has passed');
	return promise;
}

function queuesOf(limitsOfItems: readonly (readonly string[])[]): readonly Queue[] {
	const queues = new Map<string, Queue & { readonly items: number[] }>();
	for (const [index, limits] of limitsOfItems.entries()) {
		const key = JSON.stringify(limits);
		const queue = queues.get(key) ?? { limits, items: [], started: 0 };
		queue.items.push(index);
		queues.set(key, queue);
	}
	return [...queues.values()];
}

/** The queue whose next item may start and stands first of all that may. */
function nextQueue(queues: readonly Queue[], hasRoom: (limit: string) => boolean): Queue | null {
	let next: Queue | null = null;
	let first = Number.POSITIVE_INFINITY;
	for (const queue of queues) {
		const index = queue.items[queue.started] ?? Number.POSITIVE_INFINITY;
		if (index >= first || !queue.limits.every(hasRoom)) continue;
		next = queue;
		first = index;
	}
	return next;
}
