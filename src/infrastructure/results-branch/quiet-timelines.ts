import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import type { FleetState } from '../../domain/history/fleet-state.ts';
import { type FirstAudit, isQuiet, quietTimeline } from '../../domain/history/quiet-device.ts';
import type { ChangedDevice } from './timeline-changes.ts';

/*
 * A device that has always been in sync has no file in data/devices: that folder is a list which git writes anew with every
 * change, so it is as long as what ever drifted and not as the fleet. When such a device was seen first is in data/fleet.json.
 */

/** Timelines that were read, and those of quiet devices among these names. */
export function withQuiet(
	read: ReadonlyMap<string, DeviceTimeline>,
	{ names, latest }: { readonly names: readonly string[]; readonly latest: FleetState | null },
): ReadonlyMap<string, DeviceTimeline> {
	const wanted = new Set(names);
	const quiet = quietDevices(latest).filter(({ name }) => wanted.has(name) && !read.has(name));
	return new Map([...read, ...quiet.map((timeline) => [timeline.name, timeline] as const)]);
}

/** The timelines of all devices that have no file. */
function quietDevices(latest: FleetState | null): readonly DeviceTimeline[] {
	return (latest?.devices ?? []).flatMap(({ name, first }) => (first === null ? [] : [quietTimeline(name, first)]));
}

/** When devices that are new and in sync were seen first, by name. */
export function firstAudits(changed: readonly ChangedDevice[]): ReadonlyMap<string, FirstAudit> {
	return new Map(
		changed.flatMap(({ before, after }) => {
			const [first] = after.transitions;
			if (first === undefined || before.transitions.length > 0 || !isQuiet(after)) return [];
			return [[after.name, { at: first.at, runId: first.runId }] as const];
		}),
	);
}

/** Timelines that a run writes: those that are new with it, and those that the fleet no longer tells. */
export function timelinesToTell(
	changed: readonly ChangedDevice[],
	{ latest, present }: { readonly latest: FleetState | null; readonly present: FleetState },
): readonly DeviceTimeline[] {
	const told = new Set(present.devices.filter(({ first }) => first !== null).map(({ name }) => name));
	const known = new Set(present.devices.map(({ name }) => name));
	return [
		...changed
			.filter(({ before, after }) => before !== after && !(isQuiet(after) && told.has(after.name)))
			.map(({ after }) => after),
		...quietDevices(latest).filter(({ name }) => !known.has(name)),
	];
}
