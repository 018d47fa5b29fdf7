import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThreeWay } from '../../src/domain/compare/three-way.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import { aPlatform } from '../support/a-platform.ts';
import { classifyChanges } from '../support/at-once.ts';
import { compareTexts } from '../support/compare-texts.ts';
import { printSections, revised, type Section, sections, twoOf } from '../support/section-arbitraries.ts';

const RUNS = { numRuns: 1_000 };

interface Sides {
	readonly base: readonly Section[];
	readonly head: readonly Section[];
	readonly live: readonly Section[];
}

/** What was agreed, and what a pull request and a device make of it; the device may run some of what is proposed. */
const related: fc.Arbitrary<Sides> = sections
	.chain((base) => fc.record({ base: fc.constant(base), head: revised(base) }))
	.chain(({ base, head }) =>
		fc.record({ base: fc.constant(base), head: fc.constant(head), live: fc.oneof(revised(base), revised(head)) }),
	);

const threeSides = fc.oneof(related, fc.record({ base: sections, head: sections, live: sections }));

function classify({ base, head, live }: Sides): ThreeWay & { readonly classified: readonly Change[] } {
	const changes = (intended: readonly Section[], running: readonly Section[]): readonly Change[] =>
		compareTexts({ intended: printSections(intended), running: printSections(running) }).changes;
	const comparisons = { drift: changes(base, live), plan: changes(base, head), remaining: changes(head, live) };
	return { ...comparisons, classified: classifyChanges(comparisons, aPlatform().order) };
}

const classesOf = (sides: Sides): readonly (string | null)[] =>
	classify(sides).classified.map((change) => change.class);

describe('classifyChanges', () => {
	it('gives every change that is left exactly one class, and adds only what is applied', () => {
		fc.assert(
			fc.property(threeSides, (sides) => {
				const { remaining, plan, classified } = classify(sides);
				const left = classified.slice(0, remaining.length);
				const applied = classified.slice(remaining.length);

				expect(left.map((change) => ({ ...change, class: null }))).toEqual(remaining);
				expect(left.every((change) => ['planned', 'drift', 'conflict'].includes(String(change.class)))).toBe(true);
				expect(applied.every((change) => change.class === 'applied')).toBe(true);
				expect(applied.length).toBeLessThanOrEqual(plan.length);
			}),
			RUNS,
		);
	});

	it('finds nothing but planned changes on a device that is as base says', () => {
		fc.assert(
			fc.property(twoOf(sections), ([base, head]) => {
				const { remaining, classified } = classify({ base, head, live: base });

				expect(classified.map((change) => change.class)).toEqual(remaining.map(() => 'planned'));
			}),
			RUNS,
		);
	});

	it('finds nothing but applied changes, all of them, on a device that is as head says', () => {
		fc.assert(
			fc.property(twoOf(sections), ([base, head]) => {
				const { plan, classified } = classify({ base, head, live: head });

				expect(classified.map((change) => change.class)).toEqual(plan.map(() => 'applied'));
			}),
			RUNS,
		);
	});

	it('finds nothing but drift where the pull request changes nothing', () => {
		fc.assert(
			fc.property(twoOf(sections), ([base, live]) => {
				expect(classesOf({ base, head: base, live }).every((each) => each === 'drift')).toBe(true);
			}),
			RUNS,
		);
	});

	it('calls planned only what runs as base says, applied what runs as head says, and drift what head leaves as it is', () => {
		fc.assert(
			fc.property(threeSides, (sides) => {
				const base = timesOf(sides.base);
				const head = timesOf(sides.head);
				const live = timesOf(sides.live);
				const alike = new Map([
					['planned', [base, live]],
					['applied', [head, live]],
					['drift', [base, head]],
				]);

				for (const change of classify(sides).classified.filter(({ kind }) => kind !== 'moved')) {
					const [one, other] = alike.get(change.class ?? '') ?? [];
					for (const place of placesOf(change))
						expect(one?.get(place), `${change.class} ${place}`).toBe(other?.get(place));
				}
			}),
			RUNS,
		);
	});

	it('keeps what the pull request adds and what the device has apart', () => {
		const place = fc.nat({ max: 8 });
		fc.assert(
			fc.property(sections, place, place, (base, planned, drifted) => {
				const put = (line: string, at: number): readonly Section[] => base.toSpliced(at, 0, { line, inside: [] });
				const head = put('planned here x', planned);
				const live = put('drifted there y', drifted);

				const found = classify({ base, head, live }).classified.map((change) => `${change.class} ${change.line}`);
				expect(found.toSorted()).toEqual(['drift drifted there y', 'planned planned here x']);
			}),
			RUNS,
		);
	});

	it('calls two values for one setting a conflict, wherever else both changed', () => {
		fc.assert(
			fc.property(threeSides, ({ base, head, live }) => {
				const setting = (value: string): Section => ({ line: `hostname ${value}`, inside: [] });
				const sides = { base: [setting('a'), ...base], head: [setting('b'), ...head], live: [setting('c'), ...live] };

				expect(classify(sides).classified).toContainEqual(
					expect.objectContaining({ line: 'hostname b', runningText: 'hostname c', class: 'conflict' }),
				);
			}),
			RUNS,
		);
	});
});

/** How often each line stands in its place; a section that is opened again is one. */
function timesOf(
	nodes: readonly Section[],
	lineage: readonly string[] = [],
	times = new Map<string, number>(),
): ReadonlyMap<string, number> {
	for (const { line, inside } of nodes) {
		const place = JSON.stringify([...lineage, line]);
		times.set(place, inside.length > 0 ? 1 : (times.get(place) ?? 0) + 1);
		timesOf(inside, [...lineage, line], times);
	}
	return times;
}

function placesOf({ lineage, line, runningText }: Change): readonly string[] {
	return [line, ...(runningText === null ? [] : [runningText])].map((text) => JSON.stringify([...lineage, text]));
}
