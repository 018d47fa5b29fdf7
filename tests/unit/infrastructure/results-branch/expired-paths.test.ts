import { describe, expect, it } from 'vitest';
import { expiredPaths } from '../../../../src/infrastructure/results-branch/expired-paths.ts';

const REPORT = 'data/reports/2026/08/1.json';
const SEGMENT = 'data/runs/2026-08.ndjson';
const at = (time: string, retention = { keepDays: 90 as number | null, reportDays: 90 }) => ({
	asOf: Date.parse(time),
	retention,
});

describe('expiredPaths', () => {
	it('keeps a month until its last day is too old', () => {
		// September begins 90 days before 2026-11-30.
		expect(expiredPaths([REPORT, SEGMENT], at('2026-11-29T23:59:59Z'))).toEqual([]);
		expect(expiredPaths([REPORT, SEGMENT], at('2026-11-30T00:00:00Z'))).toEqual([REPORT, SEGMENT]);
	});

	it('keeps runs for ever unless told otherwise', () => {
		const retention = { keepDays: null, reportDays: 90 };

		expect(expiredPaths([REPORT, SEGMENT], at('2099-01-01T00:00:00Z', retention))).toEqual([REPORT]);
	});

	it('touches nothing else', () => {
		const paths = [
			'README.md',
			'data/latest.json',
			'data/devices/2026-08.json',
			'data/reports/notes.md',
			'x/data/runs/2026-08.ndjson',
		];

		expect(expiredPaths(paths, at('2099-01-01T00:00:00Z'))).toEqual([]);
	});

	it('takes 500 files at most, the oldest first', () => {
		const names = Array.from({ length: 720 }, (_, index) => String(index).padStart(3, '0'));
		const paths = [...names.map((name) => `data/reports/2026/08/${name}.json`), 'data/runs/2026-07.ndjson'];

		const expired = expiredPaths(paths, at('2026-12-01T00:00:00Z'));

		expect(expired).toHaveLength(500);
		expect(expired[0]).toBe('data/runs/2026-07.ndjson');
		expect(expired.at(-1)).toBe('data/reports/2026/08/498.json');
	});
});
