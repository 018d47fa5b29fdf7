import type { AuditTools } from '../../use-cases/audit-tools.ts';
import { keepsHistory } from '../history/record-history.ts';
import type { PreparedRun } from '../run/set-up-run.ts';
import { type SpooledConfigs, spoolConfigs } from '../run/spool-configs.ts';
import type { ActionRun } from './action-run.ts';
import { temporaryFolder } from './repository-access.ts';

/** The tools of an audit, which also keep the redacted running configs where the history asks for them; else null. */
export async function keepingConfigs(
	action: ActionRun,
	{ fleet, tools }: PreparedRun,
): Promise<{ readonly tools: AuditTools; readonly configs: SpooledConfigs | null }> {
	if (!fleet.history.storeConfigs || !keepsHistory(action)) return { tools, configs: null };
	const configs = await spoolConfigs(temporaryFolder(action.env), action.log.redact);
	return { tools: { ...tools, keepConfig: configs.keep }, configs };
}
