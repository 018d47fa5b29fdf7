import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLinearPattern } from '../../../src/domain/masking/linear-pattern.ts';
import { DriftAuditError } from '../../../src/errors.ts';

/** Expressions that mean the same to RE2 and to JavaScript, with two named groups at most. */
const atom = fc.constantFrom('a', 'b', '\\d', '\\S', '.', '[ab]', '(?:a|bc)', 'é', '1');
const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '*?', '+?')).map(([text, repeat]) => text + repeat);
const sequence = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
/** In JavaScript an optional group does not take part where it would match nothing; in RE2 it does. */
const nonEmpty = fc.tuple(atom, sequence).map(([text, rest]) => text + rest);
const source = fc
	.tuple(fc.boolean(), sequence, sequence, fc.constantFrom('', '?'), nonEmpty, fc.boolean())
	.map(([start, before, first, optional, second, end]) => {
		return `${start ? '^' : ''}${before}(?<secret>${first})(?<secret2>${second})${optional}${end ? '$' : ''}`;
	});
const line = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2', 'é', '😀', ' '), maxLength: 12 });

describe('compileLinearPattern', () => {
	it('finds what the native engine finds, group by group', () => {
		fc.assert(
			fc.property(source, line, (text, subject) => {
				const native = new RegExp(text, 'du').exec(subject);
				const linear = compileLinearPattern(text);

				const match = linear.exec(subject);

				expect(linear.test(subject)).toBe(native !== null);
				expect(match?.groups).toEqual(native?.groups === undefined ? undefined : { ...native.groups });
				expect(match?.indices?.groups).toEqual(
					native?.indices?.groups === undefined ? undefined : { ...native.indices.groups },
				);
			}),
			{ numRuns: 2000 },
		);
	});

	it('compiles any text or says why not', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'ab(|)[]{}*+?\\d.^$<>:=!1,') }), (text) => {
				try {
					compileLinearPattern(text).exec('aab');
				} catch (error) {
					expect(error).toBeInstanceOf(DriftAuditError);
				}
			}),
			{ numRuns: 3000 },
		);
	});

	it.each(['(a+)+$', '^(a|a)*$', '(a|aa)+$', '(.*a){12}$', '^(a?){50}a{50}$'])(
		'ends on a hundred thousand characters: %s',
		(text) => {
			expect(compileLinearPattern(text).exec(`${'a'.repeat(100_000)}b`)).toBeNull();
		},
	);

	it.each([
		['(', 'missing closing ): `(`'],
		['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
		['\\1', 'invalid escape sequence: `\\1`'],
		['a'.repeat(2001), 'it is longer than 2000 characters'],
	])('says what is wrong with %s', (text, reason) => {
		expect(() => compileLinearPattern(text)).toThrow(reason);
	});
});
