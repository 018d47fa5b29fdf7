import { tmpdir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import type { RunningSource } from '../composition/run/run-options.ts';
import { spoolDetails } from '../composition/run/spool-details.ts';
import { auditShard } from '../composition/sharding/audit-shard.ts';
import type { Shard } from '../domain/sharding/shard.ts';
import { readPlan } from '../infrastructure/shards/manifest-file.ts';
import { writeShardReport } from '../infrastructure/shards/report-files.ts';
import { describeShard } from '../reporting/wording/describe-shard.ts';
import type { AuditTools } from '../use-cases/audit-tools.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { localRunOptions } from './options/local-run-options.ts';

/** What `audit --shard` was told, read and checked. */
export interface ShardOptions {
	readonly fleet: string;
	readonly shard: Shard;
	/** Path of the plan's manifest. */
	readonly manifest: string;
	readonly source: RunningSource;
	/** Of the past; undefined where no results branch was named. */
	readonly lastSizes: AuditTools['lastSizes'] | undefined;
}

/**
 * `audit --shard`: writes the report of one shard beside the manifest. What was found does not fail it, as `merge` judges; that
 * it was interrupted does.
 */
export async function auditOneShard(options: ShardOptions, line: CommandLine): Promise<ExitCode> {
	const { fleet, shard, manifest, source, lastSizes } = options;
	const path = resolve(line.cwd, manifest);
	using details = spoolDetails(tmpdir(), line.log);
	const report = await auditShard({
		...localRunOptions(fleet, line),
		plan: await readPlan([path]),
		shard,
		source,
		lastSizes,
		keepReport: details.keep,
		redact: line.log.redact,
	});
	const written = relative(line.cwd, await writeShardReport(dirname(path), report));
	const { fleet: found } = report.report;
	line.stdout.write(`${describeShard(shard, found)}; written to ${written}\n`);
	return line.signal.aborted && found.unknown > 0 ? 3 : 0;
}
