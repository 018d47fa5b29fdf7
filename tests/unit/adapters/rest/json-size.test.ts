import { describe, expect, it } from 'vitest';
import { hasTooManyValues } from '../../../../src/adapters/rest/json-size.ts';
import { readDocument } from '../../../../src/adapters/rest/read-document.ts';

const LIMIT = 2_000_000;

const read = (text: string) =>
	readDocument(
		{ status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(text), isFramed: true },
		{ type: 'json', where: 'edge-01', name: 'GET /config' },
	);

describe('hasTooManyValues', () => {
	it.each([
		['empty arrays', `[${'[],'.repeat(LIMIT)}0]`],
		['arrays in arrays', '['.repeat(LIMIT + 1)],
		['values behind a string that ends in a backslash', String.raw`["\\",${'0,'.repeat(LIMIT)}0]`],
	])('counts %s', (_, text) => {
		expect(hasTooManyValues(text)).toBe(true);
	});

	it.each([
		['what stands in a string', JSON.stringify({ output: '[{,'.repeat(LIMIT) })],
		['what stands behind an escaped quotation mark', String.raw`["\"${'[{,'.repeat(LIMIT)}"]`],
		['a string without an end', `["${'[{,'.repeat(LIMIT)}`],
		['numbers up to the limit', `[${'0,'.repeat(LIMIT - 1)}0]`],
	])('does not count %s', (_, text) => {
		expect(hasTooManyValues(text)).toBe(false);
	});
});

describe('readDocument', () => {
	it('refuses an answer of more values than a config has, before it makes them', () => {
		expect(() => read(`[${'[],'.repeat(LIMIT)}0]`)).toThrow(
			expect.objectContaining({
				code: 'ERR_INCOMPLETE',
				message: expect.stringMatching(/^edge-01 sent an answer to GET \/config with more than 2,000,000 values/u),
			}),
		);
	});

	it('refuses an answer that is nested deeper than can be printed', () => {
		const document = read(`{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`);

		expect(() => document('/a')).toThrow(
			expect.objectContaining({
				code: 'ERR_INCOMPLETE',
				message: expect.stringMatching(/nested deeper than any config/u),
			}),
		);
	});
});
