import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/composition/system-clock.ts';

describe('dayOf', () => {
	it('is a date as fleet.yml writes one, so that a rule holds to the end of its last day', () => {
		expect(dayOf(Date.UTC(2026, 10, 29, 23, 59))).toBe('2026-11-29');
	});
});
