import { describe, expect, it } from 'vitest';
import { wholeQuoted } from '../../../../src/domain/masking/whole-quoted.ts';

/** What is hidden where a pattern found the word that is given. */
function hidden(text: string, found: string): string {
	const start = text.indexOf(found);
	return text.slice(...wholeQuoted(text, [start, start + found.length]));
}

describe('wholeQuoted', () => {
	it.each([
		['key "two words" hash2', 'two', 'two words'],
		['community "a;b, c" {', 'a', 'a;b, c'],
		['password="one"', 'one', 'one'],
		[String.raw`secret "a \"b\" c" x`, 'a', String.raw`a \"b\" c`],
		[String.raw`secret "ends in \\" "x"`, 'ends', String.raw`ends in \\`],
		['key "two words" hash2', '"two', '"two words"'],
		["key 'it''s so' x", "'it", "'it''s so'"],
		['key "" x', '""', '""'],
		["key: 'two words'", 'two', 'two words'],
		["key: 'it''s so'", 'it', "it''s so"],
		[String.raw`key 'it'\''s so' x`, 'it', String.raw`it'\''s so`],
	])('takes all of a text in quotes: %s', (text, found, whole) => {
		expect(hidden(text, found)).toBe(whole);
	});

	it('takes all of a word that has the only quote of its line in it', () => {
		expect(hidden('community one"two group x', 'one')).toBe('one"two');
	});

	it('ends a text within a text where its own quotes end', () => {
		expect(hidden(String.raw`source=":local pass \"two words\"; :put x"`, 'two')).toBe('two words');
		expect(hidden(String.raw`source=":local pass \"a \\\"b\\\" c\"; :put x"`, 'a \\')).toBe(String.raw`a \\\"b\\\" c`);
		expect(hidden(String.raw`source=":local pass \"no end"; x="y"`, 'no')).toBe('no end');
	});

	it.each([
		['password two words', 'two'],
		['password "no end', 'no'],
		['password "no end', '"no'],
		['5"disk "x"', 'disk'],
		['say password:one"', 'one'],
		['say password:one";', 'one'],
	])('leaves alone what is no text in quotes: %s', (text, found) => {
		expect(hidden(text, found)).toBe(found);
	});
});
