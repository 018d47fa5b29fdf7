import { describe, expect, it } from 'vitest';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';
import { dayOf, timelineOf } from '../../support/timelines.ts';

const report = aReport({
	runId: 'run-3',
	devices: [aDevice({ name: 'a', changes: [aChange()] }), aDevice({ name: 'b' })],
});

describe('summariseRun', () => {
	it('keeps the figures and what was new', () => {
		const before = timelineOf('a', [1, 'in-sync']);
		const after = timelineOf('a', [1, 'in-sync'], [3, 'f1']);

		expect(summariseRun(report, { changed: [{ before, after }] })).toEqual({
			schemaVersion: 2,
			runId: 'run-3',
			startedAt: '2026-11-23T07:30:00.000Z',
			durationMs: 12_345,
			mode: 'audit',
			fleet: report.fleet,
			transitions: [{ name: 'a', before: 'in-sync', status: 'drifted', reason: null, fingerprint: 'f1' }],
		});
	});

	it('does not tell that a new device is in sync', () => {
		const change = { before: timelineOf('b'), after: timelineOf('b', [3, 'in-sync']) };

		expect(summariseRun(report, { changed: [change] }).transitions).toEqual([]);
	});

	it('says what a later run saw, with its time, where this one came late', () => {
		const before = timelineOf('a', [1, 'f1']);
		const after = timelineOf('a', [1, 'f1'], [3, 'in-sync'], [5, 'f1']);

		expect(summariseRun(report, { changed: [{ before, after }] }).transitions).toEqual([
			{ name: 'a', before: 'drifted', status: 'in-sync', reason: null, fingerprint: null },
			{
				name: 'a',
				before: 'in-sync',
				status: 'drifted',
				reason: null,
				fingerprint: 'f1',
				at: dayOf(5),
				runId: 'run-5',
			},
		]);
	});

	it('has a length that does not depend on the fleet when nothing changed', () => {
		const large = aReport({ devices: Array.from({ length: 500 }, (_, index) => aDevice({ name: `d${index}` })) });
		const lengthOf = (one: typeof report): number => JSON.stringify(summariseRun(one)).length;

		expect(lengthOf(large)).toBeLessThan(lengthOf(report) + 20);
	});

	it('holds no text of a device', () => {
		const canary = aReport({
			devices: [
				aDevice({ changes: [aChange({ line: 'canary' })], metadata: { lastChangedBy: 'canary' }, message: 'canary' }),
			],
			warnings: ['canary'],
		});

		expect(JSON.stringify(summariseRun(canary))).not.toContain('canary');
	});
});
