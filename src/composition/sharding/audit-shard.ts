import { fingerprint } from '../../domain/masking/fingerprint.ts';
import type { Plan } from '../../domain/sharding/accept-shards.ts';
import { inventoryHash } from '../../domain/sharding/inventory-hash.ts';
import { formatShard, type Shard } from '../../domain/sharding/shard.ts';
import { shardLimits } from '../../domain/sharding/shard-limits.ts';
import type { ShardReport } from '../../domain/sharding/shard-report.ts';
import { plural } from '../../domain/text/count-words.ts';
import { ConfigurationError } from '../../errors.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import { triggerFleetAudit } from '../../use-cases/audit-fleet.ts';
import type { AuditTools } from '../../use-cases/audit-tools.ts';
import { randomKey } from '../run/random-key.ts';
import { redactReport } from '../run/redact-report.ts';
import type { RunOptions } from '../run/run-options.ts';
import { setUpRun } from '../run/set-up-run.ts';
import { checkPlan } from './check-plan.ts';

/** A run over the devices that a plan gives to one shard. */
export interface AuditShardOptions extends Omit<RunOptions, 'select' | 'intendedOnDisk'> {
	readonly plan: Plan;
	readonly shard: Shard;
	/** Takes the running configs, redacted, where fleet.yml wants them in the history. */
	readonly keepConfig?: AuditTools['keepConfig'];
	/** Takes registered secrets out of a text. */
	readonly redact: (text: string) => string;
}

/**
 * Audits the devices of one shard. Throws a `ConfigurationError`, before any device is contacted, where the plan is of
 * another version, run or inventory.
 */
export async function auditShard(options: AuditShardOptions): Promise<ShardReport> {
	const { plan, shard } = options;
	const names = new Set(devicesOf(plan, shard));
	const fingerprintKey = options.fingerprintKey === '' ? randomKey() : options.fingerprintKey;
	await using prepared = await setUpRun({
		...options,
		fingerprintKey,
		select: plan.manifest.select,
		intendedOnDisk: true,
	});
	const { run, fleet, fleetDigest, tools } = prepared;
	const inventory = inventoryHash(fleetDigest, fleet.devices);
	checkPlan(plan, { runId: options.runId, inventory });
	const report = await triggerFleetAudit(
		{
			...run,
			runId: plan.manifest.runId,
			devices: fleet.devices.filter(({ name }) => names.has(name)),
			limits: shardLimits(run.limits, shard),
			// What holds for the whole fleet is told by the merge.
			warnings: [],
		},
		{ ...tools, ...(fleet.history.storeConfigs && options.keepConfig && { keepConfig: options.keepConfig }) },
	);
	return {
		schemaVersion: 1,
		kind: 'fleet-drift-shard-report',
		manifest: plan.hash,
		shard: formatShard(shard),
		inventoryHash: inventory,
		keyCheck: fingerprint('a text that every shard knows', fingerprintKey),
		interrupted: options.signal.aborted,
		report: await inTurns(redactReport(report, options.redact)),
	};
}

function devicesOf({ manifest: { shards } }: Plan, shard: Shard): readonly string[] {
	const names = shards[shard.number - 1];
	if (names !== undefined && shard.count === shards.length) return names;
	throw ConfigurationError.of(
		`the plan has ${plural(shards.length, 'shard')}, and none is ${formatShard(shard)}`,
		'Take shards from the matrix that the plan printed',
	);
}
