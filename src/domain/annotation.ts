/** A remark on lines of a file of the repository: shown by a check run or by the runner's log commands. */
export interface CheckAnnotation {
	/** Relative to the repository, with `/`. */
	readonly path: string;
	/** 1-based, inclusive. */
	readonly startLine: number;
	/** 1-based, inclusive; equal to `startLine` for one line. */
	readonly endLine: number;
	readonly level: 'notice' | 'warning' | 'failure';
	readonly title: string;
	readonly message: string;
}

/** Lines that a change shows, 1-based, by path. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number>>;
