import { describe, expect, it } from 'vitest';
import { compareTexts, differences } from '../../../support/compare-texts.ts';

const banner = (...lines: readonly string[]): readonly string[] => ['banner motd #', ...lines, '#'];

describe('compareBodies', () => {
	it('takes every line for text: comments, ends and sections say nothing inside', () => {
		const text = banner('! not a comment', 'end', 'interface 1', ' exit', '', 'user anna');

		expect(differences({ intended: text, running: text })).toEqual([]);
		expect(differences({ intended: text, running: banner('! not a comment') })).toHaveLength(5);
	});

	it('keeps indentation and order, letter for letter', () => {
		expect(differences({ intended: banner('  a', 'b'), running: banner(' a', 'b') })).toEqual([
			'changed banner motd >   a →  a',
		]);
		expect(differences({ intended: banner('a', 'b'), running: banner('b', 'a') })).not.toEqual([]);
	});

	it('does not see blanks at the end of a line, which editors take away, but lines that are empty', () => {
		expect(differences({ intended: banner('a', '', 'b'), running: banner('a  ', ' ', 'b\t') })).toEqual([]);
		expect(differences({ intended: banner('a', '', 'b'), running: banner('a', 'b') })).toEqual([
			'missing banner motd > ',
		]);
	});

	it('does not care about the delimiter', () => {
		expect(differences({ intended: ['banner motd #', 'hello', '#'], running: ['banner motd %hello%'] })).toEqual([]);
	});

	it('pairs lines where as many came as went, and else lists them', () => {
		expect(differences({ intended: banner('x', 'a', 'b', 'y'), running: banner('x', 'c', 'd', 'y') })).toEqual([
			'changed banner motd > a → c',
			'changed banner motd > b → d',
		]);
		expect(differences({ intended: banner('x', 'a', 'y'), running: banner('x', 'c', 'd', 'y') })).toEqual([
			'missing banner motd > a',
			'extra banner motd > c',
			'extra banner motd > d',
		]);
	});

	it('counts lines from the texts that came in', () => {
		const { changes } = compareTexts({
			intended: ['hostname a', ...banner('one', 'two')],
			running: ['hostname a', 'clock 1', ...banner('one', '2')],
		});

		expect(changes).toMatchObject([{ line: 'two', runningText: '2', intendedLine: 4, runningLine: 5 }]);
	});

	it('reports a text with nothing in common as replaced, however long, without pairing what is not alike', () => {
		const lines = (word: string): readonly string[] => Array.from({ length: 50_000 }, (_, index) => `${word}${index}`);

		const { changes } = compareTexts({ intended: banner(...lines('a')), running: banner(...lines('b')) });

		expect(Object.groupBy(changes, ({ kind }) => kind)).toMatchObject({
			missing: { length: 50_000 },
			extra: { length: 50_000 },
		});
	});

	it('hides the body of a key, and reports that it changed', () => {
		const key = (...lines: readonly string[]): readonly string[] => ['key', ...lines, 'quit'];

		const { changes, diff } = compareTexts({ intended: key(' 3082AAAA', ' 1111'), running: key(' 3082BBBB') });

		expect(changes).toMatchObject([{ kind: 'changed', lineage: ['key'] }]);
		expect(diff).not.toMatch(/3082|1111/);
	});

	it('takes a placeholder in place of a key for any key', () => {
		expect(differences({ intended: ['key', ' <removed>', 'quit'], running: ['key', ' 3082AAAA', 'quit'] })).toEqual([]);
	});
});
