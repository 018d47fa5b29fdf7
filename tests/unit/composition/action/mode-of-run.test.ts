import { describe, expect, it } from 'vitest';
import { endOfRun, modeOfRun } from '../../../../src/composition/action/mode-of-run.ts';

type Run = Parameters<typeof modeOfRun>[0];

function aRun(mode: Run['inputs']['mode'], context: Partial<Run['context']> = {}): Run {
	return {
		inputs: { mode, deadlineMs: 30_000 },
		context: { mode: 'audit', proposed: null, pullRequest: null, ...context },
	};
}

const pullRequest = { number: 5, headSha: 'a', baseSha: 'b', fork: true, restricted: true };
const FORK = { mode: 'preflight', pullRequest } as const;
/** On `pull_request_target`, or where the workflow asks for an audit of it. */
const FORK_ELSEWHERE = { mode: 'audit', pullRequest } as const;

describe('modeOfRun', () => {
	it('is what was asked for, or else what the event is about', () => {
		expect(modeOfRun(aRun('auto'))).toBe('audit');
		expect(modeOfRun(aRun('auto', { mode: 'preflight' }))).toBe('preflight');
		expect(modeOfRun(aRun('audit', { mode: 'preflight' }))).toBe('audit');
		expect(modeOfRun(aRun('merge', FORK))).toBe('merge');
	});

	it('is a pre-flight check for a pull request that gets no secrets, even where an audit was asked for', () => {
		expect(modeOfRun(aRun('audit', FORK))).toBe('preflight');
		expect(modeOfRun(aRun('auto', FORK_ELSEWHERE))).toBe('preflight');
	});
});

describe('endOfRun', () => {
	it('leaves a pre-flight check five seconds more than its deadline, whatever made it one', () => {
		for (const run of [aRun('preflight'), aRun('auto', FORK), aRun('audit', FORK), aRun('auto', FORK_ELSEWHERE)])
			expect(endOfRun(run)).toBe(35_000);
		expect(endOfRun(aRun('auto', { proposed: { headSha: 'a' } as unknown as Run['context']['proposed'] }))).toBe(
			35_000,
		);
	});

	it('bounds no audit, no plan and no merge', () => {
		for (const run of [aRun('audit'), aRun('auto'), aRun('plan', FORK), aRun('merge')])
			expect(endOfRun(run)).toBe(Number.POSITIVE_INFINITY);
	});
});
