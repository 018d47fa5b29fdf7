import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { isTooLarge } from '../../../../src/domain/config/size-limits.ts';
import type { SyntaxStyle } from '../../../../src/domain/platform/syntax.ts';
import { aPlatform } from '../../../support/a-platform.ts';
import { findIncompleteness } from '../../../support/at-once.ts';

const { syntax } = aPlatform();
const LINES = 2_000_000;
const LENGTH = 4_000_000;

const scan = (text: string, style: SyntaxStyle = 'indented') => scanLines(text, { ...syntax, style });

describe('a text that is larger than a configuration', () => {
	it.each([
		['blank lines', '\n'.repeat(LINES + 1), 'more than 2,000,000 lines'],
		['blank lines with carriage returns', '\r\n'.repeat(LINES + 1), 'more than 2,000,000 lines'],
		['lines that end in a carriage return', 'a\r'.repeat(LINES + 1), 'more than 2,000,000 lines'],
		['one line', 'a'.repeat(LENGTH + 1), 'a line of more than 4,000,000 characters'],
		['a long last line', `a\nb\n${'c'.repeat(LENGTH + 1)}`, 'a line of more than 4,000,000 characters'],
		[
			'a long line among others',
			`a\n${'c'.repeat(LENGTH + 1)}\n${'a\n'.repeat(LINES / 2)}`,
			'a line of more than 4,000,000 characters',
		],
		['a long first line', `${'ü'.repeat(LENGTH + 1)}\nb\n`, 'a line of more than 4,000,000 characters'],
	])('is refused before it is read: %s', (_, text, found) => {
		expect(isTooLarge(text)).toBe(true);
		expect(() => scan(text)).toThrow(
			expect.objectContaining({ code: 'ERR_PARSE', message: expect.stringContaining(`it has ${found}, which no`) }),
		);
	});

	it.each([
		['json', `{"a":[${'0,'.repeat(2 * LINES)}0]}`],
		['xml', `<a>${'<!---->'.repeat(2 * LINES + 1)}</a>`],
	] as const)('is refused as a document of %s in one line', { timeout: 60_000 }, (style, text) => {
		expect(() => scan(text, style)).toThrow(/it has more than 4,000,000 parts/u);
	});

	it('is not called one that was cut', () => {
		expect(() => findIncompleteness('\n'.repeat(LINES + 1), aPlatform())).toThrow(/more than 2,000,000 lines/u);
	});
});

describe('a text that is not', () => {
	it.each([
		['nearly as many lines', '!\r\n'.repeat(LINES)],
		['carriage returns in front of its line ends', 'a\r\r\n'.repeat(LINES / 2 + 1)],
		['nearly as long lines', `${`${'a'.repeat(LENGTH)}\n`.repeat(2)}b`],
		['carriage returns alone', '\r'.repeat(LENGTH)],
		['no lines', ''],
	])('is read: %s', (_, text) => {
		expect(isTooLarge(text)).toBe(false);
	});

	it('may be a document in one line', () => {
		expect(scan(`{"a":"${'x'.repeat(LENGTH + 1)}"}`, 'json')).toHaveLength(3);
	});
});
