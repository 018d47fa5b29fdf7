import { describe, expect, it } from 'vitest';
import { withoutCommonElements } from '../../../../src/domain/compare/compare-sets.ts';
import type { BodyLine } from '../../../../src/domain/config/config-node.ts';

const linesOf = (texts: readonly string[]): readonly BodyLine[] =>
	texts.map((text, index) => ({ text, lineNumber: index + 1 }));

function lacking(intended: readonly string[], running: readonly string[]): readonly (readonly string[])[] {
	const bodies = { intended: linesOf(intended), running: linesOf(running) };
	const left = withoutCommonElements(bodies, {
		remark: '#',
		speller: (text) => text.replace('2001:DB8:', '2001:db8:'),
	});
	return [left.intended, left.running].map((lines) => lines.map(({ text }) => text));
}

describe('withoutCommonElements', () => {
	it.each([
		[
			['a,', 'b'],
			['b,', 'a'],
		],
		[['a, b,c'], ['c,', ' a,', '  b']],
		[['a  le 24'], ['a le 24']],
		[['# why', 'a'], ['a']],
		[['a,', 'a'], ['a']],
		[['2001:DB8::/32 le 48'], ['2001:db8::/32 le 48']],
		[
			["'1,2',", "'3'"],
			["'3',", "'1,2'"],
		],
	])('leaves nothing of %j beside %j', (intended, running) => {
		expect(lacking(intended, running)).toEqual([[], []]);
	});

	it.each([
		[['a,', 'b'], ['a'], [['b'], []]],
		[['a'], ['a,', 'b,', 'c'], [[], ['b,', 'c']]],
		[['a, b'], ['a, c'], [['a, b'], ['a, c']]],
		[["'1,2'"], ["'1',", "'2'"], [["'1,2'"], ["'1',", "'2'"]]],
	])('leaves of %j beside %j what the other lacks', (intended, running, left) => {
		expect(lacking(intended, running)).toEqual(left);
	});
});
