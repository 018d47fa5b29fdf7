import type { DeviceTimeline, Transition } from './device-timeline.ts';

/** A time in which a device drifted, whatever the drift was. */
export interface DriftEpisode {
	/** ISO 8601, UTC: the first audit that saw it. */
	readonly startedAt: string;
	/** The first audit that saw the device in sync again; null: it still drifts. */
	readonly endedAt: string | null;
}

/**
 * The drift of a device, oldest first. It ends only where the device is seen in sync: one that cannot be read in between
 * has not been mended, and drift that changes is the same episode.
 */
export function driftEpisodes({ transitions }: Pick<DeviceTimeline, 'transitions'>): readonly DriftEpisode[] {
	const episodes: DriftEpisode[] = [];
	let open: string | null = null;
	for (const { at, status } of transitions) {
		if (status === 'drifted') open ??= at;
		if (status !== 'in-sync' || open === null) continue;
		episodes.push({ startedAt: open, endedAt: at });
		open = null;
	}
	return open === null ? episodes : [...episodes, { startedAt: open, endedAt: null }];
}

/**
 * Since when the device has been as it is now: drifted for the whole of its open episode, unknown or in sync since the
 * first of the last equal statuses; null for an empty timeline.
 */
export function sinceOf(timeline: Pick<DeviceTimeline, 'transitions'>): string | null {
	const { transitions } = timeline;
	const present = transitions.at(-1);
	if (present === undefined) return null;
	const episode = driftEpisodes(timeline).at(-1);
	if (present.status === 'drifted' && episode?.endedAt === null) return episode.startedAt;
	return firstOfTheSame(transitions, present).at;
}

function firstOfTheSame(transitions: readonly Transition[], { status }: Transition): Transition {
	const before = transitions.findLastIndex((transition) => transition.status !== status);
	return transitions[before + 1] as Transition;
}
