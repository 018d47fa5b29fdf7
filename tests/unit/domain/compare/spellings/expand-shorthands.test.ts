import { describe, expect, it } from 'vitest';
import { expandShorthands } from '../../../../../src/domain/compare/spellings/expand-shorthands.ts';
import type { ConfigNode } from '../../../../../src/domain/config/config-node.ts';
import { aPlatform } from '../../../../support/a-platform.ts';
import { differences } from '../../../../support/compare-texts.ts';

const line = (text: string, ...children: readonly ConfigNode[]): ConfigNode => ({
	text,
	children,
	lineNumber: 1,
	body: null,
});

const rule = {
	pattern: /^both (\S+)$/,
	lines: ['import $1', 'export $1'],
	source: 'test',
	matches: [],
	spares: [],
};

const expand = (
	intended: readonly ConfigNode[],
	running: readonly ConfigNode[],
	lineage: readonly string[] = [],
): readonly ConfigNode[] => expandShorthands({ intended, running }, lineage, { rules: [rule] }).intended;

describe('expandShorthands', () => {
	it('reads a line as what it stands for where the other side has one of these', () => {
		expect(expand([line('both a')], [line('export a')])).toEqual([line('import a'), line('export a')]);
	});

	it('leaves it where the other side has the line itself, or none of them', () => {
		expect(expand([line('both a')], [line('both a'), line('export a')])).toEqual([line('both a')]);
		expect(expand([line('both a')], [line('export b')])).toEqual([line('both a')]);
	});

	it('leaves it where the section or the lines of the other side are none', () => {
		const sides = { intended: [line('both a')], running: [line('targets')] };

		expect(expandShorthands(sides, [], { rules: [{ ...rule, section: 'targets' }] }).intended).toEqual([
			line('both a'),
		]);
		expect(expand([line('both a')], [line('import a', line('inside'))])).toEqual([line('both a')]);
	});

	it('leaves a section that is called so', () => {
		const section = line('both a', line('inside'));

		expect(expand([section], [line('export a')])).toEqual([section]);
	});

	it('leaves it in another section', () => {
		expect(expand([line('both a')], [line('export a')], ['vrf A'])).toEqual([line('both a')]);
	});

	it('puts the lines into a section that the other side has', () => {
		const { intended } = expandShorthands(
			{ intended: [line('both a')], running: [line('targets', line('import a'))] },
			[],
			{ rules: [{ ...rule, section: 'targets' }] },
		);

		expect(intended).toEqual([line('targets', line('import a'), line('export a'))]);
	});
});

const platform = aPlatform({
	shorthands: [
		{
			pattern: /^list (\w+) (?<rest>\d+)$/,
			section: 'section $1',
			lines: ['$<rest>'],
			source: 'made up',
			matches: ['list A 1'],
			spares: ['list A'],
		},
	],
});

const on = (intended: readonly string[], running: readonly string[]): readonly string[] =>
	differences({ platform, intended, running });

describe('expandShorthands, of two files', () => {
	it('reads a line as what the other file says, whichever of the two the device shows', () => {
		const files = { intended: [line('both a')], running: [line('import a'), line('export a')] };

		for (const device of [[line('both a')], [line('import a'), line('export a')]]) {
			const { intended } = expandShorthands(files, [], { rules: [rule], device });

			expect(intended).toEqual([line('import a'), line('export a')]);
		}
	});

	it('leaves a line that stands in both', () => {
		const files = { intended: [line('both a')], running: [line('both a')] };

		expect(expandShorthands(files, [], { rules: [rule], device: [line('import a')] })).toEqual(files);
	});
});

describe('expandShorthands, of lines that name their section', () => {
	it('reads lines that name a section as lines of it, whichever side has it', () => {
		expect(on(['list A 1', 'x', 'list A 2'], ['section A', ' 2', ' 1', 'x'])).toEqual([]);
		expect(on(['section A', ' 2', ' 1'], ['list A 1', 'list A 2'])).toEqual([]);
	});

	it('reads lines beside their section as lines of it, where the other side has lines only', () => {
		expect(on(['list A 1'], ['list A 1', 'section A', ' 2'])).toEqual(['extra section A > 2']);
		expect(on(['list A 1', 'section A', ' 2'], ['list A 2', 'list A 1'])).toEqual([]);
	});

	it('tells what differs in the section', () => {
		expect(on(['list A 1'], ['section A', ' 1', ' 2'])).toEqual(['extra section A > 2']);
		expect(on(['section A', ' 1', ' 2'], ['list A 1', 'list A 3'])).toEqual([
			'extra section A > 3',
			'missing section A > 2',
		]);
	});

	it('reads on below a line that goes on into its section', () => {
		expect(on(['list A 1', ' x'], ['section A', ' 1', ' x'])).toEqual([]);
		expect(on(['list A 1', ' y'], ['section A', ' 1', ' x'])).toEqual(['extra section A > x', 'missing section A > y']);
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
