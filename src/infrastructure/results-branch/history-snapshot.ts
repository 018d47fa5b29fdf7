import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import type { FleetState } from '../../domain/history/fleet-state.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import type { LaterParts } from './later-parts.ts';

/** What a run needs to know of the branch: never more than that, so a write costs what changed and not the fleet. */
export interface HistorySnapshot {
	/** null on an empty branch. */
	readonly latest: FleetState | null;
	/** The text of the run's own segment, empty where there is none. */
	readonly segment: string;
	/** The text of the newest audit's segment; left out: it is the run's own, or not among the newest. */
	readonly latestSegment?: string;
	/** Runs of the newest months, the own segment's among them, oldest first. */
	readonly runs: readonly RunSummary[];
	/** What audits looked at that began after the run, as far as they looked at parts of the fleet. */
	readonly laterParts: LaterParts;
	/** By device name; of the devices that `devicesThatChanged` names and that have one. */
	readonly timelines: ReadonlyMap<string, DeviceTimeline>;
	/** Months that have a segment, oldest first. */
	readonly months: readonly string[];
	/** Paths that pages have on the branch. */
	readonly pages: ReadonlySet<string>;
}
