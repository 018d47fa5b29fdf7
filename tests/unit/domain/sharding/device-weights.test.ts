import { describe, expect, it } from 'vitest';
import { deviceWeights } from '../../../../src/domain/sharding/device-weights.ts';
import { aDevice } from '../../../support/report-fixtures.ts';

describe('deviceWeights', () => {
	it('expects a device to take as long as last time, and a new one as long as most', () => {
		const measured = [
			aDevice({ name: 'a', durationMs: 1_000 }),
			aDevice({ name: 'b', durationMs: 9_000 }),
			aDevice({ name: 'c', durationMs: 2_000 }),
			aDevice({ name: 'gone', durationMs: 60_000 }),
		];

		expect(deviceWeights(['b', 'new', 'a', 'c'], measured)).toEqual([
			{ name: 'b', weight: 9_000 },
			{ name: 'new', weight: 2_000 },
			{ name: 'a', weight: 1_000 },
			{ name: 'c', weight: 2_000 },
		]);
	});

	it('takes no moment for nothing, and no device that nobody asked for a fast one', () => {
		const refused = aDevice({ name: 'a', status: 'unknown', reason: 'unreachable', durationMs: 1 });
		const lost = aDevice({ name: 'b', status: 'unknown', reason: 'not-reported', durationMs: 0 });

		expect(deviceWeights(['a'], [refused])).toEqual([{ name: 'a', weight: 250 }]);
		for (const none of [lost, { ...lost, reason: 'timed-out', cancelled: true }] as const) {
			expect(deviceWeights(['b'], [none])).toEqual([{ name: 'b', weight: 5_000 }]);
		}
	});
});
