/** How long the results branch shows what it was given, in whole days. */
export interface Retention {
	/** Lines of runs; null: for ever. */
	readonly keepDays: number | null;
	/** Whole reports, with their diffs. */
	readonly reportDays: number;
}

/** Summaries of runs are small and stay; whole reports are what makes a branch grow. */
export const DEFAULT_RETENTION: Retention = { keepDays: null, reportDays: 90 };
