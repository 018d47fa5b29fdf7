import { shapeOf } from '../compare/siblings/hidden-secrets.ts';
import type { Change } from '../drift-report.ts';
import { digest } from '../text/digest.ts';

/**
 * Identity of a change within one device: equal for changes that say the same, whatever their line numbers. Fingerprints of
 * secrets, which may differ from run to run, are left out.
 */
export function changeId({ kind, lineage, line, runningText }: Change): string {
	return digest(shapeOf(JSON.stringify([kind, lineage, line, runningText])), 8);
}
