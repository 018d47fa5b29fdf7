import { describe, expect, it } from 'vitest';
import { findValues } from '../../../../src/domain/masking/find-values.ts';
import { compileLinearPattern } from '../../../../src/domain/masking/linear-pattern.ts';
import type { LinePattern } from '../../../../src/domain/masking/pattern.ts';

function valuesOf(line: string, pattern: LinePattern): readonly string[] {
	const first = pattern.exec(line);
	return first === null ? [] : findValues(line, first, pattern).map(([start, end]) => line.slice(start, end));
}

describe('findValues', () => {
	it('finds every value of a form, equal ones too', () => {
		const url = /:\/\/\w+:(?<secret>\w+)@/d;

		expect(valuesOf('copy ftp://a:one@host ftp://b:two@host,ftp://c:one@host', url)).toEqual(['one', 'two', 'one']);
	});

	it('finds the second value of a command that is known by how its line begins', () => {
		const command = /^peer \S+ (?:.*? )??password (?:\d )?(?<secret>\S+)/d;

		expect(valuesOf('peer 192.0.2.1 password 7 one fallback password two', command)).toEqual(['one', 'two']);
	});

	it('takes no keyword in front of a value for another one', () => {
		const command = /^enable password (?:level \d+ )?(?<secret>\S+)/d;

		expect(valuesOf('enable password level 3 one encrypted', command)).toEqual(['one']);
	});

	it('finds the same on the linear-time engine', () => {
		const pattern = compileLinearPattern('^user .*?\\b(?:auth|priv) (?<secret>\\S+)');

		expect(valuesOf('user anna auth one priv two read', pattern)).toEqual(['one', 'two']);
	});

	it('takes nothing for no secret, and for a volatile value once', () => {
		const pattern = compileLinearPattern('password=(?<secret>[^;]*);');

		expect(valuesOf('password=;user=anna;host=a', pattern)).toEqual([]);
		expect(valuesOf('password=one; password=;user=anna', pattern)).toEqual(['one']);
		expect(valuesOf('up 1d, users', compileLinearPattern('up (?<volatile>[^,]*), users(?<volatile2>.*)'))).toEqual([
			'1d',
			'',
		]);
		expect(valuesOf('up , users 3 since', compileLinearPattern('up (?<volatile>[^,]*), users'))).toEqual(['']);
	});

	it.each([
		'key (?<secret>(?<secret2>\\S+) \\S+)',
		'key (?<secret2>(?<secret>\\S+) \\S+)',
		'key (?<secret>\\S+ (?<secret2>\\S+))',
	])('takes a value inside of another for a part of it: %s', (source) => {
		expect(valuesOf('key one two three', compileLinearPattern(source))).toEqual(['one two']);
	});

	it('takes what stands behind very many values for one, so that nothing is left', () => {
		const line = Array.from({ length: 5_000 }, (_, index) => `key k${index}`).join(' ');

		const values = valuesOf(line, /\bkey (?<secret>k\d+)/d);

		expect(values.slice(0, 2)).toEqual(['k0', 'k1']);
		expect(line.endsWith(values.at(-1) ?? '')).toBe(true);
		expect(values.join(' ')).toContain('k4999');
	});

	it('ends on a line that is nothing but values and keywords', () => {
		const line = 'password '.repeat(11_000);

		expect(valuesOf(line, /(?:^|\s)password (?<secret>\S+)/d).length).toBeGreaterThan(0);
	});
});
