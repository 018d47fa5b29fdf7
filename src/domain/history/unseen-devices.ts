import { flatMapInSteps, orderInSteps, type Steps } from '../steps.ts';
import type { DeviceTimeline } from './device-timeline.ts';
import { sinceOf } from './drift-episodes.ts';

/** A device of which nobody knows how it is. */
export interface UnseenDevice {
	readonly name: string;
	/** unknown: audits ask and learn nothing. gone: the last audit did not ask. */
	readonly why: 'unknown' | 'gone';
	/** ISO 8601, UTC: unknown since then; of a device that is gone, its last change. */
	readonly since: string;
}

/** Devices that could not be judged for at least `days` days, and those that the last audit left out; the longest first. */
export function* unseenInSteps(
	timelines: readonly DeviceTimeline[],
	{ asked, now, days }: { readonly asked: ReadonlySet<string>; readonly now: number; readonly days: number },
): Steps<readonly UnseenDevice[]> {
	const unseen = yield* flatMapInSteps(timelines, (timeline): readonly UnseenDevice[] => {
		const { name, transitions } = timeline;
		const present = transitions.at(-1);
		if (present === undefined) return [];
		if (!asked.has(name)) return [{ name, why: 'gone', since: present.at }];
		if (present.status !== 'unknown') return [];
		const since = sinceOf(timeline) ?? present.at;
		return now - Date.parse(since) >= days * 86_400_000 ? [{ name, why: 'unknown', since }] : [];
	});
	return yield* orderInSteps(unseen, ({ since }) => Date.parse(since));
}
