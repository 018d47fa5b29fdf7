import { describe, expect, it } from 'vitest';
import { headOf } from '../../../../src/domain/text/head-of.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { platformOf } from '../../../support/platform-of.ts';

describe('headOf', () => {
	it.each([
		['what it captures', 'user \\S+ key (?<secret>\\S+)', 'user \\S+ key '],
		['optional words', 'key (?:\\d )?(?:x|y)*(?:ab){0,2}"?(?<secret>\\S+)', 'key '],
		['lazy ones', 'key (?:.*? )??x*?(?<secret>\\S+)', 'key '],
		['what must not follow', 'key (?!chain |(?:a|\\)))(?<secret>\\S+)', 'key '],
		['what has to follow', 'key (?=\\d)(?<secret>\\S+)', 'key '],
		['what must not stand in front', 'key (?<!no key )(?<secret>\\S+)', 'key '],
		['a group that captures within', 'key (?:"(?<secret>[^"]+)"|(?<secret2>\\S+))$', 'key '],
		['a repeated group that captures within', 'key (?:a (?:b (?<secret>\\S+))?)+$', 'key '],
	])('leaves out %s', (_, source, head) => {
		expect(headOf(source)).toBe(head);
	});

	it.each([
		['words that repeat', 'key(?: \\d)+ {2,}(?<secret>\\S+)', 'key(?: \\d)+ {2,}'],
		['lazy words that repeat', 'key .+?(?<secret>\\S+)', 'key .+?'],
		['optional words in the middle', 'user (?:a )?key (?<secret>\\S+)', 'user (?:a )?key '],
		['what has to stand in front', 'is (?<=key is )(?<secret>\\S+)', 'is (?<=key is )'],
		['brackets that mean themselves', 'key \\([(|)]\\)(?<secret>\\S+)', 'key \\([(|)]\\)'],
		['escapes of several letters', 'key \\x41\\u0042\\p{L}\\d(?<secret>\\S+)', 'key \\x41\\u0042\\p{L}\\d'],
	])('keeps %s', (_, source, head) => {
		expect(headOf(source)).toBe(head);
	});

	it.each([
		['captures nothing', 'clock \\d+(?: UTC)?$'],
		['has no word in front', '"(?<secret>[^"]+)": \\{'],
		['has none that must be there', '(?:no |undo )?"(?<secret>[^"]+)" hash'],
		['has a word in brackets only that captures', '(?:password (?<secret>\\S+)|secret (?<secret2>\\S+))'],
		['has a word as an escape or a class only', '\\w\\d\\s[abc](?<secret>\\S+)'],
		['has a bracket that captures nothing', 'key \\(?<x'],
	])('takes the whole of one that %s', (_, source) => {
		expect(headOf(source)).toBe(source);
	});

	it.each(platforms.names.map(platformOf))('is a part of a pattern that can be asked for: $name', ({ masks }) => {
		for (const { pattern } of masks) {
			const head = headOf(pattern.source);

			expect(pattern.source.startsWith(head)).toBe(true);
			expect(() => new RegExp(head)).not.toThrow();
		}
	});
});
