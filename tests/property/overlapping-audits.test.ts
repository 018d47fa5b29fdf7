import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeviceReport, FleetReport, FleetSummary } from '../../src/domain/fleet-report.ts';
import { dailyTrend } from '../../src/domain/history/daily-trend.ts';
import type { TimelineState } from '../../src/domain/history/device-timeline.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { parseSegment, parseState } from '../../src/infrastructure/results-branch/parse-history.ts';
import { recordInMemory } from '../support/git/branch-in-memory.ts';
import { deviceReport, driftedDevice, fleetReport } from '../support/git/fleet-reports.ts';

const SEGMENTS = ['data/runs/2026-10.ndjson', 'data/runs/2026-11.ndjson'];
const NAMES = ['ams-1', 'ams-2', 'fra-1', 'fra-2'];

const device = (name: string): fc.Arbitrary<DeviceReport> =>
	fc.constantFrom(
		deviceReport(name),
		driftedDevice(name, 'f1'),
		driftedDevice(name, 'f2'),
		deviceReport(name, { status: 'unknown', reason: 'unreachable', reachable: false }),
	);

const looked: fc.Arbitrary<Pick<FleetReport, 'devices' | 'selected'>> = fc.oneof(
	fc.tuple(...NAMES.map(device)).map((devices) => ({ devices })),
	// Of the whole fleet, which some devices have left, or of a part of it.
	fc
		.tuple(
			fc.subarray(NAMES, { minLength: 1 }),
			fc.tuple(...NAMES.map(device)),
			fc.constantFrom({}, { selected: true }),
		)
		.map(([names, devices, extent]) => ({
			devices: devices.filter(({ name }) => names.includes(name)),
			...extent,
		})),
);

/** Audits in the order in which they began, some of them around the end of a month, and an order in which they end. */
const audits = fc
	.tuple(
		fc.constantFrom('2026-10-31T22:00:00.000Z', '2026-11-20T00:00:00.000Z'),
		fc.array(looked, { minLength: 2, maxLength: 5 }),
	)
	.map(([first, seen]) =>
		seen.map(({ devices, ...part }, hour) => {
			const startedAt = new Date(Date.parse(first) + hour * 3_600_000).toISOString();
			return fleetReport(`run-${hour}`, devices, { ...part, startedAt });
		}),
	)
	.chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })));

it('leaves of audits that overlap the same fleet, in whatever order they end', async () => {
	const devices = NAMES.map((name) => deviceReport(name));
	const before = fleetReport('before', devices, { startedAt: '2026-10-19T00:00:00.000Z' });
	await fc.assert(
		fc.asyncProperty(audits, async ([began, ended]) => {
			const [expected, actual] = [await left([before, ...began]), await left([before, ...ended])];

			expect(actual.present).toEqual(expected.present);
			// A late audit may tell of the time between; how a device is now both agree upon.
			expect(actual.timelines).toEqual(actual.present.devices.map(stateOf));
			expect(actual.trend.at(-1)).toMatchObject(shownOf(actual.present.fleet));
		}),
	);
});

interface Left {
	readonly present: {
		readonly devices: readonly ({ readonly name: string } & TimelineState)[];
		readonly fleet: FleetSummary;
		readonly startedAt: string;
	};
	/** The fleet at the end of each day, by the lines of the runs. */
	readonly trend: readonly object[];
	/** Where the timelines of the same devices end. */
	readonly timelines: readonly TimelineState[];
}

async function left(reports: readonly FleetReport[]): Promise<Left> {
	const { files } = await recordInMemory(reports);
	const state = parseState(files);
	if (state === null) throw new Error('there is no state');
	const { fleet, startedAt } = state;
	// One that comes back stands at the end until the whole fleet is looked at again.
	const devices = state.devices.toSorted((one, other) => one.name.localeCompare(other.name));
	const runs = SEGMENTS.filter((path) => files.has(path)).flatMap((path) =>
		atOnce(parseSegment(files.get(path) ?? '', path)),
	);
	return {
		present: { devices: devices.map((device) => ({ name: device.name, ...stateOf(device) })), fleet, startedAt },
		trend: dailyTrend(runs, { since: 0 }),
		timelines: devices.map(({ name }) => endOf(files.get(`data/devices/${name}.json`))),
	};
}

function shownOf({ devices, drifted, unknown, health, coverage }: FleetSummary): object {
	return { devices, drifted, unknown, health, coverage };
}

function stateOf({ status, reason, fingerprint }: TimelineState): TimelineState {
	return { status, reason, fingerprint };
}

/** A device without a file has always been in sync. */
function endOf(timeline: string | undefined): TimelineState {
	if (timeline === undefined) return { status: 'in-sync', reason: null, fingerprint: null };
	return stateOf(JSON.parse(timeline).transitions.at(-1));
}
