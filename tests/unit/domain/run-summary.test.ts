import { describe, expect, it } from 'vitest';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

describe('summariseRun', () => {
	it('keeps who drifted, who is unknown and the identity of each drift', () => {
		const report = aReport({
			devices: [
				aDevice({ name: 'a', changes: [aChange()], fingerprint: 'f1' }),
				aDevice({ name: 'b' }),
				aDevice({ name: 'c', status: 'unknown', reason: 'auth-failed' }),
			],
		});

		expect(summariseRun(report)).toEqual({
			schemaVersion: 1,
			runId: '4711-1',
			startedAt: '2026-11-23T07:30:00.000Z',
			durationMs: 12_345,
			mode: 'audit',
			fleet: report.fleet,
			drifted: ['a'],
			unknown: [{ name: 'c', reason: 'auth-failed' }],
			fingerprints: { a: 'f1' },
		});
	});

	it('holds no text of a device', () => {
		const report = aReport({
			devices: [
				aDevice({ changes: [aChange({ line: 'canary' })], metadata: { lastChangedBy: 'canary' }, message: 'canary' }),
			],
			warnings: ['canary'],
		});

		expect(JSON.stringify(summariseRun(report))).not.toContain('canary');
	});

	it('takes a device called __proto__ for a device', () => {
		const summary = summariseRun(
			aReport({ devices: [aDevice({ name: '__proto__', changes: [aChange()], fingerprint: 'f1' })] }),
		);

		expect(JSON.stringify(summary.fingerprints)).toBe('{"__proto__":"f1"}');
	});
});
