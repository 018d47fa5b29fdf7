import { resolve } from 'node:path';
import type { Shard } from '../../domain/sharding/shard.ts';
import { DriftAuditError, withCode } from '../../errors.ts';
import { type ShardConfigs, writeShardConfigs } from '../../infrastructure/shards/config-files.ts';
import { readPlan } from '../../infrastructure/shards/manifest-file.ts';
import { writeShardReport } from '../../infrastructure/shards/report-files.ts';
import { describeShard } from '../../reporting/wording/describe-shard.ts';
import type { ActionRun } from '../action/action-run.ts';
import { actionRunOptions } from '../action/action-run-options.ts';
import { openTrusted } from '../action/open-trusted.ts';
import { temporaryFolder } from '../action/repository-access.ts';
import { attemptId } from '../action/run-id.ts';
import { tellLaterSteps } from '../action/tell-later-steps.ts';
import { reportFolder } from '../action/write-report-folder.ts';
import { openPastOfRun } from '../history/past-of-run.ts';
import { keepsHistory } from '../history/record-history.ts';
import { spoolConfigs } from '../run/spool-configs.ts';
import { spoolDetails } from '../run/spool-details.ts';
import { auditShard } from './audit-shard.ts';

/**
 * `shard: i/n`: audits a part of the fleet and writes its report for the merge. No comment, no check, no history; what it
 * found does not fail the job, because only the merge knows what it means.
 */
export async function shardInAction(action: ActionRun, shard: Shard): Promise<0> {
	const { inputs, context, env, log, signal } = action;
	await using past = openPastOfRun(action);
	await using trusted = await openTrusted(action);
	await using configs = keepsHistory(action) ? await spoolConfigs(temporaryFolder(env), log.redact) : null;
	using details = spoolDetails(temporaryFolder(env), log);
	const report = await auditShard({
		...actionRunOptions({ ...action, lastSizes: past.lastSizes, keepReport: details.keep }),
		runId: attemptId(action),
		trusted: trusted.files,
		plan: await readPlan([resolve(context.workspace, inputs.shardDir)]),
		shard,
		source: { from: 'devices' },
		...(configs && { keepConfig: configs.keep }),
		redact: log.redact,
		signal,
	});
	const folder = reportFolder(action);
	if (configs !== null) await leaveConfigs(folder, { shard: report.shard, configs: await configs.paths(), log });
	// Last: a shard counts with its report.
	await writeShardReport(folder, report);
	const { devices, drifted, unknown } = report.report.fleet;
	log.info(describeShard(shard, report.report.fleet));
	tellLaterSteps(log, { devices, drifted, unknown, 'report-path': folder });
	return 0;
}

/** For the history alone: what the shard found must not be lost with them. */
async function leaveConfigs(
	folder: string,
	{ shard, configs, log }: ShardConfigs & Pick<ActionRun, 'log'>,
): Promise<void> {
	try {
		await writeShardConfigs(folder, { shard, configs });
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		log.warning(withCode(error.code, `the history keeps no running configs of shard ${shard}: ${error.message}`));
	}
}
