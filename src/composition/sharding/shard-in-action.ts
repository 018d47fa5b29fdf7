import { resolve } from 'node:path';
import { formatShard, type Shard } from '../../domain/sharding/shard.ts';
import { writeOutputs } from '../../infrastructure/github/outputs.ts';
import { readPlan, writeShardReport } from '../../infrastructure/shards/shard-folder.ts';
import { actionRunOptions } from '../action-run-options.ts';
import { openTrusted } from '../open-trusted.ts';
import { openPastOfRun } from '../past-of-run.ts';
import type { ActionRun } from '../run-action.ts';
import { reportFolder } from '../write-report-folder.ts';
import { auditShard } from './audit-shard.ts';

/**
 * `shard: i/n`: audits a part of the fleet and writes its report for the merge. No comment, no check, no history; what it
 * found does not fail the job, because only the merge knows what it means.
 */
export async function shardInAction(action: ActionRun, shard: Shard): Promise<0> {
	const { inputs, context, log, signal } = action;
	await using past = openPastOfRun(action);
	await using trusted = await openTrusted(action);
	const report = await auditShard({
		...actionRunOptions({ ...action, lastSizes: past.lastSizes }),
		trusted: trusted.files,
		plan: await readPlan([resolve(context.workspace, inputs.shardDir)]),
		shard,
		source: { from: 'devices' },
		redact: log.redact,
		signal,
	});
	const folder = reportFolder(action);
	await writeShardReport(folder, report);
	const { devices, inSync, drifted, unknown } = report.report.fleet;
	log.info(
		`shard ${formatShard(shard)}: ${devices} devices, ${inSync} in sync, ${drifted} drifted, ${unknown} unknown`,
	);
	writeOutputs({ devices, drifted, unknown, 'report-path': folder });
	return 0;
}
