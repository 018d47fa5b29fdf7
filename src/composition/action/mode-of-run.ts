import type { ActionRun } from './action-run.ts';

/** As much of a run as says what it is. */
export interface RunOfEvent {
	readonly inputs: Pick<ActionRun['inputs'], 'mode' | 'deadlineMs'>;
	readonly context: Pick<ActionRun['context'], 'mode' | 'proposed' | 'pullRequest'>;
}

/** How a run comes to its report; a plan comes to none. */
export function modeOfRun({ inputs, context }: RunOfEvent): 'audit' | 'preflight' | 'merge' {
	const given = inputs.mode === 'auto' || inputs.mode === 'plan' ? context.mode : inputs.mode;
	// The logins may be there (`pull_request_target`), but what a stranger proposes is not worth a device's answer.
	return given === 'audit' && context.pullRequest?.restricted ? 'preflight' : given;
}

/** A report on its way is worth a moment more than the deadline. */
export const REPORTING_MS = 5_000;

/** When GitHub has had its time, as `performance.now()` counts; only a pre-flight check has such an end. */
export function endOfRun(run: RunOfEvent): number {
	const { inputs, context } = run;
	const isProposed = inputs.mode === 'auto' && context.proposed !== null;
	const isPreflight = inputs.mode !== 'plan' && (isProposed || modeOfRun(run) === 'preflight');
	return isPreflight ? inputs.deadlineMs + REPORTING_MS : Number.POSITIVE_INFINITY;
}
