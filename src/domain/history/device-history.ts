import type { Change } from '../drift-report.ts';
import type { DeviceStatus } from '../fleet-report.ts';
import type { DeviceTimeline } from './device-timeline.ts';
import { driftEpisodes, sinceOf } from './drift-episodes.ts';
import { type DeviceTransition, type Period, transitionsOf } from './fleet-history.ts';
import { type RepairTime, repairTime } from './repair-time.ts';

/** What a results branch tells about one device: what `history DEVICE --json` prints, schema version 1. */
export interface DeviceHistory {
	readonly schemaVersion: 1;
	/** ISO 8601, UTC. */
	readonly from: string;
	readonly name: string;
	readonly status: DeviceStatus | null;
	/** ISO 8601, UTC: since when it has been so. */
	readonly since: string | null;
	readonly repair: RepairTime;
	/** Newest first. What a device that is not in sync is now is among them, however long it has been so. */
	readonly transitions: readonly DeviceStep[];
}

/** A device got into another state, with what differed then. */
export interface DeviceStep extends DeviceTransition {
	/** What differed from then on; null where that report is not kept any more. */
	readonly changes: readonly Change[] | null;
}

/** @param options.changesOf - the changes of the device in a run, where its whole report is still there */
export function deviceHistory(
	timeline: DeviceTimeline,
	{ since, changesOf }: Pick<Period, 'since'> & { readonly changesOf: (runId: string) => readonly Change[] | null },
): DeviceHistory {
	return {
		schemaVersion: 1,
		from: new Date(since).toISOString(),
		name: timeline.name,
		status: timeline.transitions.at(-1)?.status ?? null,
		since: sinceOf(timeline),
		repair: repairTime(driftEpisodes(timeline), { since }),
		transitions: shownTransitions(timeline, since)
			.toReversed()
			.map((transition) => ({
				...transition,
				changes: transition.status === 'drifted' ? changesOf(transition.runId) : [],
			})),
	};
}

function shownTransitions(timeline: DeviceTimeline, since: number): readonly DeviceTransition[] {
	const last = timeline.transitions.at(-1);
	const isOpen = last !== undefined && last.status !== 'in-sync';
	return transitionsOf(timeline, { since: isOpen ? Math.min(since, Date.parse(last.at)) : since });
}
