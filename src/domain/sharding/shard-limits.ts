import type { Shard } from './shard.ts';

/** What a runner can do is each shard's own; every other limit guards something that all shards share. */
const OF_ONE_RUNNER = 'fleet';

/**
 * A shard's part of the limits, so that all shards together stay within them: 10 at once over 4 shards are 3, 3, 2 and 2.
 *
 * @param limits - as of one run over the whole fleet: `fleet`, `bastion <name>`, `group <name>`
 */
export function shardLimits(limits: ReadonlyMap<string, number>, shard: Shard): ReadonlyMap<string, number> {
	return new Map(
		[...limits].map(([name, limit]) => [name, name === OF_ONE_RUNNER ? limit : partOf(limit, shard)] as const),
	);
}

/** The smallest limit that all shards share: with more shards than that, one of them would get no part of it. */
export function tightestLimit(
	limits: ReadonlyMap<string, number>,
): { readonly name: string; readonly limit: number } | null {
	const [tightest] = [...limits]
		.filter(([name]) => name !== OF_ONE_RUNNER)
		.map(([name, limit]) => ({ name, limit }))
		.toSorted((one, other) => one.limit - other.limit);
	return tightest ?? null;
}

function partOf(limit: number, { number, count }: Shard): number {
	return Math.floor(limit / count) + (number <= limit % count ? 1 : 0);
}
