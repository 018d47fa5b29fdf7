import type { UnknownReason } from '../errors.ts';
import type { DeviceStatus, FleetReport, FleetSummary, Mode } from './fleet-report.ts';
import type { DeviceTimeline } from './history/device-timeline.ts';
import type { MaskUse } from './masking/mask-use.ts';

/**
 * One run in one line of `data/runs/*.ndjson`, schema version 2: its figures and what was new, without any device text. A
 * fleet in which nothing happens adds a line of the same length, whatever its size.
 */
export interface RunSummary {
	readonly schemaVersion: 2;
	readonly runId: string;
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	readonly durationMs: number;
	readonly mode: Mode;
	/** It looked at a part of the fleet; the figures are those of all of it then. */
	readonly selected?: true;
	readonly fleet: FleetSummary;
	/** Devices that are now in another state than before. That a new device is in sync is told by `added` alone. */
	readonly transitions: readonly RunTransition[];
	/** New devices that are in sync. Left out where there are none, in the first line of a branch, and by older versions. */
	readonly added?: readonly string[];
	/** In the first line of a month: the devices that were not in sync when the month began. */
	readonly standing?: readonly StandingDevice[];
	/** Masks that hit more or less than before; in the first line of a month, all that hit. Left out where none did. */
	readonly masks?: readonly MaskUse[];
}

/** A device's state that is new with a run. */
export interface RunTransition {
	readonly name: string;
	/** null: it was not known. */
	readonly before: DeviceStatus | null;
	readonly status: DeviceStatus;
	readonly reason: UnknownReason | null;
	/** The drift's identity: an equal fingerprint is the same drift. */
	readonly fingerprint: string | null;
	/** ISO 8601, UTC. Left out: the run's own start. A run that came late may also say what the one after it saw. */
	readonly at?: string;
	readonly runId?: string;
}

/** A device that was not in sync before a month began. */
export interface StandingDevice {
	readonly name: string;
	readonly status: DeviceStatus;
}

/** A device's timeline before and after a run. */
export interface TimelineChange {
	readonly before: DeviceTimeline;
	readonly after: DeviceTimeline;
}

/** What the history keeps of a report in its line. */
export function summariseRun(
	report: FleetReport,
	{
		changed = [],
		isFirst = false,
		standing,
		masks = [],
		selected,
	}: {
		readonly changed?: readonly TimelineChange[];
		/** Whether the branch knows no device yet. */
		readonly isFirst?: boolean;
		readonly standing?: readonly StandingDevice[] | undefined;
		readonly masks?: readonly MaskUse[];
		readonly selected?: true | undefined;
	} = {},
): RunSummary {
	const { runId, startedAt, durationMs, mode, fleet } = report;
	const added = isFirst ? [] : changed.filter(isAdded).map(({ after }) => after.name);
	return {
		schemaVersion: 2,
		runId,
		startedAt,
		durationMs,
		mode,
		...(selected === undefined ? {} : { selected }),
		fleet,
		transitions: changed.flatMap((change) => newTransitions(change, report)),
		...(added.length === 0 ? {} : { added }),
		...(standing === undefined ? {} : { standing }),
		...(masks.length === 0 ? {} : { masks }),
	};
}

function isAdded({ before, after }: TimelineChange): boolean {
	return before.transitions.length === 0 && after.transitions[0]?.status === 'in-sync';
}

function newTransitions({ before, after }: TimelineChange, report: FleetReport): readonly RunTransition[] {
	const known = new Set(before.transitions.map(({ at, runId }) => `${at} ${runId}`));
	return after.transitions.flatMap(({ at, runId, status, reason, fingerprint }, index) => {
		const previous = after.transitions[index - 1]?.status ?? null;
		if (known.has(`${at} ${runId}`) || (previous === null && status === 'in-sync')) return [];
		const elsewhere = runId === report.runId ? {} : { at, runId };
		return [{ name: after.name, before: previous, status, reason, fingerprint, ...elsewhere }];
	});
}
