import { describe, expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../../../src/domain/fleet-report.ts';
import type { DeviceTimeline } from '../../../../src/domain/history/device-timeline.ts';
import { type FleetState, presentState } from '../../../../src/domain/history/fleet-state.ts';
import { countMaskUse } from '../../../../src/domain/masking/mask-use.ts';
import { summariseRun } from '../../../../src/domain/run-summary.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { applyRun, commitSubject } from '../../../../src/infrastructure/results-branch/apply-run.ts';
import type { HistorySnapshot } from '../../../../src/infrastructure/results-branch/history-snapshot.ts';
import type { BranchFile, RenderPages } from '../../../../src/infrastructure/results-branch/history-view.ts';
import { parseState } from '../../../../src/infrastructure/results-branch/parse-history.ts';
import { withQuiet } from '../../../../src/infrastructure/results-branch/quiet-timelines.ts';
import { devicesThatChanged } from '../../../../src/infrastructure/results-branch/timeline-changes.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const EMPTY: HistorySnapshot = {
	latest: null,
	segment: '',
	runs: [],
	laterParts: new Map(),
	timelines: new Map(),
	months: [],
	pages: new Set(),
};
const renderPages: RenderPages = ({ latest, runs }) => [
	{ path: 'README.md', content: `${latest.runId}: ${runs.map((run) => run.runId).join(' ')}` },
];

const at = (hour: number): string => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** As a writer records it whose clock (`now`) is past all runs, unless it is told another time. */
function apply(
	report: FleetReport,
	snapshot: Partial<HistorySnapshot> = {},
	now: number = Number.POSITIVE_INFINITY,
): Map<string, string> {
	const files: readonly BranchFile[] = atOnce(
		applyRun({ report, snapshot: { ...EMPTY, ...snapshot }, now, renderPages }),
	);
	return new Map(files.map(({ path, content }) => [path, wholeText(content)]));
}

function present(report: FleetReport): FleetState {
	return atOnce(presentState(report, { masks: [], before: null }));
}

function stateIn(files: ReadonlyMap<string, string>): FleetState {
	const state = parseState(files);
	if (state === null) throw new Error('there is no state');
	return state;
}

function timelineIn(files: ReadonlyMap<string, string>, name: string): DeviceTimeline {
	return JSON.parse(files.get(`data/devices/${name}.json`) ?? 'null');
}

describe('applyRun', () => {
	it('keeps the report with its diffs, and the latest state without', () => {
		const report = fleetReport('7-1', [driftedDevice('edge-01', 'f1')], { startedAt: at(6) });

		const files = apply(report);

		expect(JSON.parse(files.get('data/reports/2026/11/7-1.json') ?? '')).toMatchObject(report);
		expect(stateIn(files).devices[0]).toMatchObject({ changes: report.devices[0]?.changes, since: at(6) });
		expect(files.get('data/latest.json')).not.toMatch(/"diff"|"masked"/u);
	});

	it('keeps in full what is new, and names the rest', () => {
		const devices = [driftedDevice('edge-01', 'f1'), driftedDevice('edge-02', 'f2'), deviceReport('core-01')];
		const latest = present(
			fleetReport('1', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(6) }),
		);

		const files = apply(fleetReport('2', devices, { startedAt: at(7) }), { latest });

		const stored = JSON.parse(files.get('data/reports/2026/11/2.json') ?? '');
		expect(stored.devices).toEqual([devices[1]]);
		expect(stored.asBefore).toEqual({ inSync: 1, drifted: ['edge-01'], unknown: [] });
	});

	it('writes the same of a fleet in which nothing happened, whatever its size', () => {
		const quiet = (size: number): number => {
			const devices = Array.from({ length: size }, (_, index) =>
				deviceReport(`core-${index}`, { durationMs: 100 + (index % 50) }),
			);
			const report = fleetReport('1', devices, { startedAt: at(6) });
			const before = apply(report);
			const files = apply(fleetReport('2', devices, { startedAt: at(7) }), {
				latest: stateIn(before),
				segment: '{}\n',
			});
			return [...files].filter(([path, text]) => text !== before.get(path)).join('').length;
		};

		expect(quiet(1_000)).toBeLessThan(quiet(10) + 40);
	});

	it('leaves the fleet as it is written when a device drifts and is mended', () => {
		const audit = (runId: string, edge: DeviceReport): FleetReport =>
			fleetReport(runId, [deviceReport('core-01'), edge], { startedAt: at(Number(runId)) });
		const first = apply(audit('6', deviceReport('edge-01')));
		const drifted = apply(audit('7', driftedDevice('edge-01', 'f1')), { latest: stateIn(first) });
		const mended = apply(audit('8', deviceReport('edge-01')), { latest: stateIn(drifted) });

		expect(drifted.get('data/fleet.json')).toBe(first.get('data/fleet.json'));
		expect(mended.get('data/fleet.json')).toBe(first.get('data/fleet.json'));
		expect(JSON.parse(drifted.get('data/latest.json') ?? '').devices).toMatchObject([{ name: 'edge-01' }]);
		expect(JSON.parse(mended.get('data/latest.json') ?? '').devices).toEqual([]);
	});

	it('keeps a file of a device once it has been in two states', () => {
		const seen = [deviceReport('edge-01'), driftedDevice('edge-01', 'f1')];
		const first = apply(fleetReport('6', [deviceReport('edge-01'), deviceReport('core-01')], { startedAt: at(6) }));
		const latest = stateIn(first);
		const timelines = withQuiet(new Map(), { names: ['edge-01'], latest });

		const files = apply(
			fleetReport('7', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(7) }),
			{
				latest,
				timelines,
			},
		);

		expect([...first.keys(), ...files.keys()].filter((path) => path.startsWith('data/devices'))).toEqual([
			'data/devices/edge-01.json',
		]);
		expect(timelineIn(files, 'edge-01').transitions).toEqual(
			seen.map(({ status, reason, fingerprint }, run) => ({
				at: at(6 + run),
				runId: String(6 + run),
				status,
				reason,
				fingerprint,
			})),
		);
	});

	it('names devices that are new and in sync in the line of the run, but for the first', () => {
		const lineOf = (files: ReadonlyMap<string, string>) => JSON.parse(files.get('data/runs/2026-11.ndjson') ?? '');
		const first = apply(fleetReport('6', [deviceReport('edge-01')], { startedAt: at(6) }));
		const both = [deviceReport('edge-01'), deviceReport('edge-02')];

		expect(lineOf(first)).not.toHaveProperty('added');
		expect(lineOf(apply(fleetReport('7', both, { startedAt: at(7) }), { latest: stateIn(first) }))).toMatchObject({
			added: ['edge-02'],
			transitions: [],
		});
	});

	it('keeps a file of a quiet device that leaves the fleet', () => {
		const latest = stateIn(apply(fleetReport('6', [deviceReport('old'), deviceReport('new')], { startedAt: at(6) })));

		const files = apply(fleetReport('7', [deviceReport('new')], { startedAt: at(7) }), { latest });

		expect(timelineIn(files, 'old').transitions).toMatchObject([{ at: at(6), runId: '6', status: 'in-sync' }]);
	});

	it('keeps a file of a quiet device that a late run saw and the newest did not', () => {
		const latest = stateIn(apply(fleetReport('8', [deviceReport('new')], { startedAt: at(8) })));

		const files = apply(fleetReport('7', [deviceReport('old'), deviceReport('new')], { startedAt: at(7) }), { latest });

		expect(timelineIn(files, 'old').transitions).toMatchObject([{ at: at(7), runId: '7', status: 'in-sync' }]);
	});

	it('tells in the first line of a month who was not in sync before', () => {
		const latest = present(
			fleetReport('1', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], {
				startedAt: '2026-10-31T06:00:00.000Z',
			}),
		);
		const report = fleetReport('2', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(7) });

		const first = apply(report, { latest }).get('data/runs/2026-11.ndjson') ?? '';
		const second = apply(report, { latest, segment: '{}' }).get('data/runs/2026-11.ndjson') ?? '';

		expect(JSON.parse(first).standing).toEqual([{ name: 'edge-01', status: 'drifted' }]);
		expect(JSON.parse(second.split('\n')[1] ?? '')).not.toHaveProperty('standing');
	});

	it('keeps since when a drift goes on, although it changes', () => {
		const earlier = fleetReport('1', [driftedDevice('edge-01', 'f1')], { startedAt: at(6) });
		const [known] = present(earlier).devices;
		const latest = { ...present(earlier), devices: known === undefined ? [] : [{ ...known, since: at(2) }] };
		const same = apply(fleetReport('2', [driftedDevice('edge-01', 'f1')], { startedAt: at(7) }), { latest });

		expect(stateIn(same).devices[0]?.since).toBe(at(2));
	});

	it('adds one line to the month of the run and leaves the others as they are', () => {
		const report = fleetReport('2', [deviceReport('core-01')], { startedAt: at(7) });

		const files = apply(report, { segment: '{"somebody":"else\'s"}' });

		expect(files.get('data/runs/2026-11.ndjson')).toBe(
			`{"somebody":"else's"}\n${JSON.stringify(summariseRun(report))}\n`,
		);
	});

	it('writes no timeline for a device that is as it was', () => {
		const latest = present(
			fleetReport('1', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(6) }),
		);
		const report = fleetReport('2', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], { startedAt: at(7) });

		expect(devicesThatChanged(report, latest)).toEqual([]);
		expect([...apply(report, { latest }).keys()]).toEqual([
			'data/reports/2026/11/2.json',
			'data/runs/2026-11.ndjson',
			'data/latest.json',
			'data/fleet.json',
			'README.md',
		]);
	});

	it.each([
		['status', deviceReport('edge-01')],
		['fingerprint', driftedDevice('edge-01', 'f2')],
		['reason', deviceReport('edge-01', { status: 'unknown', reason: 'timed-out' })],
	])('adds a transition when the %s changes', (_, device) => {
		const latest = present(fleetReport('1', [driftedDevice('edge-01', 'f1')], { startedAt: at(6) }));
		const before: DeviceTimeline = {
			schemaVersion: 1,
			name: 'edge-01',
			transitions: [{ at: at(1), runId: '0', status: 'drifted', reason: null, fingerprint: 'f1' }],
		};
		const report = fleetReport('2', [device], { startedAt: at(7) });

		const files = apply(report, { latest, timelines: new Map([['edge-01', before]]) });

		const { status, reason, fingerprint } = device;
		expect(timelineIn(files, 'edge-01').transitions).toEqual([
			...before.transitions,
			{ at: at(7), runId: '2', status, reason, fingerprint },
		]);
	});

	it('knows a device that the last run did not audit by its timeline', () => {
		const latest = present(fleetReport('1', [deviceReport('core-01')], { startedAt: at(6) }));
		const timeline: DeviceTimeline = {
			schemaVersion: 1,
			name: 'edge-01',
			transitions: [{ at: at(1), runId: '0', status: 'in-sync', reason: null, fingerprint: null }],
		};
		const report = fleetReport('2', [deviceReport('edge-01')], { startedAt: at(7) });

		expect(devicesThatChanged(report, latest).map(({ name }) => name)).toEqual(['edge-01']);
		expect(apply(report, { latest, timelines: new Map([['edge-01', timeline]]) })).not.toContain(
			'data/devices/edge-01.json',
		);
	});

	it('files a late run into the past and leaves the present alone', () => {
		const newest = fleetReport('late', [driftedDevice('edge-01', 'f1')], { startedAt: at(8) });
		const latest = present(newest);
		const timeline: DeviceTimeline = {
			schemaVersion: 1,
			name: 'edge-01',
			transitions: [{ at: at(1), runId: '0', status: 'drifted', reason: null, fingerprint: 'f1' }],
		};
		const report = fleetReport('early', [deviceReport('edge-01')], { startedAt: at(7) });

		const files = apply(report, {
			latest,
			runs: [summariseRun(newest)],
			timelines: new Map([['edge-01', timeline]]),
		});

		expect(files.has('data/latest.json')).toBe(false);
		expect(files.get('README.md')).toBe('late: early late');
		expect(timelineIn(files, 'edge-01').transitions.map(({ at: when, status }) => [when, status])).toEqual([
			[at(1), 'drifted'],
			[at(7), 'in-sync'],
			[at(8), 'drifted'],
		]);
	});

	describe('after a run whose clock was ahead', () => {
		const ahead = fleetReport('ahead', [driftedDevice('edge-01', 'f1'), deviceReport('core-01')], {
			startedAt: '2031-01-01T00:00:00.000Z',
		});
		const timeline: DeviceTimeline = {
			schemaVersion: 1,
			name: 'edge-01',
			transitions: [{ at: ahead.startedAt, runId: 'ahead', status: 'drifted', reason: null, fingerprint: 'f1' }],
		};
		const snapshot = {
			latest: {
				...present(ahead),
				devices: present(ahead).devices.map((device) => ({ ...device, since: ahead.startedAt })),
			},
			runs: [summariseRun(ahead)],
			months: ['2031-01'],
			timelines: new Map([['edge-01', timeline]]),
		};
		const next = (device: DeviceReport): ReadonlyMap<string, string> =>
			apply(fleetReport('next', [device, deviceReport('core-01')], { startedAt: at(7) }), snapshot, Date.parse(at(8)));

		it('is the present again, and shows no run of the future', () => {
			const files = next(deviceReport('edge-01'));

			expect(stateIn(files)).toMatchObject({ runId: 'next', startedAt: at(7) });
			expect(files.get('README.md')).toBe('next: next');
		});

		it('ends the timeline of a device with what it saw', () => {
			expect(timelineIn(next(deviceReport('edge-01')), 'edge-01').transitions.map(({ status }) => status)).toEqual([
				'drifted',
				'in-sync',
			]);
		});

		it('says of a drift that goes on that it is new, and not of the future', () => {
			expect(stateIn(next(driftedDevice('edge-01', 'f1'))).devices[0]?.since).toBe(at(7));
		});

		it('lets clocks be some minutes apart', () => {
			const files = apply(
				fleetReport('next', [deviceReport('edge-01')], { startedAt: at(7) }),
				{ ...snapshot, latest: { ...snapshot.latest, startedAt: '2026-11-20T07:05:00.000Z' } },
				Date.parse(at(7)),
			);

			expect(files.has('data/latest.json')).toBe(false);
		});
	});

	it('tells in the line of a run which masks hit more or less than before, and all of them once a month', () => {
		const masked = (patterns: Readonly<Record<string, number>>, day: number): FleetReport =>
			fleetReport(String(day), [deviceReport('core-01', { masked: { lines: 1, patterns } })], { startedAt: at(day) });
		const masksOf = (files: ReadonlyMap<string, string>): unknown =>
			JSON.parse((files.get('data/runs/2026-11.ndjson') ?? '').trim().split('\n').at(-1) ?? '').masks;
		const first = masked({ a: 2, b: 1 }, 6);
		const segment = apply(first).get('data/runs/2026-11.ndjson') ?? '';
		const latest = { ...present(first), masks: countMaskUse(first.devices) };

		expect(masksOf(apply(first))).toHaveLength(2);
		expect(masksOf(apply(masked({ a: 2, b: 1 }, 7), { latest, segment }))).toBeUndefined();
		expect(masksOf(apply(masked({ a: 3 }, 7), { latest, segment }))).toEqual([
			{ id: 'a', devices: 1, hits: 3 },
			{ id: 'b', devices: 0, hits: 0 },
		]);
		expect(masksOf(apply(masked({ a: 3 }, 5), { latest, segment }))).toBeUndefined();
	});

	it('leaves devices as they were that an audit was told not to look at', () => {
		const unknown = deviceReport('lab', { status: 'unknown', reason: 'unreachable', reachable: false });
		const latest = {
			...present(
				fleetReport('1', [driftedDevice('edge-01', 'f1'), deviceReport('core-01'), unknown], { startedAt: at(6) }),
			),
			masks: [{ id: 'volatile/ios-header', devices: 2, hits: 6 }],
		};
		const part = fleetReport('2', [driftedDevice('core-01', 'f2'), deviceReport('core-02')], {
			startedAt: at(7),
			selected: true,
			secretsNotCompared: 7,
		});

		const files = apply(part, { latest });

		const state = stateIn(files);
		expect(state.devices.map(({ name, status }) => [name, status])).toEqual([
			['edge-01', 'drifted'],
			['core-01', 'drifted'],
			['lab', 'unknown'],
			['core-02', 'in-sync'],
		]);
		expect(state.fleet).toEqual({
			devices: 4,
			reachable: 3,
			inSync: 1,
			drifted: 2,
			unknown: 1,
			health: 33.33,
			coverage: 75,
		});
		expect(state).not.toHaveProperty('selected');
		expect(state).not.toHaveProperty('secretsNotCompared');
		expect(present(fleetReport('3', [], { secretsNotCompared: 7 }))).toHaveProperty('secretsNotCompared', 7);
		expect(state.masks).toEqual(latest.masks);
		const line = JSON.parse(files.get('data/runs/2026-11.ndjson') ?? '');
		expect(line.fleet).toEqual(state.fleet);
		expect(line.transitions.map(({ name }: { readonly name: string }) => name)).toEqual(['core-01']);
		expect(JSON.parse(files.get('data/reports/2026/11/2.json') ?? '')).toMatchObject(part);
		expect([...files.keys()].filter((path) => path.startsWith('data/devices'))).toEqual(['data/devices/core-01.json']);
	});

	it('counts compliance over the whole fleet when an audit looked at a part of it', () => {
		const having = (name: string, compliant: boolean): DeviceReport =>
			deviceReport(name, { features: [{ name: 'ntp', compliant, changes: compliant ? 0 : 1 }] });
		const whole = fleetReport('1', [having('edge-01', true), having('core-01', false), having('core-02', true)], {
			features: [{ name: 'ntp', devices: 3, compliant: 2, compliance: 66.66 }],
		});
		const latest = stateIn(apply(whole));
		const part = fleetReport('2', [having('core-01', true)], {
			startedAt: at(7),
			selected: true,
			features: [{ name: 'ntp', devices: 1, compliant: 1, compliance: 100 }],
		});

		const state = stateIn(apply(part, { latest }));

		expect(state.features).toEqual([{ name: 'ntp', devices: 3, compliant: 3, compliance: 100 }]);
	});

	it('keeps a pre-flight check as a run that says nothing of the fleet', () => {
		const device = { ...driftedDevice('edge-01', 'f1'), masked: { lines: 3, patterns: { 'volatile/x': 3 } } };
		const report = fleetReport('pr', [device], { mode: 'preflight', startedAt: at(7) });

		const files = apply(report);

		expect([...files.keys()]).toEqual(['data/reports/2026/11/pr.json', 'data/runs/2026-11.ndjson']);
		expect(JSON.parse(files.get('data/runs/2026-11.ndjson') ?? '')).not.toHaveProperty('masks');
	});

	it('gives the same files for the same input', () => {
		const report = fleetReport('1', [driftedDevice('edge-01', 'f1')]);

		expect(apply(report)).toEqual(apply(report));
	});

	it.each(['data/latest.json', 'configs/a.cfg', '../README.md', '/etc/passwd', '.git/config', 'a//b', 'a\nb', ''])(
		'refuses a page at %j',
		(path) => {
			const report = fleetReport('1', []);

			const steps = applyRun({ report, snapshot: EMPTY, now: 0, renderPages: () => [{ path, content: '' }] });

			expect(() => atOnce(steps)).toThrow(/a page may not be written to/u);
		},
	);

	it.each(['../../x', 'a/b', '.hidden', '', 'a b', 'x\n', 'a..b'])('refuses the run id %j', (runId) => {
		expect(() => apply(fleetReport(runId, []))).toThrow(/run id .* cannot be a file name/u);
	});

	it.each(['../core', 'core/01', '', '-rf', 'core\u0000'])('refuses the device name %j', (name) => {
		expect(() => apply(fleetReport('1', [deviceReport(name)]))).toThrow(/device name .* cannot be a file name/u);
	});

	it.each(['yesterday', '2026-11-20', '2026-13-20T00:00:00Z', '../2026-11-20T00:00:00Z'])(
		'refuses the start %j',
		(startedAt) => {
			expect(() => apply(fleetReport('1', [], { startedAt }))).toThrow(/is not a time in UTC/u);
		},
	);
});

describe('commitSubject', () => {
	it('says what a log should show', () => {
		const devices = [driftedDevice('a', 'f'), deviceReport('b'), deviceReport('c')];

		expect(commitSubject(fleetReport('1', devices))).toBe(
			'audit: 1 of 3 devices drifted; health 66.67 %, coverage 100 %',
		);
	});

	it('has no figure where no device was reachable', () => {
		const devices = [deviceReport('a', { status: 'unknown', reason: 'unreachable', reachable: false })];

		expect(commitSubject(fleetReport('1', devices))).toBe(
			'audit: the one device is unknown; coverage 0 %, no device reachable',
		);
	});
});
