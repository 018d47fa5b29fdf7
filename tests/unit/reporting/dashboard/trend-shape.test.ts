import { describe, expect, it } from 'vitest';
import { trendShape } from '../../../../src/reporting/dashboard/trend-shape.ts';

const at = (day: number): string => `2026-11-0${day}T06:00:00.000Z`;

describe('trendShape', () => {
	it('draws health over time, 100 % at the top', () => {
		const points = [
			{ at: at(1), health: 100, coverage: 100 },
			{ at: at(2), health: 95, coverage: 100 },
			{ at: at(3), health: 90, coverage: 100 },
		];

		expect(trendShape(points)).toEqual({
			floor: 90,
			health: 'M0.0 0.0h.1L500.0 80.0L1000.0 160.0',
			coverage: 'M0.0 0.0h.1L500.0 0.0L1000.0 0.0',
			first: '2026-11-01',
			last: '2026-11-03',
		});
	});

	it('leaves a gap where no device was reachable', () => {
		const points = [
			{ at: at(1), health: 100, coverage: 100 },
			{ at: at(2), health: null, coverage: 0 },
			{ at: at(3), health: 100, coverage: 100 },
		];

		expect(trendShape(points).health).toBe('M0.0 0.0h.1M1000.0 0.0h.1');
		expect(trendShape(points).floor).toBe(0);
	});
});
