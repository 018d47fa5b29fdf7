import type { DeviceTimeline } from './device-timeline.ts';

/** A device that keeps going back and forth. */
export interface FlappingDevice {
	readonly name: string;
	/** How often its status (in sync, drifted, unknown) changed in the period. */
	readonly changes: number;
}

/** Twice there and back. */
const FLAPS_FROM = 4;

/** The devices whose status changed at least four times in the period, the most restless first. */
export function flappingDevices(
	timelines: readonly DeviceTimeline[],
	{ since }: { readonly since: number },
): readonly FlappingDevice[] {
	return timelines
		.map(({ name, transitions }) => ({ name, changes: statusChanges(transitions, since) }))
		.filter(({ changes }) => changes >= FLAPS_FROM)
		.toSorted((one, other) => other.changes - one.changes || compareNames(one.name, other.name));
}

function statusChanges(transitions: DeviceTimeline['transitions'], since: number): number {
	return transitions.filter(
		({ at, status }, index) => index > 0 && Date.parse(at) >= since && transitions[index - 1]?.status !== status,
	).length;
}

/** By code point, on every machine alike. */
function compareNames(one: string, other: string): number {
	return one < other ? -1 : 1;
}
