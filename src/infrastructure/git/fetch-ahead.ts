import { setImmediate as endOfTurn } from 'node:timers/promises';

/** Of what is fetched in one go: more would keep the first of them waiting. */
const PORTION = 2_000;

/**
 * Brings objects into a clone that was fetched without them, many in one go: those that somebody waits for, and with them those
 * that are expected next.
 */
export class FetchAhead {
	readonly #fetch: (objects: readonly string[]) => Promise<void>;
	readonly #here = new Set<string>();
	readonly #expected = new Set<string>();
	readonly #waiting = new Map<string, PromiseWithResolvers<void>>();
	#working: Promise<void> | null = null;

	constructor(fetch: (objects: readonly string[]) => Promise<void>) {
		this.#fetch = fetch;
	}

	/** Objects that will be read, in about this order. */
	expect(objects: Iterable<string>): void {
		for (const object of objects) this.#expected.add(object);
	}

	/** Waits until an object is here. */
	have(object: string): Promise<void> {
		if (this.#here.has(object)) return Promise.resolve();
		const waiting = this.#waiting.get(object) ?? Promise.withResolvers<void>();
		this.#waiting.set(object, waiting);
		this.#working ??= this.#work();
		return waiting.promise;
	}

	async #work(): Promise<void> {
		await endOfTurn();
		while (this.#waiting.size > 0) await this.#fetchNext();
		this.#working = null;
	}

	/** Settles all that wait, and never rejects itself. */
	async #fetchNext(): Promise<void> {
		const waiting = new Map(this.#waiting);
		this.#waiting.clear();
		try {
			await this.#fetchWith([...waiting.keys()]);
			for (const { resolve } of waiting.values()) resolve();
		} catch (error) {
			for (const { reject } of waiting.values()) reject(error);
		}
	}

	async #fetchWith(wanted: readonly string[]): Promise<void> {
		const more = this.#takeExpected(PORTION - wanted.length, new Set(wanted));
		try {
			await this.#get([...wanted, ...more]);
		} catch (error) {
			if (more.length === 0) throw error;
			// One of those that nobody waits for may be to blame.
			await this.#get(wanted);
		}
	}

	async #get(objects: readonly string[]): Promise<void> {
		await this.#fetch(objects);
		for (const object of objects) this.#here.add(object);
	}

	#takeExpected(count: number, wanted: ReadonlySet<string>): readonly string[] {
		const isNew = (object: string): boolean => !wanted.has(object) && !this.#here.has(object);
		const taken = Iterator.from(this.#expected).filter(isNew).take(Math.max(0, count)).toArray();
		for (const object of taken) this.#expected.delete(object);
		return taken;
	}
}
