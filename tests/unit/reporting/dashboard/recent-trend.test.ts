import { describe, expect, it } from 'vitest';
import { summariseRun } from '../../../../src/domain/run-summary.ts';
import { recentTrend, spanDays } from '../../../../src/reporting/dashboard/recent-trend.ts';
import { aReport } from '../../../support/report-fixtures.ts';

const runsAt = (...times: readonly string[]) => times.map((startedAt) => summariseRun(aReport({ startedAt })));

describe('recentTrend', () => {
	it('goes back less than 90 days from the newest audit, whose own point is the last', () => {
		const runs = runsAt(
			'2026-08-24T23:59:59.999Z',
			'2026-08-25T06:00:00.000Z',
			'2026-08-25T06:00:00.001Z',
			'2026-11-23T06:00:00.000Z',
		);

		expect(recentTrend(runs, '2026-11-23T06:00:00.000Z').map(({ at }) => at)).toEqual([
			'2026-08-25T06:00:00.001Z',
			'2026-11-23T06:00:00.000Z',
		]);
	});
});

describe('spanDays', () => {
	it('is so of audits on two days, however close, and not of many on one', () => {
		expect(spanDays(runsAt('2026-11-22T23:59:00.000Z', '2026-11-23T00:01:00.000Z'))).toBe(true);
		expect(spanDays(runsAt('2026-11-23T00:01:00.000Z', '2026-11-23T23:59:00.000Z'))).toBe(false);
		expect(spanDays([])).toBe(false);
	});
});
