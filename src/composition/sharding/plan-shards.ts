import { assignShards } from '../../domain/sharding/assign-shards.ts';
import { deviceWeights, type MeasuredDevice } from '../../domain/sharding/device-weights.ts';
import { inventoryHash } from '../../domain/sharding/inventory-hash.ts';
import { chooseShardCount, type ShardCount } from '../../domain/sharding/shard-count.ts';
import type { ShardManifest } from '../../domain/sharding/shard-manifest.ts';
import { VERSION } from '../../version.ts';
import { readFleet } from '../fleet/read-fleet.ts';
import { limitNames, limitsOf } from '../run/fleet-limits.ts';
import type { RunOptions } from '../run/run-options.ts';
import { newRunId } from '../run/set-up-run.ts';

/** What a plan needs: no login, for nobody is asked. */
export interface PlanOptions
	extends Pick<
		RunOptions,
		'fleetFile' | 'trusted' | 'root' | 'select' | 'env' | 'clock' | 'runId' | 'signal' | 'registerSecrets'
	> {
	readonly shards: ShardCount;
	/** Devices as an earlier audit measured them; may be empty. */
	readonly measured: readonly MeasuredDevice[];
}

/**
 * Says which device is audited by which job. Everything that is wrong with fleet.yml and the intended configs is told here,
 * before a job is started. Throws a `ConfigurationError`.
 */
export async function planShards(options: PlanOptions): Promise<ShardManifest> {
	const { clock, measured, shards, select } = options;
	const { fleet, digest } = await readFleet({ ...options, source: { from: 'nowhere' }, intendedOnDisk: true });
	const inUse = new Set(fleet.devices.flatMap((device) => limitNames(device, fleet)));
	const devices = deviceWeights(
		fleet.devices.map(({ name }) => name),
		measured,
	);
	const limits = new Map([...limitsOf(fleet)].filter(([name]) => inUse.has(name)));
	return {
		schemaVersion: 1,
		kind: 'fleet-drift-shard-manifest',
		toolVersion: VERSION,
		runId: options.runId ?? newRunId(clock),
		plannedAt: new Date(clock.now()).toISOString(),
		inventoryHash: inventoryHash(digest, fleet.devices),
		select,
		shards: assignShards(devices, chooseShardCount(shards, { devices, limits })),
	};
}
