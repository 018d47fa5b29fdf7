import type { UnknownReason } from '../../errors.ts';
import type { DeviceReport, DeviceStatus } from '../fleet-report.ts';

/** What is remembered of a device between two runs. */
export interface TimelineState {
	readonly status: DeviceStatus;
	readonly reason: UnknownReason | null;
	readonly fingerprint: string | null;
}

/** From this run on the device was in this state. */
export interface Transition extends TimelineState {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly runId: string;
}

/** `data/devices/<name>.json`: when a device changed its state, oldest first; never two equal states in a row. */
export interface DeviceTimeline {
	readonly schemaVersion: 1;
	readonly name: string;
	readonly transitions: readonly Transition[];
}

/** What of a report makes a state: two reports that differ in nothing else are one entry of the timeline. */
export function timelineState({ status, reason, fingerprint }: DeviceReport): TimelineState {
	return { status, reason, fingerprint };
}

/** Whether nothing is new: another drift of a drifted device is another state, and so is another reason. */
export function isSameState(one: TimelineState, other: TimelineState): boolean {
	return one.status === other.status && one.reason === other.reason && one.fingerprint === other.fingerprint;
}

/**
 * Adds what a run saw, also one that is older than the newest transition. The same timeline comes back where nothing is
 * new.
 */
export function observe(timeline: DeviceTimeline, seen: Transition): DeviceTimeline {
	const earlier = timeline.transitions.filter((transition) => Date.parse(transition.at) <= Date.parse(seen.at));
	const later = timeline.transitions.slice(earlier.length);
	const before = earlier.at(-1);
	if (before !== undefined && isSameState(before, seen)) return timeline;
	const [next, ...rest] = later;
	// The next state is this one, only seen earlier now.
	const following = next !== undefined && isSameState(next, seen) ? rest : later;
	return { ...timeline, transitions: [...earlier, seen, ...following] };
}
