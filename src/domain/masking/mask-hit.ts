/** One mask on one line. */
export interface MaskHit {
	/** 1-based, in the text that came in; of a block its first line. */
	readonly number: number;
	readonly pattern: string;
	/** The line as this mask left it; null: it is gone. */
	readonly result: string | null;
}
