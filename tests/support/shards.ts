import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import type { ReceivedShard } from '../../src/domain/sharding/accept-shards.ts';
import type { ShardManifest } from '../../src/domain/sharding/shard-manifest.ts';
import type { ShardReport } from '../../src/domain/sharding/shard-report.ts';
import { aDevice, aReport } from './report-fixtures.ts';

export const PLAN_HASH = 'a'.repeat(64);

/** A plan over these devices, shard by shard. */
export function aManifest(
	shards: readonly (readonly string[])[],
	overrides: Partial<ShardManifest> = {},
): ShardManifest {
	return {
		schemaVersion: 1,
		kind: 'fleet-drift-shard-manifest',
		toolVersion: '1.2.3',
		runId: '4711-1',
		plannedAt: '2026-11-23T07:29:00.000Z',
		inventoryHash: 'b'.repeat(64),
		select: '',
		shards,
		...overrides,
	};
}

/** What the job of a shard wrote: every device in sync, unless other reports are given. */
export function aShardReport(
	manifest: ShardManifest,
	number: number,
	{
		devices = manifest.shards[number - 1]?.map((name) => aDevice({ name })) ?? [],
		report = {},
		...overrides
	}: Partial<Omit<ShardReport, 'report'>> & {
		readonly devices?: readonly DeviceReport[];
		readonly report?: Partial<FleetReport>;
	} = {},
): ShardReport {
	return {
		schemaVersion: 1,
		kind: 'fleet-drift-shard-report',
		manifest: PLAN_HASH,
		shard: `${number}/${manifest.shards.length}`,
		inventoryHash: manifest.inventoryHash,
		keyCheck: '<secret:123456>',
		interrupted: false,
		report: aReport({ devices, ...report }),
		...overrides,
	};
}

export function received(
	report: ShardReport | null,
	source = `${report?.shard.replace('/', '-of-')}.json`,
): ReceivedShard {
	return { source, report };
}
