import type { Change } from '../drift-report.ts';
import { digest } from '../text/digest.ts';

/** Identity of a change within one device: equal for changes that say the same, whatever their line numbers. */
export function changeId({ kind, lineage, line, runningText }: Change): string {
	return digest(JSON.stringify([kind, lineage, line, runningText]), 8);
}
