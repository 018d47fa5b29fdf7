import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestIncreasing } from '../../src/domain/compare/siblings/longest-increasing.ts';
import { compareTexts } from '../support/compare-texts.ts';

const RUNS = { numRuns: 2_000 };

/** Few different entries, so that lists hold copies. */
const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 9 });

const textOf = (entries: readonly string[]): string => `list L\n${entries.map((entry) => ` ${entry}\n`).join('')}`;

describe('an ordered list', () => {
	it('moves as few lines as possible, and loses and gains no more than it must', () => {
		fc.assert(
			fc.property(list, list, (intended, running) => {
				const { changes } = compareTexts({ intended: textOf(intended), running: textOf(running) });

				const counted = (kind: string): number => changes.filter((change) => change.kind === kind).length;
				const shared = copiesInBoth(intended, running);
				expect({ missing: counted('missing'), extra: counted('extra'), moved: counted('moved') }).toEqual({
					missing: intended.length - shared,
					extra: running.length - shared,
					moved: shared - longestCommon(intended, running),
				});
			}),
			RUNS,
		);
	});

	it('names every line by a number at which it stands, and none twice', () => {
		fc.assert(
			fc.property(list, list, (intended, running) => {
				const { changes } = compareTexts({ intended: textOf(intended), running: textOf(running) });

				for (const { line, intendedLine, runningLine } of changes) {
					if (intendedLine !== null) expect(intended[intendedLine - 2]).toBe(line);
					if (runningLine !== null) expect(running[runningLine - 2]).toBe(line);
				}
				for (const side of ['intendedLine', 'runningLine'] as const) {
					const numbers = changes.map((change) => change[side]).filter((number) => number !== null);
					expect(new Set(numbers).size).toBe(numbers.length);
				}
			}),
			RUNS,
		);
	});

	it('is put right by taking away, moving and adding what the changes say', () => {
		fc.assert(
			fc.property(list, list, (intended, running) => {
				const { changes } = compareTexts({ intended: textOf(intended), running: textOf(running) });

				const lifted = new Set(changes.map(({ runningLine }) => runningLine));
				const kept = running.filter((_, index) => !lifted.has(index + 2));
				const placed = new Map(changes.map(({ intendedLine, line }) => [intendedLine, line]));
				const mended = intended.map((_, index) => placed.get(index + 2) ?? kept.shift());

				expect(mended).toEqual(intended);
				expect(kept).toEqual([]);
			}),
			RUNS,
		);
	});
});

describe('longestIncreasing', () => {
	it('keeps an increasing sequence as long as any', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(12), { maxLength: 10 }), (values) => {
				const kept = [...longestIncreasing(values)].toSorted((one, other) => one - other).map((index) => values[index]);

				expect(kept.every((value, index) => index === 0 || Number(kept[index - 1]) < Number(value))).toBe(true);
				expect(kept).toHaveLength(longestByTrying(values));
			}),
			RUNS,
		);
	});
});

function copiesInBoth(one: readonly string[], other: readonly string[]): number {
	const count = (entries: readonly string[], entry: string): number => entries.filter((each) => each === entry).length;
	return [...new Set(one)].reduce((sum, entry) => sum + Math.min(count(one, entry), count(other, entry)), 0);
}

/** By trying both ways at every difference. */
function longestCommon([one, ...ones]: readonly string[], [other, ...others]: readonly string[]): number {
	if (one === undefined || other === undefined) return 0;
	if (one === other) return 1 + longestCommon(ones, others);
	return Math.max(longestCommon(ones, [other, ...others]), longestCommon([one, ...ones], others));
}

/** By trying every subset. */
function longestByTrying(values: readonly number[], floor = -1): number {
	const [first, ...rest] = values;
	if (first === undefined) return 0;
	const without = longestByTrying(rest, floor);
	return first > floor ? Math.max(without, 1 + longestByTrying(rest, first)) : without;
}
