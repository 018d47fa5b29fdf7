import { ConfigurationError } from '../../errors.ts';
import type { WeightedDevice } from './assign-shards.ts';
import { MAX_SHARDS } from './shard.ts';
import { tightestLimit } from './shard-limits.ts';

/** A number from 1 to 256, or what the fleet asks for. */
export type ShardCount = 'auto' | number;

/** What one job should take, so that starting it is worth its while. */
const SHARD_MS = 5 * 60_000;

/**
 * How many jobs share a fleet. `auto`: so many that each takes about five minutes, as far as limits that all of them share
 * allow. Throws a `ConfigurationError` for a number that would break such a limit.
 *
 * @param fleet.devices - weights in milliseconds
 * @param fleet.limits - those that the devices count against
 */
export function chooseShardCount(
	wanted: ShardCount,
	{ devices, limits }: { readonly devices: readonly WeightedDevice[]; readonly limits: ReadonlyMap<string, number> },
): number {
	const tightest = tightestLimit(limits);
	const most = Math.max(1, Math.min(devices.length, MAX_SHARDS, tightest?.limit ?? MAX_SHARDS));
	if (wanted === 'auto') {
		const total = devices.reduce((sum, { weight }) => sum + weight, 0);
		return Math.min(most, Math.max(1, Math.ceil(total / (limits.get('fleet') ?? 1) / SHARD_MS)));
	}
	if (tightest === null || wanted <= tightest.limit) return Math.max(1, Math.min(wanted, devices.length));
	throw ConfigurationError.of(
		`${wanted} shards cannot keep to ${tightest.limit} at once for ${tightest.name}`,
		`Take at most ${tightest.limit} shards, or raise that limit under concurrency in fleet.yml`,
	);
}
