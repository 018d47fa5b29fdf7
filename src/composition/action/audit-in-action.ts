import { triggerFleetAudit } from '../../use-cases/audit-fleet.ts';
import { appendToTrusted } from '../fleet/trusted-files.ts';
import { setUpRun } from '../run/set-up-run.ts';
import type { ActionRun, Audited } from './action-run.ts';
import { actionRunOptions } from './action-run-options.ts';
import { keepingConfigs } from './keeping-configs.ts';
import { openTrusted } from './open-trusted.ts';
import { settingsOfAudit } from './settings-of-audit.ts';

/** A scheduled audit: the intended configs as they are checked out. */
export async function auditInAction(action: ActionRun): Promise<Audited> {
	const root = action.context.workspace;
	await using trusted = await openTrusted(action);
	await using prepared = await setUpRun({
		...actionRunOptions(action),
		trusted: trusted.files,
		// A job for a pull request may have been told to audit; what is checked out then is not ours to add to.
		...(action.context.mode === 'audit' ? { appendTrusted: appendToTrusted(root) } : {}),
		source: { from: 'devices' },
		intendedOnDisk: true,
		signal: action.signal,
	});
	const { tools, configs } = await keepingConfigs(action, prepared);
	return { report: await triggerFleetAudit(prepared.run, tools), settings: settingsOfAudit(prepared.fleet), configs };
}
