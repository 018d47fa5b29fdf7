import { describe, expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../../../src/domain/fleet-report.ts';
import { asReport, type FleetState, presentState } from '../../../../src/domain/history/fleet-state.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { deviceReport, fleetReport } from '../../../support/git/fleet-reports.ts';

/** The state after audits in which a device was so. */
function after(...audits: readonly Partial<DeviceReport>[]): FleetState | null {
	return audits.reduce<FleetState | null>((before, device, index) => {
		const report = fleetReport(String(index), [deviceReport('core-01', device)]);
		return atOnce(presentState(report, { masks: [], before }));
	}, null);
}

const linesAfter = (...audits: readonly Partial<DeviceReport>[]): number | undefined =>
	after(...audits)?.devices[0]?.lines;

const lastedAfter = (...durations: readonly number[]): number | undefined =>
	after(...durations.map((durationMs) => ({ durationMs })))?.devices[0]?.durationMs;

const judged = (total: number): Partial<DeviceReport> => ({ masked: { lines: 0, total, patterns: {} } });
const unknown: Partial<DeviceReport> = { status: 'unknown', reason: 'incomplete' };

describe('how long a device takes', () => {
	it('stays while it is about the same, within a factor of four', () => {
		expect(lastedAfter(800, 200, 3_200, 500)).toBe(800);
	});

	it('follows a device that has become slower or faster', () => {
		expect(lastedAfter(800, 9_000)).toBe(9_000);
		expect(lastedAfter(9_000, 800)).toBe(800);
	});

	it('is not written anew for one device in a hundred that has a bad day', () => {
		const audit = (slow: number): FleetReport =>
			fleetReport(
				'x',
				Array.from({ length: 100 }, (_, index) =>
					deviceReport(`core-${index}`, { durationMs: index < slow ? 9_000 : 900 }),
				),
			);
		const before = atOnce(presentState(audit(0), { masks: [], before: null }));
		const slowAfter = (slow: number): number =>
			atOnce(presentState(audit(slow), { masks: [], before })).devices.filter(({ durationMs }) => durationMs === 9_000)
				.length;

		expect([1, 2].map(slowAfter)).toEqual([0, 2]);
	});
});

describe('how long a config was', () => {
	it('is 0 until it is judged', () => {
		expect(linesAfter(unknown)).toBe(0);
		expect(linesAfter(unknown, judged(400))).toBe(400);
	});

	it('stays while it is about the same, so that the branch does not grow by it', () => {
		expect(linesAfter(judged(400), judged(440))).toBe(400);
		expect(linesAfter(judged(400), judged(360))).toBe(400);
		expect(linesAfter(judged(400), judged(441))).toBe(441);
		expect(linesAfter(judged(400), judged(40))).toBe(40);
	});

	it('stays while the device cannot be judged', () => {
		expect(linesAfter(judged(400), unknown, unknown)).toBe(400);
	});

	it('is not that of the platform that the device was', () => {
		expect(linesAfter(judged(400), { ...unknown, platform: 'cisco_nxos' })).toBe(0);
	});

	it('stays through an audit of other devices', () => {
		const before = after(judged(400));
		const report = before && atOnce(asReport(before));

		expect(report?.devices[0]).not.toHaveProperty('lines');
		expect(report && atOnce(presentState(report, { masks: [], before })).devices[0]?.lines).toBe(400);
	});
});
