import type { Change, DriftReport } from '../drift-report.ts';
import { driftFingerprint } from './drift-fingerprint.ts';
import { renderUnified } from './unified.ts';

/** Whether a change of a pre-flight check is drift, also as the one side of a conflict. */
export function isDrift({ class: kind }: Change): boolean {
	return kind === 'drift' || kind === 'conflict';
}

/** Whether the two sides differ by it: what a device runs already, as the pull request wants it, is no difference. */
export function isDifference({ class: kind }: Change): boolean {
	return kind !== 'applied';
}

/**
 * A report of the changes that a pre-flight check told apart, in place of those that it was made of. The diff leaves out what
 * is applied already, and the fingerprint is that of the drift. Those of the report itself are not asked for: making them
 * takes time.
 */
export function withClasses(
	{ ignored, masked, metadata, remarks }: DriftReport,
	changes: readonly Change[],
): DriftReport {
	return {
		changes,
		diff: renderUnified(changes.filter(isDifference)),
		fingerprint: driftFingerprint(changes.filter(isDrift)),
		ignored,
		masked,
		metadata,
		remarks,
	};
}
