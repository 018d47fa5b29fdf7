import { describe, expect, it } from 'vitest';
import { type RunSummary, summariseRun } from '../../../../src/domain/run-summary.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { monthSegment } from '../../../../src/reporting/dashboard/month-segment.ts';
import { aReport } from '../../../support/report-fixtures.ts';

function run(runId: string, overrides: Partial<RunSummary> = {}): RunSummary {
	return { ...summariseRun(aReport({ runId })), ...overrides };
}

const drifted = { name: 'a', before: 'in-sync', status: 'drifted', reason: null, fingerprint: 'f1' } as const;

describe('monthSegment', () => {
	it('has places to give way, between runs and between many devices', () => {
		const transitions = Array.from({ length: 2000 }, (_, index) => ({ ...drifted, name: `edge-${index}` }));

		expect([...monthSegment('2026-11', [run('1', { transitions }), run('2')])]).toHaveLength(6);
	});

	it('tells of each audit who was in another state than before', () => {
		const unknown = { ...drifted, name: 'b', status: 'unknown', reason: 'auth-failed' } as const;

		const { runs } = atOnce(monthSegment('2026-11', [run('1', { transitions: [drifted, unknown] }), run('2')]));

		expect(runs.map((one) => [one.id, one.drifted, one.inSync, one.unknown])).toEqual([
			['1', ['a'], [], [['b', 'login refused']]],
			['2', [], [], []],
		]);
	});

	it('gives what a late run says of the one after it to that one', () => {
		const late = run('late', {
			transitions: [
				{ ...drifted, status: 'in-sync' },
				{ ...drifted, at: '2026-11-24T00:00:00.000Z', runId: 'next' },
			],
		});

		const { runs } = atOnce(monthSegment('2026-11', [late, run('next')]));

		expect(runs.map((one) => [one.id, one.drifted, one.inSync])).toEqual([
			['late', [], ['a']],
			['next', ['a'], []],
		]);
	});

	it('names the devices that no audit had seen before, whatever their state', () => {
		const transitions = [drifted, { ...drifted, name: 'b', before: null }];
		const second = run('2', { transitions, added: ['c\u202e'] });
		const addedIn = (runs: readonly RunSummary[]) =>
			atOnce(monthSegment('2026-11', runs)).runs.map(({ added }) => added);

		expect(addedIn([run('1', { transitions }), second, run('3')])).toEqual([undefined, ['c<U+202E>', 'b'], undefined]);
		expect(addedIn([run('1', { transitions, standing: [] })])).toEqual([['b']]);
	});

	it('takes what stood before the month from the line that says so', () => {
		const standing = [{ name: 'a', status: 'drifted' }] as const;

		expect(atOnce(monthSegment('2026-11', [run('late'), run('1', { standing })])).standing).toEqual([['a', 'drifted']]);
	});
});
