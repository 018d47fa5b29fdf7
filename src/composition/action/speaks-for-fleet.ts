import type { ActionRun } from './run-action.ts';

/**
 * Whether what a run finds is how the fleet is. What a pull request or a merge queue proposes is intended by nobody yet, whatever
 * the input `mode` makes of it.
 */
export function speaksForFleet({ context }: Pick<ActionRun, 'context'>): boolean {
	return context.mode === 'audit';
}
