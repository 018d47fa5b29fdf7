import { Rendezvous } from './rendezvous.ts';

/** A device and what it is expected to cost, in any unit. */
export interface WeightedDevice {
	readonly name: string;
	readonly weight: number;
}

/** How much more than its even share a shard may get before devices go to their next choice. */
const SLACK = 1.1;

/**
 * Spreads devices over shards: each goes to the shard that it prefers by rendezvous hashing, and to the next one where that
 * is full ("consistent hashing with bounded loads", Mirrokni, Thorup and Zadimoghaddam 2016). Depends on the set of
 * devices, not on their order.
 *
 * No shard gets more than 1.1 times its even share, or one device above it where single devices are that heavy.
 *
 * @returns names by shard; an empty shard is possible where there are few devices
 */
export function assignShards(devices: readonly WeightedDevice[], count: number): readonly (readonly string[])[] {
	const evenShare = devices.reduce((sum, { weight }) => sum + weight, 0) / count;
	const shards = Array.from({ length: count }, () => ({ load: 0, names: [] as string[] }));
	for (const { name, weight } of devices.toSorted(heaviestFirst)) {
		const rendezvous = new Rendezvous(name);
		let chosen = -1;
		let best = -1;
		for (const [index, { load }] of shards.entries()) {
			const score = rendezvous.score(index + 1);
			if (score <= best || load + weight > evenShare * SLACK) continue;
			chosen = index;
			best = score;
		}
		const shard = shards[chosen] ?? leastLoaded(shards);
		if (shard === undefined) continue;
		shard.load += weight;
		shard.names.push(name);
	}
	return shards.map(({ names }) => names.toSorted());
}

function leastLoaded<Shard extends { readonly load: number }>(shards: readonly Shard[]): Shard | undefined {
	return shards.reduce((least, shard) => (shard.load < least.load ? shard : least), shards[0] as Shard);
}

/** What is heavy finds its place while there is room. Names are compared by code unit: the same on every machine. */
function heaviestFirst(one: WeightedDevice, other: WeightedDevice): number {
	return other.weight - one.weight || (one.name < other.name ? -1 : 1);
}
