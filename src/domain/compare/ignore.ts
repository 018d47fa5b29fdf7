import type { Device } from '../device.ts';
import type { Change } from '../drift-report.ts';
import type { LinePattern } from '../masking/pattern.ts';
import { matchesGlob } from '../text/glob.ts';

/** Drift that a team has decided to live with, for a reason and usually until a date. */
export interface IgnoreRule {
	/** Globs over device names (`lab-*`); empty: every device. */
	readonly devices: readonly string[];
	/** Section headers, outermost first; the change stands inside the last of them or is that line. Empty: anywhere. */
	readonly within: readonly string[];
	/** Only lines that match; null: every line of the section. Linear-time engine. */
	readonly pattern: LinePattern | null;
	readonly reason: string;
	/** ISO date; the last day on which the rule suppresses. null: for good. */
	readonly until: string | null;
}

/**
 * The rules that hold for a device today, as a question: why is this change ignored?
 *
 * @param today - ISO date, UTC
 * @returns a function that answers with the first matching rule's reason, or null where the change is drift
 */
export function ignoresFor(
	device: Device,
	rules: readonly IgnoreRule[],
	today: string,
): (change: Change) => string | null {
	const applicable = rules.filter((rule) => !isExpired(rule, today) && coversDevice(rule, device));
	return (change) => applicable.find((rule) => coversChange(rule, change))?.reason ?? null;
}

function isExpired({ until }: IgnoreRule, today: string): boolean {
	return until !== null && until < today;
}

function coversDevice({ devices }: IgnoreRule, { name }: Device): boolean {
	return devices.length === 0 || devices.some((glob) => matchesGlob(glob, name));
}

function coversChange({ within, pattern }: IgnoreRule, { lineage, line, runningText }: Change): boolean {
	const path = [...lineage, line];
	if (!within.every((header, depth) => path[depth] === header)) return false;
	// A replaced line is ignored only if what stands there now is covered too: a mask for the old text hides no new one.
	return pattern === null || (pattern.test(line) && (runningText === null || pattern.test(runningText)));
}
