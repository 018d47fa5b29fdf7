import type { ActionRun } from './run-action.ts';

/** Tells apart several audits of one repository, by their workflow and the input report-key: in markers of what we wrote. */
export function auditKey({ context, inputs }: Pick<ActionRun, 'context' | 'inputs'>): string {
	return `${context.workflow}/${inputs.reportKey}`;
}
