import { describe, expect, it } from 'vitest';
import { aPlatform } from '../../../../support/a-platform.ts';
import { differences } from '../../../../support/compare-texts.ts';

const platform = aPlatform({
	flat: [
		{
			pattern: /^list (\w+) (?<rest>\d+)$/,
			section: 'section $1',
			source: 'made up',
			matches: ['list A 1'],
			spares: ['list A'],
		},
	],
});

const on = (intended: readonly string[], running: readonly string[]): readonly string[] =>
	differences({ platform, intended, running });

describe('nestFlatLines', () => {
	it('reads lines that name a section as lines of it, whichever side has it', () => {
		expect(on(['list A 1', 'x', 'list A 2'], ['section A', ' 2', ' 1', 'x'])).toEqual([]);
		expect(on(['section A', ' 2', ' 1'], ['list A 1', 'list A 2'])).toEqual([]);
	});

	it('tells what differs in the section', () => {
		expect(on(['list A 1'], ['section A', ' 1', ' 2'])).toEqual(['extra section A > 2']);
		expect(on(['section A', ' 1', ' 2'], ['list A 1', 'list A 3'])).toEqual([
			'extra section A > 3',
			'missing section A > 2',
		]);
	});

	it('reads on below a line that goes on into its section, and below no other', () => {
		const [rule] = platform.flat ?? [];
		const opening = aPlatform({ flat: rule === undefined ? [] : [{ ...rule, opens: true }] });
		const [intended, running] = [
			['list A 1', ' x'],
			['section A', ' 1', ' x'],
		];

		expect(differences({ platform: opening, intended, running })).toEqual([]);
		expect(on(intended, running)).not.toEqual([]);
	});

	it('leaves lines of sections that the other side has not', () => {
		expect(on(['list A 1'], ['section B', ' 1'])).toEqual([
			'extra section B',
			'extra section B > 1',
			'missing list A 1',
		]);
		expect(on(['list A 1'], ['list A 2'])).toEqual(['changed list A 1 → list A 2']);
		expect(on(['list A 1'], ['section A'])).toEqual(['extra section A', 'missing list A 1']);
		expect(on(['a', ' list A 1'], ['a', ' section A', '  1'])).not.toEqual([]);
	});
});
