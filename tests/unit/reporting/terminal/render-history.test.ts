import { describe, expect, it } from 'vitest';
import { deviceHistory } from '../../../../src/domain/history/device-history.ts';
import type { DeviceTimeline } from '../../../../src/domain/history/device-timeline.ts';
import { summariseRun } from '../../../../src/domain/run-summary.ts';
import { renderDeviceHistory } from '../../../../src/reporting/terminal/render-device-history.ts';
import { renderHistory } from '../../../../src/reporting/terminal/render-history.ts';
import { fleetHistory } from '../../../support/at-once.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';
import { dayOf, timelineOf } from '../../../support/timelines.ts';

const now = Date.parse(dayOf(20));
const since = Date.parse(dayOf(1));
const LOOK = { now, colour: false, width: 100 };

describe('renderHistory', () => {
	it('tells what is open, what changed, who flaps, who is not seen, what keeps drifting, the masks and the trend', () => {
		const timelines = [
			timelineOf('edge-01', [1, 'in-sync'], [8, 'f1']),
			timelineOf('edge-02', [2, 'in-sync'], [3, 'f1'], [5, 'in-sync'], [6, 'f1'], [7, 'in-sync']),
			timelineOf('edge-03', [9, 'unknown']),
		];
		const report = fleetReport('r', [driftedDevice('edge-01', 'f1'), deviceReport('edge-02')], {
			startedAt: dayOf(19),
		});
		const asked = new Set(['edge-01', 'edge-02', 'edge-03']);
		const drifts = ['1', '2', '3'].map((runId) => ({ ...driftedDevice('edge-02', 'f1'), runId, startedAt: dayOf(6) }));
		const masks = [{ id: 'volatile/ios-header', devices: 1, hits: 1_200 }];

		const history = fleetHistory(
			{ lastAudit: dayOf(19), drifts, masks, timelines, asked, runs: [summariseRun(report)] },
			{ since, now, unseenDays: 7 },
		);

		expect(renderHistory(history, LOOK)).toMatchInlineSnapshot(`
			"Since 2026-11-01: 2 drifts fixed after 36 hours on average (half within 24 hours), 1 open
			Last audit 24 hours ago, 2026-11-19 00:00 UTC

			Not in sync
			  edge-01  drifted  for 12 days  2026-11-08 00:00 UTC
			  edge-03  unknown  for 11 days  2026-11-09 00:00 UTC

			Changes
			  2026-11-09 00:00 UTC  edge-03  first audit: unknown (unreachable)
			  2026-11-08 00:00 UTC  edge-01  in sync → drifted
			  2026-11-07 00:00 UTC  edge-02  drifted → in sync
			  2026-11-06 00:00 UTC  edge-02  in sync → drifted
			  2026-11-05 00:00 UTC  edge-02  drifted → in sync
			  2026-11-03 00:00 UTC  edge-02  in sync → drifted

			Back and forth
			  edge-02  4 changes of status

			Not seen
			  edge-03  unknown for 11 days  2026-11-09 00:00 UTC

			Lines that keep drifting
			  3 drifts on 1 device  the same each time  arista_eos  interface # > shutdown

			Masks with the most hits
			  volatile/ios-header  1,200 hits on 1 device

			Trend
			  DAY         HEALTH  COVERAGE  DEVICES  DRIFTED  UNKNOWN  AUDITS
			  2026-11-19  50 %    100 %     2        1        0        1
			"
		`);
	});

	it('keeps to the width of the terminal', () => {
		const timelines = [timelineOf('edge-01', [2, 'f1'], [3, 'in-sync'], [8, 'f1'])];
		const drift = { ...driftedDevice('edge-01', 'f1'), startedAt: dayOf(8) };
		const drifts = [drift, drift, drift].map((device, index) => ({
			...device,
			runId: `run-${index}`,
			changes: device.changes.map((change) => ({ ...change, line: `description ${'x'.repeat(90)} ${index}` })),
		}));
		const history = fleetHistory(
			{ lastAudit: dayOf(19), drifts, masks: [], timelines, asked: new Set(['edge-01']), runs: [] },
			{ since, now, unseenDays: 7 },
		);

		const lines = renderHistory(history, { ...LOOK, width: 80 }).split('\n');

		expect(history.noisy).toHaveLength(1);
		expect(lines.filter((line) => line.length > 80)).toEqual([]);
	});

	it('says so when nothing is open', () => {
		const timelines = [timelineOf('edge-01', [1, 'in-sync'])];
		const history = fleetHistory(
			{ lastAudit: null, drifts: [], masks: [], timelines, asked: new Set(['edge-01']), runs: [] },
			{ since, now, unseenDays: 7 },
		);

		expect(renderHistory(history, LOOK)).toContain('Every device in the last audit is in sync');
	});

	it('shows the first of many rows and where the others are', () => {
		const timelines = Array.from({ length: 45 }, (_, index) => timelineOf(`edge-${index}`, [2, 'f1']));
		const history = fleetHistory(
			{ lastAudit: null, drifts: [], masks: [], timelines, asked: new Set(), runs: [] },
			{ since, now, unseenDays: 7 },
		);

		const lines = renderHistory(history, LOOK).split('\n');
		// Of what changed as of what was not seen.
		expect(lines.filter((line) => line.includes('edge-'))).toHaveLength(2 * 30);
		expect(lines).toContain('  and 15 more; --json has all of them');
	});
});

describe('renderDeviceHistory', () => {
	it('tells since when, how fast it was mended and what differed', () => {
		const { changes } = driftedDevice('edge-01', 'f1');
		const timeline = timelineOf('edge-01', [1, 'in-sync'], [3, 'f0'], [5, 'in-sync'], [8, 'f1'], [10, 'f2']);
		const changesOf = (runId: string) => (runId === 'run-3' ? null : changes);

		expect(renderDeviceHistory(deviceHistory(timeline, { since, changesOf }), LOOK)).toMatchInlineSnapshot(`
			"edge-01: drifted for 12 days, since 2026-11-08 00:00 UTC
			  since 2026-11-01: 1 drift fixed after 2 days on average (half within 2 days), 1 open

			2026-11-10 00:00 UTC  other drift
			           interface Ethernet1
			  +    14    shutdown

			2026-11-08 00:00 UTC  in sync → drifted
			           interface Ethernet1
			  +    14    shutdown

			2026-11-05 00:00 UTC  drifted → in sync

			2026-11-03 00:00 UTC  in sync → drifted
			  what differed is no longer kept

			2026-11-01 00:00 UTC  first audit: in sync
			"
		`);
	});

	it('shows what differs now, however long it has, and that nothing changed since', () => {
		const { changes } = driftedDevice('edge-01', 'f1');
		const period = { since: Date.parse(dayOf(10)), changesOf: () => changes };
		const look = (timeline: DeviceTimeline): string => renderDeviceHistory(deviceHistory(timeline, period), LOOK);

		expect(look(timelineOf('edge-01', [1, 'in-sync'], [3, 'f1']))).toMatch(
			/1 open; nothing changed\n\n2026-11-03 00:00 UTC {2}in sync → drifted[\s\S]*shutdown/u,
		);
		expect(look(timelineOf('edge-01', [1, 'f1'], [3, 'in-sync']))).not.toContain('2026-11-03 00:00 UTC  ');
	});

	it('keeps hostile text harmless', () => {
		const [change] = driftedDevice('edge-01', 'f1').changes;
		const changes = change === undefined ? [] : [{ ...change, line: '\u001b[2J::error::x' }];
		const history = deviceHistory(timelineOf('edge-01', [8, 'f1']), { since, changesOf: () => changes });

		expect(renderDeviceHistory(history, LOOK)).not.toMatch(/\u001b|^\s*::/mu);
	});
});
