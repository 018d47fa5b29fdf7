import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignShards } from '../../../src/domain/sharding/assign-shards.ts';
import { Rendezvous } from '../../../src/domain/sharding/rendezvous.ts';
import { shardLimits } from '../../../src/domain/sharding/shard-limits.ts';

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), { maxLength: 120 });
const devices = names.chain((each) =>
	fc.tuple(...each.map((name) => fc.integer({ min: 1, max: 50_000 }).map((weight) => ({ name, weight })))),
);
const counts = fc.integer({ min: 1, max: 40 });

const favourite = (device: string, count: number): number => {
	const rendezvous = new Rendezvous(device);
	const scores = Array.from({ length: count }, (_, index) => rendezvous.score(index + 1));
	return scores.indexOf(Math.max(...scores)) + 1;
};

describe('rendezvous hashing', () => {
	it('moves devices to a new shard, and none between the others', () => {
		fc.assert(
			fc.property(fc.string(), counts, (device, count) => {
				const before = favourite(device, count);
				const after = favourite(device, count + 1);

				expect([before, count + 1]).toContain(after);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('spreads devices evenly', () => {
		const counted = new Map<number, number>();
		for (let index = 0; index < 20_000; index += 1) {
			const shard = favourite(`edge-${index}`, 20);
			counted.set(shard, (counted.get(shard) ?? 0) + 1);
		}

		// 1,000 each; five standard deviations are 154.
		expect(counted.size).toBe(20);
		for (const count of counted.values()) expect(Math.abs(count - 1_000)).toBeLessThan(154);
	});
});

describe('assignShards', () => {
	it('puts every device into exactly one shard, whatever their order', () => {
		fc.assert(
			fc.property(devices, counts, (fleet, count) => {
				const shards = assignShards(fleet, count);

				expect(shards).toHaveLength(count);
				expect(shards.flat().toSorted()).toEqual(fleet.map(({ name }) => name).toSorted());
				expect(assignShards(fleet.toReversed(), count)).toEqual(shards);
			}),
		);
	});

	it('gives no shard more than a tenth above its share, or one device above it', () => {
		fc.assert(
			fc.property(devices, counts, (fleet, count) => {
				const weights = new Map(fleet.map(({ name, weight }) => [name, weight]));
				const loads = assignShards(fleet, count).map((shard) =>
					shard.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0),
				);
				const share = loads.reduce((sum, load) => sum + load, 0) / count;
				const heaviest = Math.max(0, ...weights.values());

				expect(Math.max(...loads)).toBeLessThanOrEqual(Math.max(share * 1.1, share + heaviest) + 1e-6);
			}),
		);
	});

	it('keeps every shard of a large fleet within a tenth of its share, however unlike its devices are', () => {
		const fleet = Array.from({ length: 2_000 }, (_, index) => ({
			name: `edge-${index}`,
			weight: 250 + (index % 97) ** 2,
		}));
		const weights = new Map(fleet.map(({ name, weight }) => [name, weight]));
		const share = fleet.reduce((sum, { weight }) => sum + weight, 0) / 20;

		for (const names of assignShards(fleet, 20)) {
			const load = names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
			expect(load).toBeLessThanOrEqual(share * 1.1);
		}
	});

	it('moves few devices of a large fleet when a shard is added or taken away', () => {
		const fleet = Array.from({ length: 5_000 }, (_, index) => ({ name: `edge-${index}`, weight: 1 }));
		const homeIn = (count: number): ReadonlyMap<string, number> =>
			new Map(assignShards(fleet, count).flatMap((shard, at) => shard.map((name) => [name, at] as const)));
		const [ten, eleven] = [homeIn(10), homeIn(11)];
		const moved = fleet.filter(({ name }) => ten.get(name) !== eleven.get(name)).length;

		// A new shard's even share is 455; nearly all others stay.
		expect(moved).toBeLessThan(600);
	});
});

describe('shardLimits', () => {
	it('gives all shards together exactly the limit, and leaves what a runner can do to each', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 500 }), counts, (limit, count) => {
				const limits = new Map([
					['fleet', 50],
					['group tacacs', limit],
				]);
				const parts = Array.from({ length: count }, (_, index) => shardLimits(limits, { number: index + 1, count }));
				const shared = parts.map((part) => part.get('group tacacs') ?? 0);

				expect(shared.reduce((sum, part) => sum + part, 0)).toBe(limit);
				expect(Math.max(...shared) - Math.min(...shared)).toBeLessThanOrEqual(1);
				expect(parts.every((part) => part.get('fleet') === 50)).toBe(true);
			}),
		);
	});
});
