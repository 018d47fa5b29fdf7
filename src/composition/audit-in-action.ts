import { triggerFleetAudit } from '../use-cases/audit-fleet.ts';
import { actionRunOptions } from './action-run-options.ts';
import { appendToTrusted, trustedFiles } from './read-trusted.ts';
import type { ActionRun, Audited } from './run-action.ts';
import { setUpRun } from './set-up-run.ts';

/** A scheduled audit: the fleet and the intended configs as they are checked out. */
export async function auditInAction(action: ActionRun): Promise<Audited> {
	const root = action.context.workspace;
	await using prepared = await setUpRun({
		...actionRunOptions(action),
		trusted: trustedFiles(root),
		// A job for a pull request may have been told to audit; what is checked out then is not ours to add to.
		...(action.context.mode === 'audit' ? { appendTrusted: appendToTrusted(root) } : {}),
		source: { from: 'devices' },
		intendedOnDisk: true,
		signal: action.signal,
	});
	const { policy, owners, retention } = prepared.fleet;
	return { report: await triggerFleetAudit(prepared.run, prepared.tools), policy, owners, retention };
}
