import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { Git } from './git.ts';
import { readBlobs, readSizes } from './read-blobs.ts';

/** A file's content, or how large it is where that is more than was asked for. */
export type Blob =
	| { readonly kind: 'content'; readonly content: Buffer }
	| { readonly kind: 'too-large'; readonly sizeBytes: number };

/** Answers that are taken apart on end: some ten milliseconds. */
const READ_ON_END = 5_000;

/**
 * Reads that are asked for in one turn of the event loop, or while others are under way, share one fetch and one git
 * process, up to thousands of them.
 */
export class BlobBatch {
	readonly #git: Git;
	readonly #maxBytes: number;
	readonly #fetch: (objects: readonly string[]) => Promise<void>;
	readonly #waiting = new Map<string, PromiseWithResolvers<Blob>>();
	#working: Promise<void> | null = null;

	/** @param options.fetch - brings objects in that a clone was fetched without */
	constructor(options: {
		readonly git: Git;
		readonly maxBytes: number;
		readonly fetch?: (objects: readonly string[]) => Promise<void>;
	}) {
		this.#git = options.git;
		this.#maxBytes = options.maxBytes;
		this.#fetch = options.fetch ?? (async () => {});
	}

	read(object: string): Promise<Blob> {
		const waiting = this.#waiting.get(object) ?? Promise.withResolvers<Blob>();
		this.#waiting.set(object, waiting);
		this.#working ??= this.#work();
		return waiting.promise;
	}

	async #work(): Promise<void> {
		await endOfTurn();
		while (this.#waiting.size > 0) await this.#flush();
		this.#working = null;
	}

	/** Settles every read that waits, and never rejects itself. */
	async #flush(): Promise<void> {
		const waiting = new Map(Iterator.from(this.#waiting).take(READ_ON_END));
		for (const object of waiting.keys()) this.#waiting.delete(object);
		try {
			const objects = [...waiting.keys()];
			await this.#fetch(objects);
			const sizes = await readSizes(this.#git, objects);
			const isSmall = (object: string): boolean => (sizes.get(object) ?? 0) <= this.#maxBytes;
			const blob = await readBlobs(this.#git, objects.filter(isSmall));
			for (const [object, { resolve }] of waiting) {
				resolve(
					isSmall(object)
						? { kind: 'content', content: blob(object) }
						: { kind: 'too-large', sizeBytes: sizes.get(object) ?? 0 },
				);
			}
		} catch (error) {
			for (const { reject } of waiting.values()) reject(error);
		}
	}
}
