import type { ActionRun } from './run-action.ts';

/**
 * Whether what a run finds is how the fleet is. What a pull request or a merge queue proposes is intended by nobody yet, whatever
 * the input `mode` makes of it; and neither is what lies on another branch than that of the fleet, or on a tag.
 */
export function speaksForFleet({ context, inputs }: Pick<ActionRun, 'context' | 'inputs'>): boolean {
	if (context.mode !== 'audit') return false;
	const branch = inputs.fleetBranch ?? context.defaultBranch;
	return branch === null || branch === '*' || branch === context.baseRef;
}

/** Why an audit leaves alone what it was asked to keep, in a sentence; null: it does not. */
export function whySilent(run: Pick<ActionRun, 'context' | 'inputs'>): string | null {
	const { context, inputs } = run;
	const isAsked = !inputs.dryRun && (inputs.resultsBranch !== null || inputs.issues !== 'off');
	if (!isAsked || context.mode !== 'audit' || speaksForFleet(run)) return null;
	const about = context.baseRef === null ? 'no branch' : `the branch ${context.baseRef}`;
	const branch = inputs.fleetBranch ?? context.defaultBranch;
	return `history and issues stay as they are: this run is about ${about}, and audits of ${branch} speak for the fleet (input fleet-branch)`;
}
