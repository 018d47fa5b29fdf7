import type { LinePattern } from '../masking/pattern.ts';

/** A part of the configuration that a team wants to see judged by itself: NTP, AAA, BGP. */
export interface Feature {
	readonly name: string;
	/** Patterns of section headers, outermost first, from the top level on; empty: the top level itself. */
	readonly within: readonly LinePattern[];
	/** The lines there that belong to it, each with all that stands in it; null: every line there, and the section itself. */
	readonly pattern: LinePattern | null;
	/** Whether the order of its lines counts; null: where the platform says so. */
	readonly ordered: boolean | null;
}
