import { describe, expect, it } from 'vitest';
import { maskSeries } from '../../../../src/reporting/dashboard/mask-series.ts';
import type { MonthSegment, PageRun } from '../../../../src/reporting/dashboard/page-data.ts';

const run = (at: string, masks?: PageRun['masks']): PageRun => ({
	id: at,
	at: `${at}T06:00:00.000Z`,
	health: 100,
	coverage: 100,
	drifted: [],
	inSync: [],
	unknown: [],
	...(masks && { masks }),
});

describe('maskSeries', () => {
	const segments: readonly MonthSegment[] = [
		{ month: '2026-10', standing: [], runs: [run('2026-10-30', [['volatile/header', 4]]), run('2026-10-31')] },
		{
			month: '2026-11',
			standing: [],
			runs: [
				run('2026-11-01', [['volatile/header', 4]]),
				run('2026-11-02', [['secret/enable', 1]]),
				run('2026-11-03', [['volatile/header', 9]]),
				run('2026-11-04', [['volatile/header', 0]]),
			],
		},
	];

	it('tells of every run what the newest change before it said', () => {
		expect([...maskSeries(segments, { from: '2026-10-31' })]).toEqual([
			['volatile/header', [4, 4, 4, 9, 0]],
			['secret/enable', [null, null, 1, 1, 1]],
		]);
	});

	it('knows what was before the first day that it shows', () => {
		expect([...maskSeries(segments, { from: '2026-11-04' })]).toEqual([
			['volatile/header', [0]],
			['secret/enable', [1]],
		]);
	});
});
