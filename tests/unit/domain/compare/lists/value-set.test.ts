import { describe, expect, it } from 'vitest';
import {
	formatValues,
	parseValues,
	type ValueSet,
	without,
} from '../../../../../src/domain/compare/lists/value-set.ts';

const set = (text: string, form: 'ranges' | 'ranges-to' | 'words' = 'ranges'): ValueSet => {
	const values = parseValues(text, form);
	if (values === null) throw new Error(`no values: ${text}`);
	return values;
};

describe('parseValues', () => {
	it.each([
		['10,20-25', 'ranges', '10,20-25'],
		['25,20-24, 10', 'ranges', '10,20-25'],
		['1-5,3-9', 'ranges', '1-9'],
		['A1-A4,Trk1,A5', 'ranges', 'A1-A5,Trk1'],
		['1/0/1-1/0/4', 'ranges', '1/0/1-1/0/4'],
		['Ethernet1-2', 'ranges', 'Ethernet1-Ethernet2'],
		['10 20 to 30 31', 'ranges-to', '10 20 to 31'],
		['b a b', 'words', 'b a'],
		['"a b" "c"', 'words', '"a b" c'],
		['except 5-4000', 'ranges', '1-4,4001-4094'],
	] as const)('reads %j', (text, form, expected) => {
		const values = parseValues(text, form);

		expect(values === null ? null : formatValues(values, form)).toBe(expected);
	});

	it.each(['all', 'none', '1-', '5-1', '1-99999999', '1-70000', 'A1-B4', ''])('takes %j for no values', (text) => {
		expect(parseValues(text, 'ranges')).toBeNull();
	});
});

describe('without', () => {
	it.each([
		['1-10', '3-4,8', '1-2,5-7,9-10'],
		['1-10', '1-10', ''],
		['1-3,7', '2-8', '1'],
		['A1-A4', 'B1-B4,A2', 'A1,A3-A4'],
		['5', '1-4,6-9', '5'],
		['A40-A70', 'A50-A60,B1-B2', 'A40-A49,A61-A70'],
		['B1-B4', 'A1-A2,B2', 'B1,B3-B4'],
	])('leaves of %s without %s', (one, other, rest) => {
		expect(formatValues(without(set(one), set(other)), 'ranges')).toBe(rest);
	});

	it('reads a list with a long run of blanks in no more time than it is long', () => {
		// In the square of it this is more than a minute.
		const blanks = ' '.repeat(300_000);

		expect(parseValues(`1${blanks}2`, 'ranges')).toBeNull();
		expect(parseValues(`1${blanks},${blanks}2`, 'ranges')).toEqual(parseValues('1,2', 'ranges'));
	});

	it('stays quick with as many spans as there are numbers', () => {
		const odd = set(Array.from({ length: 32_000 }, (_, index) => 2 * index + 1).join(','));
		const even = set(Array.from({ length: 32_000 }, (_, index) => 2 * index).join(','));

		expect(without(odd, even).spans).toHaveLength(32_000);
	});
});
