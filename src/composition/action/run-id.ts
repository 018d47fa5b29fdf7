import type { ActionRun } from './action-run.ts';

/** What a workflow's run is in one attempt: what the jobs of a shared audit know each other by. */
export function attemptId({ context: { runId, runAttempt } }: Pick<ActionRun, 'context'>): string {
	return `${runId}-${runAttempt}`;
}

/** Tells an audit from all others in reports and in the history: one workflow may hold several, each with its `report-key`. */
export function auditRunId(run: Pick<ActionRun, 'context' | 'inputs'>): string {
	const { reportKey } = run.inputs;
	// It becomes part of a path, where two dots would lead up.
	return reportKey === 'fleet' ? attemptId(run) : `${attemptId(run)}-${reportKey.replaceAll(/\.{2,}/g, '.')}`;
}
