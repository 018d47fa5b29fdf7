import { formatShard } from './shard.ts';

/** Which device is audited by which job: written once by the plan, read by every shard and by the merge. Holds no secret. */
export interface ShardManifest {
	readonly schemaVersion: 1;
	readonly kind: 'fleet-drift-shard-manifest';
	/** Plan, shards and merge are of one version. */
	readonly toolVersion: string;
	/** The run that all of them are part of; in Actions with the attempt. */
	readonly runId: string;
	/** ISO 8601, UTC. */
	readonly plannedAt: string;
	/** See `inventoryHash()`. */
	readonly inventoryHash: string;
	/** The expression that picked the devices; empty: all. */
	readonly select: string;
	/** Names of devices, shard by shard, from 1/n on. Together they are the fleet, and no device is in two. */
	readonly shards: readonly (readonly string[])[];
}

/** The jobs of a plan as `strategy.matrix` takes them; a shard without devices needs none. */
export interface ShardMatrix {
	readonly include: readonly {
		/** The input `shard`: `2/4`. */
		readonly shard: string;
		/** The same for names of artifacts: `2-of-4`. */
		readonly name: string;
	}[];
}

/** The matrix that starts a job for each shard which has devices. */
export function matrixOf({ shards }: ShardManifest): ShardMatrix {
	const count = shards.length;
	const numbers = shards.flatMap((names, index) => (names.length === 0 ? [] : [index + 1]));
	return {
		include: numbers.map((number) => ({ shard: formatShard({ number, count }), name: `${number}-of-${count}` })),
	};
}
