/** Work that may be put off for a moment wherever it yields. */
export type Steps<Result> = Generator<void, Result, void>;

/** Items that are done on end: of devices they take some 10 ms, of changes one. */
const ON_END = 500;

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

/** Hands out items with a step between so many of them. */
export function* inPortions<Item>(items: readonly Item[], each: (item: Item) => void): Steps<void> {
	for (const [index, item] of items.entries()) {
		if (index % ON_END === ON_END - 1) yield;
		each(item);
	}
}

/** Maps items to any number of results each, as `flatMap` does, with a step between so many of them. */
export function* flatMapInSteps<Item, Result>(
	items: readonly Item[],
	map: (item: Item) => readonly Result[],
): Steps<readonly Result[]> {
	const results: Result[] = [];
	yield* inPortions(items, (item) => void results.push(...map(item)));
	return results;
}

/** Does it all at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}
