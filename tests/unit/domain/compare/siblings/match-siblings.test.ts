import { describe, expect, it } from 'vitest';
import { differences } from '../../../../support/compare-texts.ts';

/** An ordered list on both sides, one letter per entry. */
function reorder(intended: string, running: string): readonly string[] {
	const list = (entries: string): readonly string[] => [
		'list A',
		...[...entries].map((entry) => ` permit ${entry} any`),
	];
	return differences({ intended: list(intended), running: list(running) }).map((change) =>
		change.replaceAll('list A > ', '').replaceAll('permit ', '').replaceAll(' any', ''),
	);
}

describe('matchSiblings', () => {
	it('calls a line that stands elsewhere in an ordered section moved', () => {
		expect(reorder('abc', 'cab')).toEqual(['moved c']);
	});

	it.each([
		['abcdef', 'bcdefa', 1],
		['abcdef', 'fedcba', 5],
		['abcdef', 'badcfe', 3],
		['abcdef', 'abcfde', 1],
	])('moves as few lines as possible from %s to %s', (intended, running, moves) => {
		const changes = reorder(intended, running);

		expect(changes).toHaveLength(moves);
		expect(changes.every((change) => change.startsWith('moved '))).toBe(true);
	});

	it('does not call a line moved because another one came or went', () => {
		expect(reorder('abc', 'xabc')).toEqual(['extra x']);
		expect(reorder('abcd', 'abd')).toEqual(['missing c']);
	});

	it('takes the copy that is gone for gone, and moves none of the others', () => {
		expect(reorder('rarb', 'arb')).toEqual(['missing r']);
		expect(reorder('rarb', 'rab')).toEqual(['missing r']);
		expect(reorder('rarbrc', 'arbrc')).toEqual(['missing r']);
		expect(reorder('arb', 'rarb')).toEqual(['extra r']);
	});

	it('finds a move among copies', () => {
		expect(reorder('rarb', 'rrab')).toEqual(['moved a']);
	});

	it('keeps the order of lists apart that stand among other lines', () => {
		expect(
			differences({
				intended: ['rule X 1', 'rule X 2', 'hostname a', 'rule Y 1', 'rule Y 2'],
				running: ['rule Y 1', 'hostname a', 'rule X 2', 'rule X 1', 'rule Y 2'],
			}),
		).toEqual(['moved rule X 1']);
	});

	it('looks into a section that moved', () => {
		expect(
			differences({
				intended: ['rule X 1', ' match a', 'rule X 2', ' match b', 'rule X 3', ' match c'],
				running: ['rule X 3', ' match d', 'rule X 1', ' match a', 'rule X 2', ' match b'],
			}),
		).toEqual(['moved rule X 3', 'changed rule X 3 > match c → match d']);
	});

	it('lets a line be replaced only where it stood: a new entry further down is another entry', () => {
		const list = (...entries: readonly string[]): readonly string[] => [
			'list A',
			...entries.map((entry) => ` ${entry}`),
		];
		const kept = ['deny ip a', 'permit ip b'];

		expect(differences({ intended: list('permit tcp 80', ...kept), running: list('permit tcp 443', ...kept) })).toEqual(
			['changed list A > permit tcp 80 → permit tcp 443'],
		);
		expect(differences({ intended: list('permit tcp 80', ...kept), running: list(...kept, 'permit tcp 443') })).toEqual(
			['missing list A > permit tcp 80', 'extra list A > permit tcp 443'],
		);
	});
});
