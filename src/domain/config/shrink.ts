import type { Completeness } from '../platform/platform.ts';

/**
 * What is a loss and no change: a config that had this many lines and has less than this share of them. One section that is
 * taken out of a small config is half of it; half of fifty lines is more than people take out in a day, and a session that
 * was cut leaves any share. A cut that leaves more than half is not told by its size.
 */
const SHRINK = { fromLines: 50, leastShare: 0.5 } as const;

/** How long a config was when it was judged last. */
export interface LastSize {
	/** A device that was moved to another platform is another device. */
	readonly platform: string;
	/** Lines before masking; 0 where it was never judged. */
	readonly lines: number;
}

/**
 * Whether a config lost most of its lines.
 *
 * @example
 * hasShrunk(40, { before: 400 }) //=> true
 * hasShrunk(20, { before: 49 }) //=> false
 */
export function hasShrunk(now: number, { before }: { readonly before: number }): boolean {
	return before >= SHRINK.fromLines && now < before * SHRINK.leastShare;
}

/** Whether a text of so many lines is as long as such an intended config asks for: then it was meant to shrink. */
export function isAsLongAs(now: number, { intended }: { readonly intended: number }): boolean {
	return now >= intended * SHRINK.leastShare;
}

/** The longest intended config that a text of so many lines is long enough for. */
export function longestIntended(now: number): number {
	return Math.floor(now / SHRINK.leastShare);
}

/** Whether a config itself shows where it ends; by the others a text that was cut between two sections looks whole. */
export function provesItsEnd({ proof }: Completeness): boolean {
	return proof !== 'channel' && proof !== 'required-line';
}
