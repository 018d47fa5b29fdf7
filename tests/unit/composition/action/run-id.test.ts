import { describe, expect, it } from 'vitest';
import type { ActionRun } from '../../../../src/composition/action/action-run.ts';
import { attemptId, auditRunId } from '../../../../src/composition/action/run-id.ts';
import { reportPath } from '../../../../src/infrastructure/results-branch/history-paths.ts';

function aRun(reportKey: string): Pick<ActionRun, 'context' | 'inputs'> {
	return { context: { runId: 9000, runAttempt: 2 }, inputs: { reportKey } } as ActionRun;
}

describe('auditRunId', () => {
	it('is that of the attempt, and another one for each further audit of one workflow', () => {
		expect(auditRunId(aRun('fleet'))).toBe('9000-2');
		expect(auditRunId(aRun('ams'))).toBe('9000-2-ams');
		expect(attemptId(aRun('ams'))).toBe('9000-2');
	});

	it('is a file name for every key', () => {
		for (const key of ['a', 'a..b', 'a...', '9._-', 'x'.repeat(64)]) {
			expect(reportPath({ startedAt: '2026-11-28T00:00:00.000Z', runId: auditRunId(aRun(key)) })).toMatch(
				/\/9000-2-\S+$/u,
			);
		}
	});
});
