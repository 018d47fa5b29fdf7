import { describe, expect, it } from 'vitest';
import { badDays, heatMap } from '../../../../src/reporting/dashboard/day-states.ts';
import type { MonthSegment, PageRun } from '../../../../src/reporting/dashboard/page-data.ts';

function runOn(at: string, seen: Partial<PageRun> = {}): PageRun {
	return { id: at, at, health: 100, coverage: 100, drifted: [], inSync: [], unknown: [], ...seen };
}

function month(name: string, runs: readonly PageRun[], standing: MonthSegment['standing'] = []): MonthSegment {
	return { month: name, runs, standing };
}

describe('heatMap', () => {
	it('keeps a state until an audit sees another, over the end of a month', () => {
		const segments = [
			month('2026-10', [runOn('2026-10-31T06:00:00.000Z', { drifted: ['edge-01'] })]),
			month('2026-11', [
				runOn('2026-11-01T06:00:00.000Z'),
				runOn('2026-11-02T06:00:00.000Z', { inSync: ['edge-01'] }),
				runOn('2026-11-03T06:00:00.000Z'),
			]),
		];

		const { days, states } = heatMap(segments, { from: '2026-10-31', to: '2026-11-03' });

		expect(days).toEqual(['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03']);
		expect(states.get('edge-01')).toEqual(['drifted', 'drifted', 'in-sync', 'in-sync']);
	});

	it('begins with who was not in sync before the first month', () => {
		const segments = [month('2026-11', [runOn('2026-11-02T06:00:00.000Z')], [['core-01', 'unknown']])];

		expect(heatMap(segments, { from: '2026-11-01', to: '2026-11-02' }).states.get('core-01')).toEqual([
			null,
			'unknown',
		]);
	});

	it('shows the worst of a day: drift before unknown before in sync', () => {
		const runs = [
			runOn('2026-11-01T06:00:00.000Z', { drifted: ['a'], unknown: [['b', 'timed out']] }),
			runOn('2026-11-01T07:00:00.000Z', { inSync: ['a', 'b'] }),
			runOn('2026-11-01T08:00:00.000Z', { unknown: [['a', 'timed out']] }),
		];

		const { states } = heatMap([month('2026-11', runs)], { from: '2026-11-01', to: '2026-11-01' });

		expect([states.get('a'), states.get('b')]).toEqual([['drifted'], ['unknown']]);
	});

	it('leaves a day without an audit empty, and a device without trouble out', () => {
		const runs = [runOn('2026-11-01T06:00:00.000Z'), runOn('2026-11-03T06:00:00.000Z')];

		const { states, quiet } = heatMap([month('2026-11', runs)], { from: '2026-11-01', to: '2026-11-03' });

		expect(states.size).toBe(0);
		expect(quiet('edge-01')).toEqual(['in-sync', null, 'in-sync']);
	});

	it('says nothing of a device before the audit that saw it first', () => {
		const runs = [
			runOn('2026-11-01T06:00:00.000Z'),
			runOn('2026-11-02T06:00:00.000Z', { added: ['new', 'good'], drifted: ['new'] }),
			runOn('2026-11-03T06:00:00.000Z', { added: ['late'] }),
			runOn('2026-11-04T06:00:00.000Z', { drifted: ['late'], inSync: ['new'] }),
		];

		const { states, quiet } = heatMap([month('2026-11', runs)], { from: '2026-11-01', to: '2026-11-04' });

		expect(states.get('new')).toEqual([null, 'drifted', 'drifted', 'in-sync']);
		expect(states.get('late')).toEqual([null, null, 'in-sync', 'drifted']);
		expect(quiet('good')).toEqual([null, 'in-sync', 'in-sync', 'in-sync']);
		expect(quiet('old')).toEqual(['in-sync', 'in-sync', 'in-sync', 'in-sync']);
	});

	it('knows what happened before the first day that it shows', () => {
		const runs = [runOn('2026-11-01T06:00:00.000Z', { drifted: ['a'] }), runOn('2026-11-20T06:00:00.000Z')];

		const { states } = heatMap([month('2026-11', runs)], { from: '2026-11-20', to: '2026-11-20' });

		expect(states.get('a')).toEqual(['drifted']);
	});
});

describe('badDays', () => {
	it('counts days on which a device was not in sync', () => {
		expect(badDays(['drifted', 'unknown', 'in-sync', null])).toBe(2);
	});
});
