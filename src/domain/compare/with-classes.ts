import type { Change, DriftReport } from '../drift-report.ts';
import { filterInSteps, type Steps } from '../steps.ts';
import type { Comparison } from './calculate-diff.ts';
import { fingerprintInSteps } from './drift-fingerprint.ts';
import { renderInSteps } from './unified.ts';

/** Whether a change is drift, also as the one side of a conflict; outside of a pre-flight check every change is. */
export function isDrift({ class: kind }: Change): boolean {
	return kind !== 'planned' && kind !== 'applied';
}

/** Whether the two sides differ by it: what a device runs already, as the pull request wants it, is no difference. */
export function isDifference({ class: kind }: Change): boolean {
	return kind !== 'applied';
}

/**
 * A report of the changes that a pre-flight check told apart, in place of those that it was made of. The diff leaves out what
 * is already applied, and the fingerprint is that of the drift.
 */
export function* withClasses(compared: Comparison, changes: readonly Change[]): Steps<DriftReport> {
	const diff = yield* renderInSteps(yield* filterInSteps(changes, isDifference));
	yield;
	const fingerprint = yield* fingerprintInSteps(yield* filterInSteps(changes, isDrift));
	return { ...compared, changes, diff, fingerprint };
}
