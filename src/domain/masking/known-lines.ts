import { detached } from '../text/detached.ts';

/** What masks made of a line: the same whenever the line comes again. */
export interface MaskedLine {
	/** null: it is gone. */
	readonly text: string | null;
	/** Which masks took it, in their order, and the line as each left it. */
	readonly steps: readonly { readonly pattern: string; readonly result: string | null }[];
}

/** Enough for the keys and communities that a fleet shares, and a few MB at most. */
const MAX_LINES = 5_000;
const MAX_LENGTH = 300;

/**
 * Remembers what became of the lines that masks take. A fleet repeats itself: the second side of a device and the next
 * device hold mostly the same ones, and a fingerprint is dear. Its memory is bounded.
 */
export class KnownLines {
	readonly #lines = new Map<string, MaskedLine>();

	get(text: string): MaskedLine | undefined {
		return this.#lines.get(text);
	}

	add(text: string, masked: MaskedLine): void {
		if (text.length > MAX_LENGTH) return;
		if (this.#lines.size === MAX_LINES) this.#lines.clear();
		this.#lines.set(detached(text), own(masked));
	}
}

function own({ text, steps }: MaskedLine): MaskedLine {
	return {
		text: text === null ? null : detached(text),
		steps: steps.map(({ pattern, result }) => ({ pattern, result: result === null ? null : detached(result) })),
	};
}
