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

	it('tells of a new device that is in sync no more than its name, and of a whole new fleet nothing', () => {
		const change = { before: timelineOf('b'), after: timelineOf('b', [3, 'in-sync']) };

		expect(summariseRun(report, { changed: [change] })).toMatchObject({ transitions: [], added: ['b'] });
		expect(summariseRun(report, { changed: [change], isFirst: true })).not.toHaveProperty('added');
	});

	it('calls no device new that drifts, or was there before', () => {
		const drifts = { before: timelineOf('a'), after: timelineOf('a', [3, 'f1']) };
		const mended = { before: timelineOf('b', [1, 'f1']), after: timelineOf('b', [1, 'f1'], [3, 'in-sync']) };

		expect(summariseRun(report, { changed: [drifts, mended] })).not.toHaveProperty('added');
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
