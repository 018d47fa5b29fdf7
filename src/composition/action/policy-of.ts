import { overridePolicy, type Policy } from '../../domain/verdict.ts';
import type { ActionRun } from './action-run.ts';

/**
 * What a run is judged by: fleet.yml, and what the workflow's inputs say otherwise. A pull request for which no device may be
 * asked fails by neither: nothing was looked at, and that is not its author's fault.
 */
export function policyOf({ context, inputs }: Pick<ActionRun, 'context' | 'inputs'>, policy: Policy): Policy {
	if (context.pullRequest?.restricted) return { ...policy, failOn: [], minHealth: null };
	return overridePolicy(policy, inputs);
}
