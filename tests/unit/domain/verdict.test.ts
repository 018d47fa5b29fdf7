import { describe, expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../../src/domain/fleet-report.ts';
import { judge, overridePolicy, type Policy } from '../../../src/domain/verdict.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

const policy = (overrides: Partial<Policy> = {}): Policy => ({
	scope: 'full',
	failOn: ['drift'],
	minHealth: null,
	...overrides,
});
const inSync = aDevice({ name: 'a' });
const drifted = aDevice({ name: 'b', changes: [aChange()] });
const unknown = aDevice({ name: 'c', status: 'unknown', reason: 'unreachable', reachable: false });
const cancelled = aDevice({ name: 'f', status: 'unknown', reason: 'timed-out', cancelled: true, reachable: false });
const planned = aDevice({ name: 'd', changes: [aChange({ class: 'planned' })] });
const conflict = aDevice({ name: 'e', changes: [aChange({ class: 'conflict' })] });
const report = (...devices: readonly DeviceReport[]): FleetReport => aReport({ devices });

describe('judge', () => {
	it('says so where nothing could be judged and the run passes all the same', () => {
		const caveat = (judged: FleetReport, failOn: Policy['failOn']): string | null =>
			judge(judged, policy({ failOn })).caveat;

		expect(caveat(report(unknown), ['drift'])).toMatch(/^no device could be judged.+add unknown to fail-on/);
		expect(caveat(report(unknown), ['drift', 'unknown'])).toBeNull();
		expect(caveat(report(unknown), [])).toBeNull();
		expect(caveat(report(unknown, inSync), ['drift'])).toBeNull();
		expect(caveat(report(), ['drift'])).toBeNull();
	});

	it('says nothing of that where nothing is intended, as of a device that a change takes away', () => {
		const removed = aDevice({ name: 'g', status: 'unknown', reason: 'no-intended', reachable: true });

		expect(judge(report(removed), policy()).caveat).toBeNull();
		expect(judge(report(removed, unknown), policy()).caveat).not.toBeNull();
	});

	it.each([
		['everything in sync', report(inSync), policy(), 'in-sync', 'success', 0],
		['drift that fail-on names', report(inSync, drifted, unknown), policy(), 'drifted', 'failure', 1],
		['drift that it does not name', report(inSync, drifted), policy({ failOn: [] }), 'drifted', 'neutral', 0],
		['an unknown device', report(inSync, unknown), policy(), 'unknown', 'neutral', 0],
		[
			'an unknown device that counts',
			report(inSync, unknown),
			policy({ failOn: ['unknown'] }),
			'unknown',
			'action_required',
			3,
		],
		[
			'drift and unknown that count',
			report(drifted, unknown),
			policy({ failOn: ['unknown', 'drift'] }),
			'drifted',
			'failure',
			1,
		],
		[
			'drift that does not count beside unknown that does',
			report(drifted, unknown),
			policy({ failOn: ['unknown'] }),
			'drifted',
			'action_required',
			3,
		],
		['a run that was cancelled', report(inSync, cancelled), policy({ failOn: [] }), 'unknown', 'cancelled', 3],
		['drift in a run that was cancelled', report(drifted, cancelled), policy(), 'drifted', 'failure', 1],
		['health below the bound', report(inSync, drifted), policy({ failOn: [], minHealth: 95 }), 'drifted', 'failure', 1],
		['health at the bound', report(inSync, drifted), policy({ failOn: [], minHealth: 50 }), 'drifted', 'neutral', 0],
		['no health at all, where a bound is', report(unknown), policy({ minHealth: 95 }), 'unknown', 'action_required', 3],
		['no health at all, where none is', report(unknown), policy(), 'unknown', 'neutral', 0],
		['a fleet of nobody, where a bound is', report(), policy({ minHealth: 95 }), 'unknown', 'neutral', 0],
		['planned changes', report(planned), policy({ failOn: ['drift', 'conflict', 'unknown'] }), 'in-sync', 'success', 0],
		['a conflict that fail-on names', report(conflict), policy({ failOn: ['conflict'] }), 'drifted', 'failure', 1],
		['a conflict, which is drift too', report(conflict), policy(), 'drifted', 'failure', 1],
		[
			'drift beside the conflicts that count',
			report(drifted),
			policy({ failOn: ['conflict'] }),
			'drifted',
			'neutral',
			0,
		],
		['an audit of nobody', report(), policy(), 'unknown', 'neutral', 0],
	] as const)('judges %s', (_, fleetReport, by, verdict, conclusion, exitCode) => {
		expect(judge(fleetReport, by)).toMatchObject({ verdict, conclusion, exitCode });
	});

	it('takes a pull request that touches no device for fine', () => {
		expect(judge(aReport({ mode: 'preflight', devices: [] }), policy())).toMatchObject({
			verdict: 'in-sync',
			exitCode: 0,
			summary: 'this change touches no device',
		});
	});

	it('says in its sentence that health is below the bound, and nothing of a bound that is kept', () => {
		const half = report(inSync, drifted);

		expect(judge(half, policy({ minHealth: 95 })).summary).toBe(
			'1 of 2 devices drifted; health 50 %, below the required 95 %, coverage 100 %',
		);
		expect(judge(half, policy({ minHealth: 50 })).summary).toBe('1 of 2 devices drifted; health 50 %, coverage 100 %');
		expect(judge(report(unknown), policy({ minHealth: 95 })).summary).toBe(
			'the one device is unknown; coverage 0 %, no device reachable, but a health of 95 % is required',
		);
	});
});

describe('overridePolicy', () => {
	const ofFleet = { scope: 'declared', failOn: ['drift'], minHealth: 90 } as const;

	it('keeps what fleet.yml says where nothing else is said', () => {
		expect(overridePolicy(ofFleet, { failOn: null, minHealth: null })).toEqual(ofFleet);
	});

	it('lets what was said win, also where that is no word and zero', () => {
		expect(overridePolicy(ofFleet, { failOn: [], minHealth: 0 })).toEqual({
			scope: 'declared',
			failOn: [],
			minHealth: 0,
		});
	});
});
