import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/drift-report.ts';
import { aPlatform } from '../support/a-platform.ts';
import { applyChanges } from '../support/apply-changes.ts';
import { compareTexts, describeChange } from '../support/compare-texts.ts';
import { editOf, printSections, sections, shuffled, twoOf, unordered } from '../support/section-arbitraries.ts';

const RUNS = { numRuns: 1_000 };

describe('calculateDiff', () => {
	it('finds nothing between a text and itself, whatever the text', () => {
		fc.assert(
			fc.property(fc.oneof(sections.map(printSections), fc.string({ unit: 'binary' })), (text) => {
				const { changes, diff, fingerprint } = compareTexts({ intended: text, running: text });

				expect({ changes, diff, fingerprint }).toEqual({ changes: [], diff: '', fingerprint: null });
			}),
			RUNS,
		);
	});

	it('does not care in which order anything stands that has none', () => {
		const withShuffled = unordered.chain((nodes) => fc.tuple(fc.constant(nodes), shuffled(nodes)));
		fc.assert(
			fc.property(withShuffled, ([one, other]) => {
				const { changes } = compareTexts({ intended: printSections(one), running: printSections(other) });

				expect(changes).toEqual([]);
			}),
			RUNS,
		);
	});

	it('mirrors: what is missing one way is extra the other way, and as many lines moved', () => {
		fc.assert(
			fc.property(twoOf(sections), ([one, other]) => {
				const texts = { intended: printSections(one), running: printSections(other) };
				const there = compareTexts(texts).changes;
				const back = compareTexts({ intended: texts.running, running: texts.intended }).changes;

				const moves = (changes: typeof there): number => changes.filter(({ kind }) => kind === 'moved').length;
				expect(moves(back)).toBe(moves(there));
				expect(linesOf(back, 'running')).toEqual(linesOf(there, 'intended'));
				expect(linesOf(back, 'intended')).toEqual(linesOf(there, 'running'));
			}),
			RUNS,
		);
	});

	it('says what to do: taking away what is extra and adding what is missing gives the intended config', () => {
		fc.assert(
			fc.property(twoOf(unordered), ([intended, running]) => {
				const texts = { intended: printSections(intended), running: printSections(running) };

				const mended = applyChanges(texts.running, compareTexts(texts).changes, aPlatform());

				expect(compareTexts({ intended: texts.intended, running: mended }).changes.map(describeChange)).toEqual([]);
			}),
			RUNS,
		);
	});

	it('finds exactly the one line that was edited, and its numbers on both sides', () => {
		fc.assert(
			fc.property(sections.chain(editOf), ({ intended, running, expected }) => {
				const { changes } = compareTexts({ intended: printSections(intended), running: printSections(running) });

				expect(changes.map(({ nearLine: _, ...change }) => change)).toEqual([expected]);
			}),
			RUNS,
		);
	});

	it('takes out what a rule accepts, and nothing else', () => {
		const letter = fc.constantFrom('a', 'b', 'c');
		fc.assert(
			fc.property(twoOf(sections), letter, fc.constantFrom('full', 'declared'), ([one, other], accepted, scope) => {
				const texts = { intended: printSections(one), running: printSections(other) };
				const isAccepted = ({ line }: Change): boolean => line.endsWith(accepted);
				const ignore = (change: Change): string | null => (isAccepted(change) ? 'lab' : null);

				const { changes, ignored } = compareTexts({ ...texts, options: { scope, ignore } });

				const all = compareTexts({ ...texts, options: { scope } }).changes;
				expect(changes).toEqual(all.filter((change) => !isAccepted(change)));
				expect(ignored).toEqual(all.filter(isAccepted).map((change) => ({ change, reason: 'lab' })));
			}),
			RUNS,
		);
	});

	it('never drifts without a diff, nor the other way round', () => {
		fc.assert(
			fc.property(twoOf(sections), fc.constantFrom('full', 'declared'), ([one, other], scope) => {
				const { changes, diff, fingerprint } = compareTexts({
					intended: printSections(one),
					running: printSections(other),
					options: { scope },
				});

				const shown = diff
					.split('\n')
					.filter((line) => /^[-+!] /.test(`${line[0] ?? ''} `) && !/^(?:---|\+\+\+) /.test(line));
				expect(shown).toHaveLength(changes.reduce((sum, { kind }) => sum + (kind === 'changed' ? 2 : 1), 0));
				expect(fingerprint === null).toBe(changes.length === 0);
			}),
			RUNS,
		);
	});
});

/** Every line that differs on one side, with its place; a moved line stands on both and is left out. */
function linesOf(changes: ReturnType<typeof compareTexts>['changes'], side: 'intended' | 'running'): readonly string[] {
	return changes
		.flatMap(({ kind, lineage, line, runningText }) => {
			const text = side === 'intended' ? (kind === 'extra' ? null : line) : kind === 'extra' ? line : runningText;
			return kind === 'moved' || text === null ? [] : [JSON.stringify([...lineage, text])];
		})
		.toSorted();
}
