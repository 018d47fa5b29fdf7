import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { IssueTracker } from '../../support/issue-tracker.ts';
import { aChange, aDevice, aReport } from '../../support/report-fixtures.ts';

/** What a run makes of one device; `away`: it did not look at it, or it is no longer in the fleet. */
const outcome = fc.constantFrom('ok', 'unknown', 'away', 'ntp', 'dns', 'snmp');
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const runs = fc.array(
	fc.record({
		outcomes: fc.array(outcome, { minLength: NAMES.length, maxLength: NAMES.length }),
		handClosed: fc.nat(5),
		selected: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 12 },
);
const history = fc.record({ runs, maxDeviceIssues: fc.constantFrom(0, 2, 4, 20) });

function reportOf(outcomes: readonly string[], hour: number, selected: boolean): FleetReport {
	const devices = NAMES.flatMap((name, index) => {
		const state = outcomes[index] ?? 'away';
		if (state === 'away') return [];
		if (state === 'ok') return [aDevice({ name })];
		if (state === 'unknown') return [aDevice({ name, status: 'unknown' })];
		return [aDevice({ name, changes: [aChange({ line: state })], fingerprint: state })];
	});
	const startedAt = new Date(Date.UTC(2026, 10, 23, hour)).toISOString();
	return aReport({ startedAt, devices, ...(selected ? { selected } : {}) });
}

/** Plays a history and looks at every run of it. */
function play(
	{ runs: played, maxDeviceIssues }: typeof history extends fc.Arbitrary<infer History> ? History : never,
	look: (step: {
		tracker: IssueTracker;
		report: FleetReport;
		before: readonly string[];
		closed: readonly string[];
	}) => void,
): void {
	const tracker = new IssueTracker({ maxDeviceIssues });
	for (const [hour, { outcomes, handClosed, selected }] of played.entries()) {
		if (tracker.issues.some(({ number }) => number === handClosed)) tracker.close(handClosed);
		const report = reportOf(outcomes, hour, selected);
		const before = tracker.openDevices;
		tracker.run(report);
		const after = new Set(tracker.openDevices);
		look({ tracker, report, before, closed: before.filter((name) => !after.has(name)) });
	}
}

describe('planIssues', () => {
	it('lets a device out of its issue only when it was measured to be in sync, or has left the fleet', () => {
		fc.assert(
			fc.property(history, (played) => {
				play(played, ({ report, closed }) => {
					const { devices, selected } = report;
					const inSync = devices.filter(({ status }) => status === 'in-sync').map(({ name }) => name);
					const there = devices.map(({ name }) => name);
					const isWhole = selected !== true && there.length > 0;
					const gone = isWhole ? NAMES.filter((name) => !there.includes(name)) : [];
					expect([...inSync, ...gone]).toEqual(expect.arrayContaining([...closed]));
				});
			}),
		);
	});

	it('has every drifted device in exactly one open issue', () => {
		fc.assert(
			fc.property(history, (played) => {
				play(played, ({ tracker, report }) => {
					const drifted = report.devices.filter(({ status }) => status === 'drifted').map(({ name }) => name);
					expect(tracker.openDevices).toEqual(expect.arrayContaining(drifted));
					expect(new Set(tracker.openDevices).size).toBe(tracker.openDevices.length);
				});
			}),
		);
	});

	it('never has a device in sync in an open issue', () => {
		fc.assert(
			fc.property(history, (played) => {
				play(played, ({ tracker, report }) => {
					const inSync = report.devices.filter(({ status }) => status === 'in-sync').map(({ name }) => name);
					expect(tracker.openDevices.filter((name) => inSync.includes(name))).toEqual([]);
				});
			}),
		);
	});

	it('has nothing to do in a second run that says the same', () => {
		fc.assert(
			fc.property(history, (played) => {
				play(played, ({ tracker, report }) => {
					const later = { ...report, startedAt: new Date(Date.parse(report.startedAt) + 60_000).toISOString() };
					expect(tracker.plan(later)).toEqual([]);
				});
			}),
		);
	});

	it('never opens more issues than are wished', () => {
		fc.assert(
			fc.property(history, (played) => {
				play(played, ({ tracker }) => {
					const open = tracker.issues.filter(({ open, state }) => open && state.kind === 'device');
					expect(open.length).toBeLessThanOrEqual(tracker.maxDeviceIssues);
				});
			}),
		);
	});
});
