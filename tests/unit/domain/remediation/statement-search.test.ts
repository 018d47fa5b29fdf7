import { describe, expect, it } from 'vitest';
import { searchStatements } from '../../../../src/domain/remediation/statement-search.ts';

const STATEMENTS = [
	'add chain=input action=accept',
	'add chain=input action=accept comment="a b"',
	'add chain=forward action=accept',
	'add chain=input action=accept',
];

describe('searchStatements', () => {
	it('finds what is equal', () => {
		const find = searchStatements(STATEMENTS, { byWords: false });

		expect(find('add chain=input action=accept')).toEqual([0, 3]);
		expect(find('add chain=input')).toEqual([]);
	});

	it('finds what has all words and more, whatever their order', () => {
		const find = searchStatements(STATEMENTS, { byWords: true });

		expect(find('add action=accept chain=input')).toEqual([0, 1, 3]);
		expect(find('add comment="a b"')).toEqual([1]);
		expect(find('add comment="a')).toEqual([]);
		expect(find('add chain=output')).toEqual([]);
	});
});
