import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FleetHealthScorer, type Outcome } from '../../src/domain/health.ts';
import { DriftAuditError } from '../../src/errors.ts';

const RUNS = { numRuns: 2_000 };

const state = fc.oneof(
	fc.constantFrom('in-sync' as const, 'drifted' as const).map((status) => ({ status, reachable: true })),
	fc.boolean().map((reachable) => ({ status: 'unknown' as const, reachable })),
);

/** Of a fleet of which every device that was reached is as it should be. */
const stateOfHealth = fc.constantFrom(
	{ status: 'in-sync' as const, reachable: true },
	{ status: 'unknown' as const, reachable: false },
);

/** What became of a fleet, complete; names as odd as users may think them up. */
const outcomes: fc.Arbitrary<readonly Outcome[]> = fc
	.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), { maxLength: 12 })
	.chain((names) => {
		const fleetOf = (of: typeof state): fc.Arbitrary<readonly Outcome[]> =>
			fc.tuple(...names.map((name) => of.map((each) => ({ name, ...each }))));
		return fc.oneof({ weight: 4, arbitrary: fleetOf(state) }, { weight: 1, arbitrary: fleetOf(stateOfHealth) });
	});

const someOutcomes = outcomes.filter((each) => each.length > 0);

describe('FleetHealthScorer', () => {
	it('stays between 0 and 100, and is null exactly when nothing was reachable', () => {
		fc.assert(
			fc.property(outcomes, (fleet) => {
				const { health, coverage, reachable } = new FleetHealthScorer(fleet).score(fleet);

				expect(health === null).toBe(reachable === 0);
				expect(coverage === null).toBe(fleet.length === 0);
				for (const score of [health ?? 0, coverage ?? 0]) {
					expect(score).toBeGreaterThanOrEqual(0);
					expect(score).toBeLessThanOrEqual(100);
				}
			}),
			RUNS,
		);
	});

	it('says 100 of a fleet that is all in sync, and of no other', () => {
		fc.assert(
			fc.property(outcomes, (fleet) => {
				const reached = fleet.filter(({ reachable }) => reachable);
				const perfect = reached.length > 0 && reached.every(({ status }) => status === 'in-sync');

				expect(new FleetHealthScorer(fleet).score(fleet).health === 100).toBe(perfect);
			}),
			RUNS,
		);
	});

	it('counts every device once', () => {
		fc.assert(
			fc.property(outcomes, (fleet) => {
				const { devices, inSync, drifted, unknown } = new FleetHealthScorer(fleet).score(fleet);

				expect(devices).toBe(fleet.length);
				expect(inSync + drifted + unknown).toBe(fleet.length);
			}),
			RUNS,
		);
	});

	it('never falls when a device gets better', () => {
		fc.assert(
			fc.property(someOutcomes, fc.nat(), (fleet, pick) => {
				const better = fleet.with(pick % fleet.length, {
					name: fleet[pick % fleet.length]?.name ?? '',
					status: 'in-sync',
					reachable: true,
				});
				const scorer = new FleetHealthScorer(fleet);

				expect(scorer.score(better).health).toBeGreaterThanOrEqual(scorer.score(fleet).health ?? 0);
			}),
			RUNS,
		);
	});

	it('refuses to score when any device is left out, doubled or foreign, whatever became of it', () => {
		fc.assert(
			fc.property(someOutcomes, fc.nat(), state, (fleet, pick, other) => {
				const at = pick % fleet.length;
				const name = fleet[at]?.name ?? '';
				const scorer = new FleetHealthScorer(fleet);

				expect(() => scorer.score(fleet.toSpliced(at, 1))).toThrow(DriftAuditError);
				expect(() => scorer.score([...fleet, { name, ...other }])).toThrow(DriftAuditError);
				expect(() =>
					scorer.score([...fleet, { name: `${fleet.map((each) => each.name).join('')}+`, ...other }]),
				).toThrow(DriftAuditError);
			}),
			RUNS,
		);
	});
});
