/** Drift that a team has decided to live with, for a reason and usually until a date. */
export interface IgnoreRule {
	/** Globs over device names (`lab-*`); empty: every device. */
	readonly devices: readonly string[];
	/** Section headers, outermost first; a change inside or on the last of them is ignored. Empty: anywhere. */
	readonly within: readonly string[];
	/** Only lines that match; null: every line of the section. Linear-time engine. */
	readonly pattern: import('../masking/pattern.ts').LinePattern | null;
	readonly reason: string;
	/** ISO date; the last day on which the rule suppresses. null: for good. */
	readonly until: string | null;
}
