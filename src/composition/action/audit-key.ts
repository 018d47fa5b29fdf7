import { fleetFileOf } from './fleet-file.ts';
import type { ActionRun } from './run-action.ts';

/** What a fleet is called that nobody has to name. */
const USUAL = 'fleet.yml';

/**
 * Tells apart several audits of one repository, by their workflow, the input report-key and the fleet: in markers of what we
 * wrote. Steps for two fleets are easily written without a key each; they would close each other's issues.
 */
export function auditKey(run: {
	readonly context: Pick<ActionRun['context'], 'workflow' | 'workspace'>;
	readonly inputs: Pick<ActionRun['inputs'], 'reportKey' | 'fleet'>;
}): string {
	const key = `${run.context.workflow}/${run.inputs.reportKey}`;
	const fleet = fleetFileOf(run);
	return fleet === USUAL ? key : `${key} ${fleet}`;
}
