import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../src/domain/run-summary.ts';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { compareRuns, readHistory } from '../../../src/reporting/run-history.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

const run = (
	day: number,
	drifted: readonly string[],
	unknown: readonly string[] = [],
	mode: 'audit' | 'preflight' = 'audit',
): RunSummary =>
	summariseRun(
		aReport({
			mode,
			startedAt: `2026-11-0${day}T00:00:00.000Z`,
			devices: [
				...drifted.map((name) => aDevice({ name, changes: [aChange()] })),
				...unknown.map((name) => aDevice({ name, status: 'unknown' })),
			],
		}),
	);

describe('readHistory', () => {
	it('says since when a device has its state without a break', () => {
		const history = readHistory([run(4, ['a']), run(1, ['a']), run(2, []), run(3, ['a'])]);

		expect(history.since('a')).toBe('2026-11-03T00:00:00.000Z');
		expect(history.statesOf('a', 3)).toEqual(['in-sync', 'drifted', 'drifted']);
	});

	it('leaves out pre-flight checks', () => {
		expect(readHistory([run(1, ['a'], [], 'preflight')]).runs).toEqual([]);
	});

	it('knows nothing without runs', () => {
		expect(readHistory([]).since('a')).toBeNull();
	});
});

describe('compareRuns', () => {
	it('does not take a device that could not be read for mended', () => {
		expect(compareRuns(run(2, ['c'], ['b']), run(1, ['a', 'b']))).toEqual({ started: ['c'], ended: ['a'] });
	});
});
