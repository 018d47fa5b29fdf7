import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Phase } from '../../../../src/adapters/connection/phase.ts';

describe('Phase', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['performance'] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	const aPhase = (): Phase => new Phase('command', { authMs: 10_000, commandMs: 30_000, idleMs: 3_000 });

	it('has the same time left as one that began a moment before, so that their timers are of one length', () => {
		const phase = aPhase();
		vi.advanceTimersByTime(1_210);
		const soon = phase.leftMs;
		vi.advanceTimersByTime(70);

		expect([soon, phase.leftMs]).toEqual([28_800, 28_800]);
	});

	it('has time left until all of it is over', () => {
		const phase = aPhase();
		vi.advanceTimersByTime(29_999);
		const atLast = phase.leftMs;
		vi.advanceTimersByTime(1);

		expect(atLast).toBeGreaterThan(0);
		expect(phase.leftMs).toBe(0);
		vi.advanceTimersByTime(1_000);
		expect(phase.leftMs).toBe(0);
	});
});
