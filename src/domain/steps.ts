/** Work that may be put off for a moment wherever it yields. */
export type Steps<Result> = Generator<void, Result, void>;

/** Items that are done on end: of devices they take some 10 ms, of changes one. */
const ON_END = 500;

/** Whether so many items are worth steps of their own: for fewer they would take longer than the work. */
export function areMany(items: number): boolean {
	return items > ON_END;
}

/** Counts what is done on end, so that many small pieces of work are one step. */
export class Portion {
	#items = 0;

	/** Whether a step is due before so many further items, or as many again. */
	isFull(items: number): boolean {
		this.#items += items;
		if (this.#items < ON_END) return false;
		this.#items = 0;
		return true;
	}
}

/**
 * Hands out ranges of indices with a step between them. A loop of its own inside of `work` takes less time than one with
 * a yield in it: engines optimize generators less.
 */
export function inRanges(total: number, work: (from: number, to: number) => void): Iterable<void> {
	if (total > ON_END) return rangesOf(total, work);
	work(0, total);
	return NOTHING_LEFT;
}

const NOTHING_LEFT: readonly undefined[] = [];

function* rangesOf(total: number, work: (from: number, to: number) => void): Steps<void> {
	for (let from = 0; from < total; from += ON_END) {
		if (from > 0) yield;
		work(from, Math.min(from + ON_END, total));
	}
}

/** Hands out items with a step between so many of them. */
export function inPortions<Item>(items: readonly Item[], each: (item: Item) => void): Iterable<void> {
	return inRanges(items.length, (from, to) => {
		for (let index = from; index < to; index += 1) each(items[index] as Item);
	});
}

/** Maps items, as `map` does, with a step between so many of them. */
export function* mapInSteps<Item, Result>(
	items: readonly Item[],
	map: (item: Item) => Result,
): Steps<readonly Result[]> {
	if (items.length <= ON_END) return items.map((item) => map(item));
	const results: Result[] = [];
	yield* inPortions(items, (item) => results.push(map(item)));
	return results;
}

/** Maps items to any number of results each, as `flatMap` does, with a step between so many of them. */
export function* flatMapInSteps<Item, Result>(
	items: readonly Item[],
	map: (item: Item) => readonly Result[],
): Steps<readonly Result[]> {
	const results: Result[] = [];
	yield* inPortions(items, (item) => results.push(...map(item)));
	return results;
}

/** Those that a question is answered with yes for, as `filter` finds them. */
export function* filterInSteps<Item>(
	items: readonly Item[],
	isWanted: (item: Item) => boolean,
): Steps<readonly Item[]> {
	if (items.length <= ON_END) return items.filter(isWanted);
	const wanted: Item[] = [];
	yield* inPortions(items, (item) => {
		if (isWanted(item)) wanted.push(item);
	});
	return wanted;
}

/** Groups items by a key, as `Map.groupBy` does. */
export function* groupInSteps<Item, Key>(
	items: readonly Item[],
	keyOf: (item: Item) => Key,
): Steps<ReadonlyMap<Key, Item[]>> {
	if (items.length <= ON_END) return Map.groupBy(items, keyOf);
	const groups = new Map<Key, Item[]>();
	yield* inPortions(items, (item) => {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [item]);
		else group.push(item);
	});
	return groups;
}

/** Puts texts in order, as `toSorted` does. */
export function* sortInSteps(texts: readonly string[]): Steps<readonly string[]> {
	if (texts.length <= SORTED_ON_END) return texts.toSorted();
	const middle = texts.length >> 1;
	const one = yield* sortInSteps(texts.slice(0, middle));
	yield;
	const other = yield* sortInSteps(texts.slice(middle));
	const merged: string[] = [];
	let to = 0;
	yield* inPortions(one, (text) => {
		for (; to < other.length && (other[to] as string) < text; to += 1) merged.push(other[to] as string);
		merged.push(text);
	});
	yield;
	for (const text of other.slice(to)) merged.push(text);
	return merged;
}

/** Of texts that have much in common it takes some milliseconds. */
const SORTED_ON_END = 4_000;

/**
 * Puts items in order of a number that many of them share, a time of which there are few. Those with the same one stay in the
 * order in which they come, as with `toSorted`.
 */
export function* orderInSteps<Item>(items: readonly Item[], numberOf: (item: Item) => number): Steps<readonly Item[]> {
	const groups = yield* groupInSteps(items, numberOf);
	yield;
	const ordered: Item[] = [];
	for (const [, group] of [...groups].toSorted(([one], [other]) => one - other)) {
		yield* inPortions(group, (item) => ordered.push(item));
		yield;
	}
	return ordered;
}

/** Work that is a step of its own: what goes before it may have taken a while. */
export function* asStep<Result>(work: () => Result): Steps<Result> {
	yield;
	return work();
}

/** Does it all at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}
