import { digest } from '../../domain/text/digest.ts';
import type { ActionRun } from './action-run.ts';
import { fleetFileOf } from './fleet-file.ts';
import { modeOfRun, type RunOfEvent } from './mode-of-run.ts';

/** What a fleet is called that nobody has to name. */
const USUAL = 'fleet.yml';

/** What of a run says which audit it is. */
interface AuditOfRun {
	readonly context: Pick<ActionRun['context'], 'workflow' | 'workspace'>;
	readonly inputs: Pick<ActionRun['inputs'], 'reportKey' | 'fleet'>;
}

interface StepOfRun {
	readonly inputs: Pick<ActionRun['inputs'], 'select'>;
}

/**
 * Tells apart several audits of one repository, by their workflow, the input report-key and the fleet: in markers of what we
 * wrote. Steps for two fleets are easily written without a key each; they would close each other's issues.
 */
export function auditKey(run: AuditOfRun): string {
	return `${run.context.workflow}${endOfKey(run)}`;
}

/**
 * Tells apart what several steps of one run say of a pull request: they may look at other devices (`select`), or in another mode.
 * With one key the last would write its comment over that of the others, and nobody would see the drift that they have found.
 */
export function commentKey(run: AuditOfRun & RunOfEvent & StepOfRun): string {
	const { select } = run.inputs;
	const mode = modeOfRun(run);
	const others = [...(select === null ? [] : [select]), ...(mode === run.context.mode ? [] : [mode])];
	return others.length === 0 ? auditKey(run) : `${auditKey(run)} ${digest(others.join('\n'), 8)}`;
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
