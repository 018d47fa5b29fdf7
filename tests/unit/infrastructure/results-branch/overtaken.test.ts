import { describe, expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../../../src/domain/fleet-report.ts';
import type { FleetState } from '../../../../src/domain/history/fleet-state.ts';
import type { RunSummary } from '../../../../src/domain/run-summary.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { parseSegment, parseState } from '../../../../src/infrastructure/results-branch/parse-history.ts';
import { recordInMemory } from '../../../support/git/branch-in-memory.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../../support/git/fleet-reports.ts';

const at = (minute: number): string => `2026-11-20T04:${String(minute).padStart(2, '0')}:00.000Z`;

const IN_SYNC = ['ams-1', 'ams-2', 'fra-1', 'fra-2'].map((name) => deviceReport(name));
const night = fleetReport('night', IN_SYNC, { startedAt: '2026-11-19T04:00:00.000Z' });

/** An audit with `select`. */
function part(runId: string, minute: number, devices: readonly DeviceReport[]): FleetReport {
	return fleetReport(runId, devices, { startedAt: at(minute), selected: true });
}

describe('audits that overlap', () => {
	it('each say how their own devices are, whoever ends first', async () => {
		const ams = part('ams', 0, [driftedDevice('ams-1', 'f1'), deviceReport('ams-2')]);
		const fra = part('fra', 1, [deviceReport('fra-1'), driftedDevice('fra-2', 'f2')]);

		const { state, runs, timeline, files } = await record([night, fra, ams]);

		expect(statusesIn(state)).toEqual({
			'ams-1': 'drifted',
			'ams-2': 'in-sync',
			'fra-1': 'in-sync',
			'fra-2': 'drifted',
		});
		expect(state.fleet).toMatchObject({ devices: 4, inSync: 2, drifted: 2, health: 50 });
		expect(state).toMatchObject({ runId: 'fra', startedAt: fra.startedAt });
		expect(state.devices[0]).toMatchObject({ since: ams.startedAt, changes: [{ line: 'shutdown' }] });
		expect(timeline('ams-1')).toEqual([
			[night.startedAt, 'night', 'in-sync'],
			[ams.startedAt, 'ams', 'drifted'],
		]);
		// The line of each says how the whole fleet was, so that no chart ends with half of it.
		for (const { fleet } of runs.slice(1)) expect(fleet).toMatchObject({ devices: 4, drifted: 2, health: 50 });
		expect(runs.map(({ runId }) => runId)).toEqual(['night', 'fra', 'ams']);
		expect(files.get('index.html')).toContain('ams-1');
	});

	it('lets a long audit of the whole fleet say of all devices but those that a short one has looked at since', async () => {
		const whole = fleetReport(
			'whole',
			[driftedDevice('ams-1', 'f1'), driftedDevice('ams-2', 'f2'), deviceReport('fra-1'), driftedDevice('fra-2', 'f3')],
			{ startedAt: at(0) },
		);
		const mended = part('mended', 20, [deviceReport('ams-2'), deviceReport('fra-1')]);

		const { state, timeline } = await record([night, mended, whole]);

		expect(statusesIn(state)).toEqual({
			'ams-1': 'drifted',
			'ams-2': 'in-sync',
			'fra-1': 'in-sync',
			'fra-2': 'drifted',
		});
		expect(timeline('ams-2')).toEqual([
			[night.startedAt, 'night', 'in-sync'],
			[whole.startedAt, 'whole', 'drifted'],
			[mended.startedAt, 'mended', 'in-sync'],
		]);
		expect(timeline('fra-2')).toEqual([
			[night.startedAt, 'night', 'in-sync'],
			[whole.startedAt, 'whole', 'drifted'],
		]);
	});

	it('are past where one of the whole fleet has begun since', async () => {
		const ams = part('ams', 0, [driftedDevice('ams-1', 'f1'), deviceReport('ams-2')]);
		const whole = fleetReport('whole', IN_SYNC, { startedAt: at(2) });
		const fra = part('fra', 5, [deviceReport('fra-1')]);

		const { state, timeline } = await record([night, whole, fra, ams]);

		expect(statusesIn(state)).toMatchObject({ 'ams-1': 'in-sync' });
		expect(timeline('ams-1').slice(1)).toEqual([
			[ams.startedAt, 'ams', 'drifted'],
			[whole.startedAt, 'whole', 'in-sync'],
		]);
	});

	it('end in the same state in whatever order they are recorded', async () => {
		const reports = [
			part('ams', 0, [driftedDevice('ams-1', 'f1'), deviceReport('ams-2')]),
			part('fra', 1, [deviceReport('fra-1'), driftedDevice('fra-2', 'f2')]),
			part('ones', 2, [deviceReport('ams-1'), driftedDevice('fra-1', 'f3')]),
		] as const;
		const inOrder = await record([night, ...reports]);

		for (const order of [
			[2, 1, 0],
			[1, 2, 0],
			[2, 0, 1],
			[0, 2, 1],
			[1, 0, 2],
		]) {
			const { state, timeline } = await record([night, ...order.flatMap((index) => reports[index] ?? [])]);
			expect(state.devices, order.join()).toEqual(inOrder.state.devices);
			expect(state.fleet).toEqual(inOrder.state.fleet);
			for (const { name } of IN_SYNC) expect(timeline(name), order.join()).toEqual(inOrder.timeline(name));
		}
	});

	it('tell how the fleet is in the line of the newest audit, in whatever month that began', async () => {
		const ams = fleetReport('ams', [driftedDevice('ams-1', 'f1')], {
			startedAt: '2026-11-30T23:58:00.000Z',
			selected: true,
		});
		const fra = fleetReport('fra', [driftedDevice('fra-2', 'f2')], {
			startedAt: '2026-12-01T00:01:00.000Z',
			selected: true,
		});
		const segment = 'data/runs/2026-12.ndjson';

		const { state, files } = await record([night, fra, ams]);

		expect(state.fleet).toMatchObject({ devices: 4, drifted: 2 });
		expect(atOnce(parseSegment(files.get(segment) ?? '', segment))).toMatchObject([
			{ runId: 'fra', fleet: { devices: 4, drifted: 2 } },
		]);
	});

	it('keeps devices that are new with a late audit', async () => {
		const ams = part('ams', 0, [deviceReport('ams-3'), driftedDevice('ams-4', 'f1')]);
		const fra = part('fra', 1, [deviceReport('fra-1')]);

		const { state } = await record([night, fra, ams]);

		expect(statusesIn(state)).toMatchObject({ 'ams-3': 'in-sync', 'ams-4': 'drifted' });
		expect(state.devices.find(({ name }) => name === 'ams-3')?.first).toEqual({ at: ams.startedAt, runId: 'ams' });
	});

	it('take away what has left the fleet, unless somebody has looked at it since', async () => {
		const gone = ['ams-2', 'fra-1'];
		const whole = fleetReport(
			'whole',
			IN_SYNC.filter(({ name }) => !gone.includes(name)),
			{ startedAt: at(0) },
		);
		const back = part('back', 20, [deviceReport('ams-1'), deviceReport('fra-1'), deviceReport('fra-2')]);

		const { state, runs } = await record([night, back, whole]);

		expect(Object.keys(statusesIn(state))).toEqual(['ams-1', 'fra-1', 'fra-2']);
		expect(state.fleet).toMatchObject({ devices: 3, inSync: 3, coverage: 100 });
		expect(runs.find(({ runId }) => runId === 'back')?.fleet).toMatchObject({ devices: 3 });
	});

	it('tell in their line how the fleet was then, where only who had left it still holds', async () => {
		const whole = fleetReport('whole', [driftedDevice('ams-1', 'f1')], { startedAt: at(0) });
		const mended = part('mended', 20, [deviceReport('ams-1')]);

		const { state, runs } = await record([night, mended, whole]);

		expect(statusesIn(state)).toEqual({ 'ams-1': 'in-sync' });
		expect(runs.find(({ runId }) => runId === 'whole')?.fleet).toMatchObject({ devices: 1, drifted: 1 });
		expect(runs.find(({ runId }) => runId === 'mended')?.fleet).toMatchObject({ devices: 1, inSync: 1 });
	});

	it('of a part take nothing away', async () => {
		const ams = part('ams', 0, [deviceReport('ams-1')]);
		const fra = part('fra', 1, [deviceReport('fra-1')]);

		expect(Object.keys(statusesIn((await record([night, fra, ams])).state))).toHaveLength(4);
	});

	it('are not taken for past because of one whose clock was ahead', async () => {
		const ahead = fleetReport('ahead', IN_SYNC, { startedAt: '2027-11-19T04:00:00.000Z' });
		const ams = part('ams', 0, [driftedDevice('ams-1', 'f1'), deviceReport('ams-2')]);
		const fra = part('fra', 1, [deviceReport('fra-1'), driftedDevice('fra-2', 'f2')]);

		const { state, timeline } = await record([night, ahead, fra, ams], Date.parse(at(30)));

		expect(statusesIn(state)).toMatchObject({ 'ams-1': 'drifted', 'fra-2': 'drifted' });
		expect(timeline('ams-1')).toEqual([
			[night.startedAt, 'night', 'in-sync'],
			[ams.startedAt, 'ams', 'drifted'],
		]);
	});

	it('takes an audit of a version that did not say at what it looked for one of all devices', async () => {
		const ams = part('ams', 0, [driftedDevice('ams-1', 'f1')]);
		const { selected: _, ...fra } = part('fra', 1, IN_SYNC);

		expect(statusesIn((await record([night, fra, ams])).state)).toMatchObject({ 'ams-1': 'in-sync' });
	});
});

interface Recorded {
	readonly state: FleetState;
	readonly runs: readonly RunSummary[];
	readonly files: ReadonlyMap<string, string>;
	/** Time, run and status of its transitions. */
	timeline(name: string): readonly (readonly [at: string, runId: string, status: string])[];
}

async function record(reports: readonly FleetReport[], now?: number): Promise<Recorded> {
	const { files } = await recordInMemory(reports, now);
	const state = parseState(files);
	if (state === null) throw new Error('there is no state');
	const segment = 'data/runs/2026-11.ndjson';
	return {
		state,
		files,
		runs: atOnce(parseSegment(files.get(segment) ?? '', segment)),
		timeline(name) {
			const text = files.get(`data/devices/${name}.json`);
			if (text === undefined) {
				const first = state.devices.find((device) => device.name === name)?.first;
				return first == null ? [] : [[first.at, first.runId, 'in-sync']];
			}
			return (JSON.parse(text).transitions as { at: string; runId: string; status: string }[]).map(
				(transition) => [transition.at, transition.runId, transition.status] as const,
			);
		},
	};
}

function statusesIn({ devices }: FleetState): Readonly<Record<string, string>> {
	return Object.fromEntries(devices.map(({ name, status }) => [name, status]));
}
