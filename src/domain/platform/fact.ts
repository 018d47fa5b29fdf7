/** A fact about a system. */
export interface Fact {
	/** Where it comes from: a manual, a device's output, an issue. */
	readonly source: string;
	/** Lines that it is about; tested. */
	readonly matches: readonly string[];
	/** Look-alikes that it is not about; tested. */
	readonly spares: readonly string[];
}

/** A fact about lines of some section. */
export interface LineRule extends Fact {
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
}
