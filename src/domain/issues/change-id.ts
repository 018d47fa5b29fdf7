import { createHash } from 'node:crypto';
import type { Change } from '../drift-report.ts';

/** Identity of a change within one device: equal for changes that say the same, whatever their line numbers. */
export function changeId({ kind, lineage, line, runningText }: Change): string {
	return createHash('sha256')
		.update(JSON.stringify([kind, lineage, line, runningText]))
		.digest('hex')
		.slice(0, 8);
}
