import { describe, expect, it } from 'vitest';
import { planFaults } from '../../../src/simulator/faults/fault-plan.ts';

describe('planFaults', () => {
	it('plans the same for the same seed, and something else for another', () => {
		const plan = (seed: number) => planFaults(200, { seed, share: 0.5 });

		expect(plan(1)).toEqual(plan(1));
		expect(plan(2)).not.toEqual(plan(1));
	});

	it('gives a fault to as many devices as it is told', () => {
		const faulty = planFaults(2_000, { seed: 3, share: 0.4 }).filter(
			({ fault, lineFault }) => fault !== 'none' || lineFault !== undefined,
		);

		expect(faulty.length / 2_000).toBeCloseTo(0.4, 1);
		expect(planFaults(100, { seed: 3, share: 0 }).every(({ fault }) => fault === 'none')).toBe(true);
	});

	it('mixes all kinds of faults, endless output among them', () => {
		const plan = planFaults(2_000, { seed: 4, share: 1 });
		const faults = new Set(plan.map(({ fault }) => fault));

		expect(faults).toContain('floods');
		expect(faults.size).toBe(21);
		expect(new Set(plan.map(({ lineFault }) => lineFault?.kind)).size).toBe(7);
	});
});
