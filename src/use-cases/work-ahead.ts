import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Work on a text that is begun before it is known whether that is the text in the end. What comes of it counts only if it is,
 * to the letter; otherwise the work is done once more. It must have no effect but its result.
 */
export class WorkAhead<Result> {
	readonly #work: (text: string) => Promise<Result>;
	#begun: { readonly text: string; readonly result: Promise<Result> } | null = null;

	constructor(work: (text: string) => Promise<Result>) {
		this.#work = work;
	}

	/** In a later turn, and once: of the first text that is told. */
	begin(text: string): void {
		if (this.#begun !== null) return;
		const result = nextTurn().then(() => this.#work(text));
		// A failure is told to whoever asks for the result.
		result.catch(() => {});
		this.#begun = { text, result };
	}

	/** What comes of the text that counts. */
	finish(text: string): Promise<Result> {
		return this.#begun?.text === text ? this.#begun.result : this.#work(text);
	}
}
