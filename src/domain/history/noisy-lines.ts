import { shapeOf } from '../compare/siblings/hidden-secrets.ts';
import type { Change } from '../drift-report.ts';
import { Portion, type Steps } from '../steps.ts';

/** What differed on a device when its drift was new. */
export interface PastDrift {
	/** The audit that saw it first. */
	readonly runId: string;
	readonly name: string;
	readonly platform: string;
	readonly changes: readonly Change[];
}

/** A line that keeps drifting, on one device or on many, whatever its numbers. */
export interface NoisyLine {
	readonly platform: string;
	readonly lineage: readonly string[];
	/** With `#` in place of every word that holds a digit. */
	readonly line: string;
	/** New drifts in which it stood. */
	readonly drifts: number;
	readonly devices: number;
	/** How many texts it had: one that is another every time may be volatile, which a mask would say. */
	readonly values: number;
	/** One of them. */
	readonly example: string;
}

/** Fewer times are no pattern. */
const NOISY_FROM = 3;
/** What one audit finds on many devices happened once. */
const AUDITS_FROM = 2;

/**
 * Lines that stood in at least three new drifts, in two audits or more, the most frequent first: candidates for a mask, a
 * rule, or a fix at last.
 */
export function* noisyInSteps(drifts: readonly PastDrift[]): Steps<readonly NoisyLine[]> {
	const portion = new Portion();
	const found = new Map<
		string,
		{ first: NoisyLine; drifts: number; runs: Set<string>; devices: Set<string>; values: Set<string> }
	>();
	for (const { runId, name, platform, changes } of drifts) {
		if (portion.isFull(changes.length)) yield;
		const seen = new Set<string>();
		for (const change of changes) {
			const lineage = change.lineage.map(withoutNumbers);
			const line = withoutNumbers(change.line);
			const key = JSON.stringify([platform, lineage, line]);
			// A fingerprint may be another in each run although the secret is the same.
			const example = shapeOf(change.runningText ?? change.line);
			const first = { platform, lineage, line, drifts: 0, devices: 0, values: 0, example };
			const group = found.get(key) ?? { first, drifts: 0, runs: new Set(), devices: new Set(), values: new Set() };
			found.set(key, group);
			if (!seen.has(key)) group.drifts += 1;
			seen.add(key);
			group.runs.add(runId);
			group.devices.add(name);
			group.values.add(example);
		}
	}
	return [...found.values()]
		.filter((group) => group.drifts >= NOISY_FROM && group.runs.size >= AUDITS_FROM)
		.map((group) => ({ ...group.first, drifts: group.drifts, devices: group.devices.size, values: group.values.size }))
		.sort((one, other) => other.drifts - one.drifts || (one.line < other.line ? -1 : 1));
}

function withoutNumbers(text: string): string {
	return shapeOf(text).replaceAll(/(?<!\S)\S*\d\S*/gu, '#');
}
