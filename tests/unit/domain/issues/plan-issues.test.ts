import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../../src/domain/fleet-report.ts';
import { ownersOf } from '../../../../src/domain/issues/owner-rule.ts';
import { planIssues } from '../../../../src/domain/issues/plan-issues.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { IssueTracker } from '../../../support/issue-tracker.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

type State = 'ok' | 'unknown' | string;

/** A report on hour `hour` of a day: `ok`, `unknown`, or the line that drifts. */
function reportAt(hour: number, states: Readonly<Record<string, State>>): FleetReport {
	const devices = Object.entries(states).map(([name, state]) => {
		if (state === 'ok') return aDevice({ name });
		if (state === 'unknown') return aDevice({ name, status: 'unknown' });
		return aDevice({ name, changes: state.split(',').map((line) => aChange({ line })), fingerprint: state });
	});
	return aReport({ startedAt: `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`, devices });
}

function said(actions: ReturnType<IssueTracker['plan']>): string[] {
	return actions.map(({ action, about }) => `${action} ${about.kind === 'device' ? about.state.device : 'roll-up'}`);
}

describe('planIssues for one issue per device', () => {
	it('opens one for a drifted device, leaves it alone while nothing changes, and closes it in sync', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });

		expect(said(tracker.run(reportAt(1, { a: 'ntp', b: 'ok' })))).toEqual(['create a']);
		expect(said(tracker.run(reportAt(2, { a: 'ntp', b: 'ok' })))).toEqual([]);
		expect(said(tracker.run(reportAt(3, { a: 'ok', b: 'ok' })))).toEqual(['close a']);
		expect(said(tracker.run(reportAt(4, { a: 'ok', b: 'ok' })))).toEqual([]);
	});

	it('tells since when, and what is new and gone', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp,dns' }));

		const [update] = tracker.run(reportAt(5, { a: 'ntp,snmp,aaa' }));

		expect(update).toMatchObject({
			action: 'update',
			about: {
				state: { since: '2026-11-23T01:00:00.000Z', writtenAt: '2026-11-23T05:00:00.000Z' },
				news: { before: '2026-11-23T01:00:00.000Z', added: [{ line: 'snmp' }, { line: 'aaa' }], gone: 1 },
			},
		});
	});

	it('takes no secret for new whose fingerprint is of another run', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'enable secret <secret:1f3a9c>' }));

		const [update] = tracker.run(reportAt(2, { a: 'enable secret <secret:77d0e2>,dns' }));

		expect(update?.about.news).toMatchObject({ added: [{ line: 'dns' }], gone: 0 });
	});

	it('opens the same issue again, and counts from then on', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp' }));
		tracker.run(reportAt(2, { a: 'ok' }));

		const [again] = tracker.run(reportAt(3, { a: 'dns' }));

		expect(again).toMatchObject({ action: 'reopen', number: 1, about: { news: null } });
		expect(again?.about.state).toMatchObject({ since: '2026-11-23T03:00:00.000Z' });
	});

	it('opens an issue again that was closed by hand, and counts from the start', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp' }));
		tracker.close(1);

		const [again] = tracker.run(reportAt(2, { a: 'ntp' }));

		expect(again).toMatchObject({
			action: 'reopen',
			number: 1,
			about: { state: { since: '2026-11-23T01:00:00.000Z' } },
		});
	});

	it('does not count drift that was mended while the issue was closed by hand', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp' }));
		tracker.close(1);
		tracker.run(reportAt(2, { a: 'ok' }));

		const [again] = tracker.run(reportAt(3, { a: 'ntp' }));

		expect(again).toMatchObject({ action: 'reopen', about: { state: { since: '2026-11-23T03:00:00.000Z' } } });
	});

	it('does nothing about a device that is unknown, or that the run did not look at', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp', b: 'ntp' }));

		expect(said(tracker.run({ ...reportAt(2, { a: 'unknown' }), selected: true }))).toEqual([]);
		expect(tracker.openDevices).toEqual(['a', 'b']);
	});

	it('closes the issue of a device that has left the fleet, and goes on with it should it come back', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp', b: 'ntp' }));

		const [gone, ...others] = tracker.run(reportAt(2, { a: 'ntp' }));
		expect(gone).toMatchObject({ action: 'close', number: 2, about: { device: null, state: { fingerprint: 'ntp' } } });
		expect(others).toEqual([]);
		expect(said(tracker.run(reportAt(3, { a: 'ntp' })))).toEqual([]);

		const [back] = tracker.run(reportAt(4, { a: 'ntp', b: 'ntp' }));
		expect(back).toMatchObject({
			action: 'reopen',
			number: 2,
			about: { state: { since: '2026-11-23T01:00:00.000Z' } },
		});
	});

	it('takes no device for gone where the fleet has none at all', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp' }));

		expect(said(tracker.run(reportAt(2, {})))).toEqual([]);
	});

	it('gives the place of a device that is gone to one that comes', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 1 });
		tracker.run(reportAt(1, { a: 'ntp' }));

		expect(said(tracker.run(reportAt(2, { b: 'ntp' })))).toEqual(['close a', 'create b']);
	});

	it('does nothing in a run that is older than what stands there', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(2, { a: 'ntp' }));

		expect(said(tracker.run(reportAt(1, { a: 'ok', b: 'ntp' })))).toEqual([]);
	});

	it('closes every issue of a device that has several', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		tracker.run(reportAt(1, { a: 'ntp' }));
		const [issue] = tracker.issues;
		if (issue !== undefined) tracker.issues = [issue, { ...issue, number: 2 }];

		expect(said(tracker.run(reportAt(2, { a: 'dns' })))).toEqual(['update a']);
		expect(said(tracker.run(reportAt(3, { a: 'ok' })))).toEqual(['close a', 'close a']);
	});
});

describe('planIssues above the cap', () => {
	it('lets those who come too late share one, and stay there', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 2 });
		tracker.run(reportAt(1, { a: 'ntp' }));

		expect(said(tracker.run(reportAt(2, { a: 'ntp', b: 'ntp', c: 'ntp' })))).toEqual(['create roll-up']);
		expect(said(tracker.run(reportAt(3, { a: 'ok', b: 'ntp', c: 'ntp' })))).toEqual(['close a']);
		expect(said(tracker.run(reportAt(4, { a: 'ok', b: 'ntp', c: 'ok', d: 'ntp' })))).toEqual([
			'create d',
			'update roll-up',
		]);
		expect(tracker.openDevices).toEqual(['d', 'b']);
		expect(said(tracker.run(reportAt(5, { a: 'ok', b: 'ok', c: 'ok', d: 'ok' })))).toEqual([
			'close d',
			'close roll-up',
		]);
	});

	it('tells who joined, who left and who drifts otherwise', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 0 });
		tracker.run(reportAt(1, { a: 'ntp', b: 'ntp', c: 'ntp' }));

		const [update] = tracker.run(reportAt(2, { a: 'ntp', b: 'dns', c: 'ok', d: 'ntp' }));

		expect(update?.about.news).toEqual({
			before: '2026-11-23T01:00:00.000Z',
			joined: ['d'],
			left: ['c'],
			gone: [],
			changed: ['b'],
		});
	});

	it('takes a device that has left the fleet out of a shared issue, and says so', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 0 });
		tracker.run(reportAt(1, { a: 'ntp', b: 'ntp', c: 'ntp' }));

		const [update] = tracker.run(reportAt(2, { a: 'ntp', b: 'ok' }));
		expect(update).toMatchObject({ action: 'update', about: { news: { left: ['b'], gone: ['c'] } } });
		expect(said(tracker.run(reportAt(3, { d: 'ok' })))).toEqual(['close roll-up']);
	});

	it('keeps a shared issue open for a device that is unknown', () => {
		const tracker = new IssueTracker({ maxDeviceIssues: 0 });
		tracker.run(reportAt(1, { a: 'ntp', b: 'ntp' }));

		expect(said(tracker.run(reportAt(2, { a: 'ok', b: 'unknown' })))).toEqual(['update roll-up']);
		expect(tracker.openDevices).toEqual(['b']);
	});

	it('keeps a shared issue open while one may be unknown that it had no room to name', () => {
		const names = Array.from({ length: 2000 }, (_, index) => `a-device-with-a-long-name-${index}`);
		const tracker = new IssueTracker({ maxDeviceIssues: 20 });
		const all = (state: State): Record<string, State> => Object.fromEntries(names.map((name) => [name, state]));
		tracker.run(reportAt(1, all('ntp')));
		expect(tracker.issues).toMatchObject([{ state: { kind: 'roll-up', others: expect.any(Number) } }]);

		expect(said(tracker.run(reportAt(2, all('ntp'))))).toEqual([]);
		expect(said(tracker.run(reportAt(3, { ...all('ok'), [names.at(-1) ?? '']: 'unknown' })))).toEqual([]);
		expect(said(tracker.run({ ...reportAt(4, { [names[0] ?? '']: 'ok' }), selected: true }))).not.toContain(
			'close roll-up',
		);
		expect(said(tracker.run(reportAt(5, all('ok'))))).toEqual(['close roll-up']);
	});
});

describe('planIssues for a large fleet', () => {
	it('has places to give way between devices, shared issue or not', () => {
		const names = Array.from({ length: 2000 }, (_, index) => `edge-${index}`);
		const report = reportAt(1, Object.fromEntries(names.map((name) => [name, 'ntp'])));
		const stepsWith = (maxDeviceIssues: number): number =>
			[...planIssues({ key: 'k', report, existing: [], maxDeviceIssues, owners: [] })].length;

		expect(stepsWith(0)).toBeGreaterThan(12);
		expect(stepsWith(2000)).toBeGreaterThan(2000);
	});
});

describe('ownersOf', () => {
	const rules = [
		{ devices: ['*'], assignees: ['noc'], labels: ['drift'] },
		{ devices: ['ams-*', 'fra-*'], assignees: ['anna'], labels: [] },
	];

	it('takes the last rule that matches, as CODEOWNERS does', () => {
		expect(ownersOf(rules, ['ams-1'])).toEqual({ assignees: ['anna'], labels: [] });
		expect(ownersOf(rules, ['lon-1'])).toEqual({ assignees: ['noc'], labels: ['drift'] });
		expect(ownersOf([], ['lon-1'])).toEqual({ assignees: [], labels: [] });
	});

	it('puts the owners of all devices on an issue that they share', () => {
		const report = reportAt(1, { 'ams-1': 'ntp', 'lon-1': 'ntp' });
		const [action] = atOnce(planIssues({ key: 'k', report, existing: [], maxDeviceIssues: 0, owners: rules }));

		expect(action).toMatchObject({ action: 'create', owners: { assignees: ['anna', 'noc'], labels: ['drift'] } });
	});
});
