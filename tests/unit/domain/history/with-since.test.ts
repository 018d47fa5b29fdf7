import { describe, expect, it } from 'vitest';
import { devicesWithSince, withSince } from '../../../../src/domain/history/with-since.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';
import { dayOf, timelineOf } from '../../../support/timelines.ts';

const unknown = deviceReport('lost', { status: 'unknown', reason: 'unreachable', reachable: false });
const report = fleetReport('now', [deviceReport('calm'), driftedDevice('edge', 'f2'), unknown], {
	startedAt: dayOf(20),
});
const sinceByName = (...timelines: Parameters<typeof withSince>[1]) =>
	Object.fromEntries(atOnce(withSince(report, timelines)).devices.map(({ name, since }) => [name, since]));

describe('withSince', () => {
	it('takes the beginning of a drift that goes on, also where it is another one now', () => {
		expect(sinceByName(timelineOf('edge', [1, 'in-sync'], [8, 'f1']), timelineOf('lost', [5, 'unknown']))).toEqual({
			calm: null,
			edge: dayOf(8),
			lost: dayOf(5),
		});
	});

	it('takes this run where the device was in sync before, or was never seen', () => {
		expect(sinceByName(timelineOf('edge', [8, 'f1'], [10, 'in-sync']))).toEqual({
			calm: null,
			edge: dayOf(20),
			lost: dayOf(20),
		});
	});

	it('has a place to give way between some hundred devices', () => {
		const many = {
			...report,
			devices: Array.from({ length: 2000 }, (_, index) => driftedDevice(`edge-${index}`, 'f1')),
		};

		expect([...withSince(many, [])]).toHaveLength(3);
	});

	it('says nothing of devices that a pre-flight check could not judge', () => {
		const preflight = { ...report, mode: 'preflight' as const };

		expect(devicesWithSince(preflight)).toEqual(['edge']);
		expect(atOnce(withSince(preflight, [])).devices.map(({ since }) => since)).toEqual([null, dayOf(20), null]);
	});
});
