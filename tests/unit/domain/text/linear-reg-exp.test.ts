import { describe, expect, it } from 'vitest';
import { anyOf } from '../../../../src/domain/text/any-of.ts';
import { LinearRegExp } from '../../../../src/domain/text/linear-reg-exp.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

describe('LinearRegExp', () => {
	it('is what a RegExp of that source would be', () => {
		const ours = new LinearRegExp('^(?<word>b(\\w))(z)?');
		const theirs = /^(?<word>b(\w))(z)?/;

		for (const text of ['bc d', 'abc', '', 'bcz']) {
			expect(ours.test(text)).toBe(theirs.test(text));
			expect(text.search(ours)).toBe(text.search(theirs));
			expect(text.replace(ours, '[$<word>|$2]')).toBe(text.replace(theirs, '[$<word>|$2]'));
			expect([...(ours.exec(text) ?? [])]).toEqual([...(theirs.exec(text) ?? [])]);
			expect(ours.exec(text)?.groups).toEqual(theirs.exec(text)?.groups);
			expect(ours.exec(text)?.index).toBe(theirs.exec(text)?.index);
		}
		expect(ours.source).toBe(theirs.source);
	});

	it('is linear, alone and among others', () => {
		const evil = new LinearRegExp('^(a+)+$');
		const text = `${'a'.repeat(50_000)}!`;
		const cpuMs = cpuTime();

		expect(evil.test(text)).toBe(false);
		expect(evil.exec(text)).toBeNull();
		expect(text.search(evil)).toBe(-1);
		expect(anyOf([/^b/, evil])(text)).toBe(false);
		expect(cpuMs()).toBeLessThan(3_000);
	});

	it('is asked among others', () => {
		const any = anyOf([/^b/, new LinearRegExp('^(?i)c')]);

		expect([any('b'), any('C'), any('d')]).toEqual([true, true, false]);
	});

	it.each(['(', '(?=a)', '\\1'])('refuses %s', (source) => {
		expect(() => new LinearRegExp(source)).toThrow(expect.objectContaining({ code: 'ERR_CONFIGURATION' }));
	});
});
