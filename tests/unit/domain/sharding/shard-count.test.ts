import { describe, expect, it } from 'vitest';
import { chooseShardCount } from '../../../../src/domain/sharding/shard-count.ts';

const fleetOf = (devices: number, weight: number) =>
	Array.from({ length: devices }, (_, index) => ({ name: `d${index}`, weight }));
const limits = (more: Readonly<Record<string, number>> = {}) => new Map(Object.entries({ fleet: 50, ...more }));

describe('chooseShardCount', () => {
	it('gives each job about five minutes of work', () => {
		// 10,000 devices of 5 s, 50 at once: 1,000 s.
		expect(chooseShardCount('auto', { devices: fleetOf(10_000, 5_000), limits: limits() })).toBe(4);
		expect(chooseShardCount('auto', { devices: fleetOf(10, 5_000), limits: limits() })).toBe(1);
	});

	it('never takes more than GitHub runs, than there are devices, or than a shared limit lets in', () => {
		expect(chooseShardCount('auto', { devices: fleetOf(10_000, 9_000_000), limits: limits() })).toBe(256);
		expect(chooseShardCount('auto', { devices: fleetOf(3, 900_000_000), limits: limits() })).toBe(3);
		expect(chooseShardCount('auto', { devices: fleetOf(900, 9_000_000), limits: limits({ 'group tacacs': 7 }) })).toBe(
			7,
		);
		expect(chooseShardCount(12, { devices: fleetOf(5, 1), limits: limits() })).toBe(5);
		expect(chooseShardCount('auto', { devices: [], limits: limits() })).toBe(1);
	});

	it('refuses a number that would break a shared limit', () => {
		const fleet = { devices: fleetOf(90, 1), limits: limits({ 'group tacacs': 10, 'bastion ams': 20 }) };

		expect(chooseShardCount(10, fleet)).toBe(10);
		expect(() => chooseShardCount(11, fleet)).toThrow(
			'11 shards cannot keep to 10 at once for group tacacs. Take at most 10 shards, or raise that limit under concurrency in fleet.yml',
		);
	});
});
