import { ConfigurationError } from '../../errors.ts';
import type { ActionRun } from '../action/action-run.ts';

/**
 * A shared audit has to ask devices, which nobody does for what a stranger proposes. Throws a `ConfigurationError` for a job of
 * one.
 */
export function refuseSharing({ inputs, context }: Pick<ActionRun, 'inputs' | 'context'>): void {
	const isShared = inputs.mode === 'plan' || inputs.mode === 'merge' || inputs.shard !== null;
	if (!isShared || context.pullRequest?.restricted !== true) return;
	throw ConfigurationError.of(
		'no device is asked for a pull request from a fork or from Dependabot, so there is no audit to share',
		'Check such pull requests with `mode: preflight`',
	);
}
