import { describe, expect, it } from 'vitest';
import { monthsOf } from '../../../../../src/reporting/dashboard/client/period.ts';

describe('monthsOf', () => {
	it.each([
		[
			'the days back from the newest audit',
			30,
			['2026-09', '2026-10', '2026-11'],
			'2026-10-22',
			['2026-10', '2026-11'],
		],
		['no more than there are', 365, ['2026-10', '2026-11'], '2026-10-01', ['2026-10', '2026-11']],
		['all there are', null, ['2026-09', '2026-11'], '2026-09-01', ['2026-09', '2026-11']],
	])('gives %s', (_, period, months, from, touched) => {
		expect(monthsOf(period, { at: '2026-11-20T06:00:00.000Z', months })).toEqual({ from, months: touched });
	});

	it('begins a week before the first audit of a branch at the latest', () => {
		expect(monthsOf(30, { at: '2026-11-01T06:00:00.000Z', months: ['2026-11'] })).toEqual({
			from: '2026-10-26',
			months: ['2026-11'],
		});
	});
});
