import { digest } from '../digest.ts';
import type { Change } from '../drift-report.ts';
import { shapeOf } from './hidden-secrets.ts';

/**
 * Stable identity of some drift: equal changes give an equal fingerprint, whatever their line numbers; null without any.
 * Secrets are left out of it: without a key of the user's their fingerprints differ from run to run.
 */
export function driftFingerprint(changes: readonly Change[]): string | null {
	if (changes.length === 0) return null;
	const facts = changes
		// No line of a config holds a NUL.
		.map(({ kind, lineage, line, runningText }) => shapeOf([kind, runningText ?? '', line, ...lineage].join('\0')))
		.toSorted();
	return digest(facts.join('\n'));
}
