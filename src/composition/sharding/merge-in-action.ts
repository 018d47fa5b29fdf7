import { resolve } from 'node:path';
import type { ActionRun, Audited } from '../action/action-run.ts';
import { actionRunOptions } from '../action/action-run-options.ts';
import { openTrusted } from '../action/open-trusted.ts';
import { attemptId, auditRunId } from '../action/run-id.ts';
import { settingsOfAudit } from '../action/settings-of-audit.ts';
import type { KeptConfigs } from '../run/spool-configs.ts';
import { mergeFleet } from './merge-fleet.ts';

/** `mode: merge`: one report of those that the shards wrote. What follows is as after any audit. */
export async function mergeInAction(action: ActionRun): Promise<Audited> {
	const { inputs, context, signal } = action;
	await using trusted = await openTrusted(action);
	const { report, fleet, configs } = await mergeFleet({
		...actionRunOptions(action),
		runId: attemptId(action),
		trusted: trusted.files,
		folders: [resolve(context.workspace, inputs.shardDir)],
		signal,
	});
	const kept: KeptConfigs = { paths: async () => configs, [Symbol.asyncDispose]: async () => {} };
	return { report: { ...report, runId: auditRunId(action) }, settings: settingsOfAudit(fleet), configs: kept };
}
