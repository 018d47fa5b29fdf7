import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/use-cases/pacing/pace.ts';

/** What happens to a pace: some time passes, then a task ends. */
const events = fc.array(
	fc.record({ ms: fc.nat({ max: 3_000 }), how: fc.constantFrom('well' as const, 'troubled' as const) }),
	{ maxLength: 60 },
);
const limits = fc.integer({ min: 1, max: 1_000 });

describe('Pace', () => {
	it('never allows more than the limit, and never nothing', () => {
		fc.assert(
			fc.property(limits, events, (limit, happened) => {
				const pace = new Pace(limit, 0);
				let now = 0;
				for (const { ms, how } of happened) {
					now += ms;
					pace.ended(how, now);

					expect(pace.allowed(now)).toBeLessThanOrEqual(limit);
					expect(pace.allowed(now)).toBeGreaterThanOrEqual(Math.min(limit, 16));
				}
			}),
		);
	});

	it('gets to the limit while all is well, and never goes back', () => {
		fc.assert(
			fc.property(limits, fc.array(fc.nat({ max: 50 }), { minLength: 40, maxLength: 80 }), (limit, pauses) => {
				const pace = new Pace(limit, 0);
				let now = 0;
				let before = pace.allowed(now);
				expect(before).toBe(Math.min(limit, 16));
				for (const pause of pauses) {
					now += pause;
					pace.ended('well', now);
					expect(pace.allowed(now)).toBeGreaterThanOrEqual(before);
					before = pace.allowed(now);
				}
				expect(pace.allowed(now + 1_000)).toBe(limit);
				expect(pace.growsInMs(now + 1_000)).toBeNull();
			}),
		);
	});

	it('tells when more is allowed: not a moment before, and then', () => {
		fc.assert(
			fc.property(limits, events, fc.nat({ max: 3_000 }), (limit, happened, later) => {
				const pace = new Pace(limit, 0);
				let now = 0;
				for (const { ms, how } of happened) {
					now += ms;
					pace.ended(how, now);
				}
				now += later;
				const ms = pace.growsInMs(now);

				if (ms === null) expect(pace.allowed(now + 1e6)).toBe(pace.allowed(now));
				else {
					expect(pace.allowed(now + ms - 1e-6)).toBe(pace.allowed(now));
					expect(pace.allowed(now + ms)).toBeGreaterThan(pace.allowed(now));
				}
			}),
		);
	});

	it('goes back to half when many were refused, and stays there for a while', () => {
		const pace = new Pace(200, 0);
		expect(pace.allowed(1_000)).toBe(200);

		for (let refused = 0; refused < 3; refused += 1) pace.ended('troubled', 1_000);

		expect(pace.allowed(1_000)).toBe(100);
		expect(pace.allowed(2_900)).toBe(100);
		expect(pace.allowed(3_200)).toBe(200);
	});

	it('takes single devices that are down for what they are', () => {
		const pace = new Pace(200, 0);

		for (let index = 0; index < 1_000; index += 1) pace.ended(index % 10 === 0 ? 'troubled' : 'well', 1_000 + index);

		expect(pace.allowed(2_000)).toBe(200);
	});
});
