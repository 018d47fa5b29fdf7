import { describe, expect, it } from 'vitest';
import { fleetHistoryInSteps, type PastOfFleet } from '../../../../src/domain/history/fleet-history.ts';
import { summariseRun } from '../../../../src/domain/run-summary.ts';
import { fleetHistory } from '../../../support/at-once.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';
import { dayOf, timelineOf } from '../../../support/timelines.ts';

const DAY_MS = 86_400_000;
const PERIOD = { since: Date.parse(dayOf(10)), now: Date.parse(dayOf(20)), unseenDays: 7 };

function past(overrides: Partial<PastOfFleet> = {}): PastOfFleet {
	const { timelines = [] } = overrides;
	return {
		lastAudit: null,
		runs: [],
		drifts: [],
		masks: [],
		asked: new Set(timelines.map(({ name }) => name)),
		timelines,
		...overrides,
	};
}

describe('fleetHistory', () => {
	it('knows when the newest audit was, also from before the period', () => {
		expect(fleetHistory(past({ lastAudit: dayOf(2) }), PERIOD)).toMatchObject({ lastAudit: dayOf(2), trend: [] });
	});

	it('lists what is open, the longest first, also from before the period', () => {
		const timelines = [
			timelineOf('young', [1, 'in-sync'], [15, 'f1']),
			timelineOf('mended', [2, 'f1'], [12, 'in-sync']),
			timelineOf('old', [3, 'f1']),
		];

		expect(fleetHistory(past({ timelines }), PERIOD).open).toEqual([
			{ name: 'old', status: 'drifted', since: dayOf(3) },
			{ name: 'young', status: 'drifted', since: dayOf(15) },
		]);
	});

	it('counts no drift as open of a device that has left the fleet', () => {
		const timelines = [timelineOf('gone', [11, 'f1'], [12, 'in-sync'], [13, 'f2']), timelineOf('here', [14, 'f1'])];

		const { open, repair } = fleetHistory(past({ timelines, asked: new Set(['here']) }), PERIOD);

		expect(open.map(({ name }) => name)).toEqual(['here']);
		expect(repair).toMatchObject({ repaired: 1, open: 1 });
	});

	it('tells what changed in the period, newest first, with what was before', () => {
		const timelines = [timelineOf('a', [9, 'in-sync'], [11, 'f1']), timelineOf('b', [12, 'in-sync'])];

		const { transitions } = fleetHistory(past({ timelines }), PERIOD);

		expect(transitions.map(({ name, before, status }) => [name, before, status])).toEqual([
			['b', null, 'in-sync'],
			['a', 'in-sync', 'drifted'],
		]);
	});

	it('takes the mean and the median of what was repaired in the period', () => {
		const timelines = [
			timelineOf('before', [1, 'f1'], [9, 'in-sync']),
			timelineOf('a', [10, 'f1'], [11, 'in-sync']),
			timelineOf('b', [10, 'f1'], [12, 'in-sync']),
			timelineOf('c', [8, 'f1'], [20, 'in-sync']),
			timelineOf('d', [18, 'f1']),
		];

		expect(fleetHistory(past({ timelines }), PERIOD).repair).toEqual({
			repaired: 3,
			meanMs: 5 * DAY_MS,
			medianMs: 2 * DAY_MS,
			open: 1,
		});
	});

	it('calls a device that changed its status four times flapping, and other drift no change of status', () => {
		const timelines = [
			timelineOf('restless', [9, 'in-sync'], [10, 'f1'], [11, 'in-sync'], [12, 'unknown'], [13, 'f1']),
			timelineOf('drifting', [9, 'f0'], [10, 'f1'], [11, 'f2'], [12, 'f3'], [13, 'f4'], [14, 'f5']),
			timelineOf('calm', [7, 'f1'], [8, 'in-sync'], [10, 'f1'], [11, 'in-sync'], [12, 'f1']),
		];

		expect(fleetHistory(past({ timelines }), PERIOD).flapping).toEqual([{ name: 'restless', changes: 4 }]);
	});

	it('names devices that were unknown for long and those that the last audit left out', () => {
		const timelines = [
			timelineOf('just-now', [19, 'unknown']),
			timelineOf('silent', [1, 'f1'], [13, 'unknown']),
			timelineOf('sold', [5, 'in-sync']),
		];
		const { unseen, open } = fleetHistory(past({ timelines, asked: new Set(['just-now', 'silent']) }), PERIOD);

		expect(unseen).toEqual([
			{ name: 'sold', why: 'gone', since: dayOf(5) },
			{ name: 'silent', why: 'unknown', since: dayOf(13) },
		]);
		expect(open.map(({ name }) => name)).toEqual(['silent', 'just-now']);
	});

	it('shows health and coverage by day, as the last audit of the day found them', () => {
		const run = (runId: string, startedAt: string, mode: 'audit' | 'preflight' = 'audit') =>
			summariseRun(fleetReport(runId, [deviceReport('a'), driftedDevice('b', 'f1')], { startedAt, mode }));
		const runs = [
			run('late', '2026-11-12T18:00:00.000Z'),
			{ ...run('early', '2026-11-12T06:00:00.000Z'), fleet: { ...run('x', dayOf(12)).fleet, health: 0 } },
			run('check', '2026-11-12T19:00:00.000Z', 'preflight'),
			run('before', '2026-11-09T06:00:00.000Z'),
			run('next', '2026-11-14T06:00:00.000Z'),
		];

		expect(fleetHistory(past({ runs }), PERIOD).trend).toEqual([
			{ day: '2026-11-12', runs: 2, devices: 2, drifted: 1, unknown: 0, health: 50, coverage: 100 },
			{ day: '2026-11-14', runs: 1, devices: 2, drifted: 1, unknown: 0, health: 50, coverage: 100 },
		]);
	});

	it('tells of a large past in many steps, in the order of few times', () => {
		const days = Array.from({ length: 20 }, (_, day) => [day + 1, day % 2 === 0 ? 'f1' : 'in-sync'] as const);
		const timelines = Array.from({ length: 5_000 }, (_, index) => timelineOf(`r${index}`, ...days));
		const work = fleetHistoryInSteps(past({ timelines }), { ...PERIOD, since: 0 });
		let steps = 0;
		let told = work.next();
		for (; told.done !== true; told = work.next()) steps += 1;
		const { transitions, flapping } = told.value;

		expect(steps).toBeGreaterThan(200);
		expect(transitions).toHaveLength(100_000);
		expect(flapping).toHaveLength(5_000);
		expect([0, 1, 4_999, 5_000, 99_999].map((place) => transitions[place])).toMatchObject([
			{ at: dayOf(20), name: 'r0' },
			{ at: dayOf(20), name: 'r1' },
			{ at: dayOf(20), name: 'r4999' },
			{ at: dayOf(19), name: 'r0' },
			{ at: dayOf(1), name: 'r4999' },
		]);
	});
});
