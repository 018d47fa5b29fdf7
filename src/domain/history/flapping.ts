import { flatMapInSteps, type Steps } from '../steps.ts';
import { compareTexts } from '../text/compare-texts.ts';
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
export function* flappingInSteps(
	timelines: readonly DeviceTimeline[],
	{ since }: { readonly since: number },
): Steps<readonly FlappingDevice[]> {
	const flapping = yield* flatMapInSteps(timelines, ({ name, transitions }) => {
		const changes = statusChanges(transitions, since);
		return changes < FLAPS_FROM ? [] : [{ name, changes }];
	});
	return flapping.toSorted((one, other) => other.changes - one.changes || compareTexts(one.name, other.name));
}

function statusChanges(transitions: DeviceTimeline['transitions'], since: number): number {
	return transitions.filter(
		({ at, status }, index) => index > 0 && transitions[index - 1]?.status !== status && Date.parse(at) >= since,
	).length;
}
