import { describe, expect, it } from 'vitest';
import { parseDays, since } from '../../../src/settings/period.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('since', () => {
	it.each([
		['30d', '2026-10-21T12:00:00.000Z'],
		['2026-11-01', '2026-11-01T00:00:00.000Z'],
	])('reads %s', (text, expected) => {
		const result = since(NOW)(text);

		expect(result.status === 'valid' && new Date(result.value).toISOString()).toBe(expected);
	});

	it.each(['', '30', '0d', '-1d', '2026-02-30', '2026-11', 'yesterday', '999999d', '2026-11-21'])(
		'refuses %j',
		(text) => {
			expect(since(NOW)(text).status).toBe('invalid');
		},
	);
});

describe('parseDays', () => {
	it('takes whole days only', () => {
		expect([parseDays('400d'), parseDays('1.5d'), parseDays('90')]).toEqual([400, null, null]);
	});
});
