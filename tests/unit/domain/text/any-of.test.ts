import { describe, expect, it } from 'vitest';
import { alternationsOf, anyOf, mayBeAnyOf } from '../../../../src/domain/text/any-of.ts';

describe('anyOf', () => {
	it('answers as the patterns one by one would', () => {
		const patterns = [/^a$/, /b/i, /^c(?<name>\d)/d, /(?<name>x)y/, /d$/g];
		const matches = anyOf(patterns);

		for (const text of ['a', 'ab', 'B', 'c1', 'c', 'xy', 'yx', 'ad', 'da', '']) {
			expect(matches(text), text).toBe(
				patterns.some((pattern) => new RegExp(pattern.source, pattern.flags).test(text)),
			);
		}
	});

	it.each([
		[[/^(?:no )?(?:set |use )?a$/, /^(?:no )?b$/, /^(?:no )?(?:set |use )?c/, /^d|e$/, /^[|]f/, /^\|g/]],
		[[/^(?:no )?a|b$/, /^(?:no )?c$/]],
		[
			[
				/^(?:no )?(?:x )?(?:set )?a$/,
				/^(?:no )?b$/,
				/^(?:no )?(?:x )?c$/,
				/^(?:set )?d$/,
				/^(?:set )?(?:x )?e/,
				/^x ad/,
			],
		],
		[[/(?<=^|\s)a(?=d)/g, /(?<=^|\s)e/, /(?<=^|\s)(?:set|b) ?$/, /(?<=^|\s)\|f|g$/]],
		[[/^(?:no )??a$/, /^(?:no )??(?:set )?b$/, /^(?:no )?c$/]],
		[[/^(?:a|(?:b|c))d$/, /^(?:no )?(?:[()|])x$/, /(?:no )?y$/]],
	])('answers as they would whatever they begin with: %s', (patterns) => {
		const matches = anyOf(patterns);
		const words = ['', 'no ', 'set ', 'x '];
		const lines = words.flatMap((first) =>
			words.flatMap((second) =>
				['a', 'b', 'c', 'd', 'e', 'ad', '|f', '|g', '(x', 'y'].map((rest) => first + second + rest),
			),
		);

		for (const line of lines) expect(matches(line), line).toBe(patterns.some((pattern) => pattern.test(line)));
	});

	it('answers the same when it is asked again, whatever the flags', () => {
		const matches = anyOf([/a/g, /b/y]);

		expect([matches('ab'), matches('ab'), matches('cb'), matches('cb')]).toEqual([true, true, true, true]);
	});

	it.each([/^(\w)\1$/, /^(?<letter>\w)\k<letter>$/])(
		'keeps %s apart: its group has another number beside others',
		(pattern) => {
			const matches = anyOf([/^(q)(r)$/, pattern, /^(s)$/]);

			expect(matches('aa')).toBe(true);
			expect(matches('ab')).toBe(false);
			expect(matches('qr')).toBe(true);
		},
	);

	it('matches nothing without patterns', () => {
		expect(anyOf([])('')).toBe(false);
	});
});

describe('mayBeAnyOf', () => {
	it.each(['user anna key x', 'no user anna key x', 'key "x"', 'set key 7 x', 'tell a key', 'other key is x'])(
		'lets %s through',
		(line) => {
			expect(mayBeAnyOf(PATTERNS)(line)).toBe(true);
		},
	);

	it('lets through what is cut short, too, and nothing else', () => {
		const lets = mayBeAnyOf(PATTERNS);

		expect(['user anna key ', 'key chain', 'set key'].filter(lets)).toEqual(['user anna key ', 'key chain']);
		expect(['', 'user anna', 'keys', 'a user anna key x', 'unset key 7'].filter(lets)).toEqual([]);
	});

	it('reads all alternatives that stand in no group', () => {
		const lets = mayBeAnyOf([/^first (?<secret>a)|^second (?<secret2>b)/, /^(?:no )?(?:undo )?third/]);

		expect(['first a', 'second b', 'no undo third'].every(lets)).toBe(true);
		expect(['first x', 'second x', 'no first a'].some(lets)).toBe(false);
	});

	it('reads to its end what speaks of a group of its own', () => {
		const lets = mayBeAnyOf([/^say (\w)\1$/, /^tell (?<secret>a)/]);

		expect(['say aa', 'say ab', 'tell b'].filter(lets)).toEqual(['say aa', 'tell b']);
	});
});

describe('alternationsOf', () => {
	it('asks for what begins with a blank apart from rare signs', () => {
		const sources = alternationsOf([/ {2}x/, /%%/, /\$\$/]).map(({ source }) => source);

		expect(sources).toEqual(['(?: {2}x)', '(?:%%|\\$\\$)']);
	});
});

const PATTERNS = [
	/^(?:no )?user \S+ key (?<secret>\S+)/d,
	/^(?:no )?key (?!chain)(?<secret>\S+)/d,
	/^set key \d (?<secret>\S+)/d,
	/^tell (?:a|the) key$/,
	/(?:^|\s)key is (?<secret>\S+)/d,
];
