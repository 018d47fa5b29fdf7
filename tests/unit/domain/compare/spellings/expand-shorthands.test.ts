import { describe, expect, it } from 'vitest';
import { expandShorthands } from '../../../../../src/domain/compare/spellings/expand-shorthands.ts';
import type { ConfigNode } from '../../../../../src/domain/config/config-node.ts';

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
): readonly ConfigNode[] => expandShorthands({ intended, running }, lineage, [rule]).intended;

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

		expect(expandShorthands(sides, [], [{ ...rule, section: 'targets' }]).intended).toEqual([line('both a')]);
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
			[{ ...rule, section: 'targets' }],
		);

		expect(intended).toEqual([line('targets', line('import a'), line('export a'))]);
	});
});
