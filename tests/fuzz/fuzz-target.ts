/** Something that reads text from outside, and what must hold for every text it may be given. */
export interface FuzzTarget {
	/** Also the folder of its corpus. */
	readonly name: string;
	/** What it reads on a good day; others are made from these and from the corpus. */
	readonly seeds: readonly string[];
	/** Pieces that mean something to it. */
	readonly dictionary: readonly string[];
	/** `bytes`: one character of an input is one byte. */
	readonly input: 'text' | 'bytes';
	/** Throws, or rejects, when the input does what no input may do. */
	readonly run: (input: string) => void | Promise<void>;
}

/** What a function gives, or null where it refuses its input with one of the errors that it may throw. */
export function unlessRefused<Value>(
	read: () => Value,
	...kinds: readonly (new (
		...parameters: never[]
	) => Error)[]
): Value | null {
	try {
		return read();
	} catch (error) {
		if (kinds.some((kind) => error instanceof kind)) return null;
		throw error;
	}
}
