import { fleetFileOf } from './fleet-file.ts';
import type { ActionRun } from './run-action.ts';

/** What a fleet is called that nobody has to name. */
const USUAL = 'fleet.yml';

/** What of a run says which audit it is. */
interface AuditOfRun {
	readonly context: Pick<ActionRun['context'], 'workflow' | 'workspace'>;
	readonly inputs: Pick<ActionRun['inputs'], 'reportKey' | 'fleet'>;
}

/**
 * Tells apart several audits of one repository, by their workflow, the input report-key and the fleet: in markers of what we
 * wrote. Steps for two fleets are easily written without a key each; they would close each other's issues.
 */
export function auditKey(run: AuditOfRun): string {
	return `${run.context.workflow}${endOfKey(run)}`;
}

/** Whether a marker is of the audit that a run belongs to, whatever the workflow: one may act upon what another one found. */
export function isOfSameAudit(run: AuditOfRun, key: string): boolean {
	return key.endsWith(endOfKey(run));
}

function endOfKey(run: AuditOfRun): string {
	const key = `/${run.inputs.reportKey}`;
	const fleet = fleetFileOf(run);
	return fleet === USUAL ? key : `${key} ${fleet}`;
}
