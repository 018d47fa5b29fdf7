import { amended } from '../device-details.ts';
import type { DeviceReport, FleetReport } from '../fleet-report.ts';
import { flatMapInSteps, type Steps } from '../steps.ts';
import { type DeviceTimeline, observe, timelineState } from './device-timeline.ts';
import { sinceOf } from './drift-episodes.ts';

/** The devices of a report whose past matters: nobody asks since when a device is in sync. */
export function devicesWithSince({ devices, mode }: FleetReport): readonly string[] {
	return devices.filter((device) => hasSince(device, mode)).map(({ name }) => name);
}

/** Adds to each of those devices since when it has been so; one that has no timeline is so since this run. */
export function* withSince(report: FleetReport, timelines: readonly DeviceTimeline[]): Steps<FleetReport> {
	const byName = new Map(timelines.map((timeline) => [timeline.name, timeline]));
	const since = (device: DeviceReport): string | null => {
		const before = byName.get(device.name) ?? { schemaVersion: 1, name: device.name, transitions: [] };
		return sinceOf(observe(before, { at: report.startedAt, runId: report.runId, ...timelineState(device) }));
	};
	const devices = yield* flatMapInSteps(report.devices, (device) => [
		amended(device, { since: hasSince(device, report.mode) ? since(device) : null }),
	]);
	return { ...report, devices };
}

/** A device that a pre-flight check had no time for says nothing about how it was. */
function hasSince({ status }: DeviceReport, mode: FleetReport['mode']): boolean {
	return status === 'drifted' || (status === 'unknown' && mode === 'audit');
}
