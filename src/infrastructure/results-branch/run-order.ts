import type { FleetReport } from '../../domain/fleet-report.ts';
import type { FleetState } from '../../domain/history/fleet-state.ts';

/** So far may clocks of runners be apart before one of them is called wrong. */
const SKEW_MS = 10 * 60_000;

type Started = Pick<FleetReport, 'startedAt'>;

/**
 * Whether a run belongs into the past of the branch: a newer one was faster. One that has not even begun yet by the clock of
 * the writer (`now`, milliseconds since the epoch) was none: a clock was ahead there, and must not be the present for ever.
 */
export function comesLate(
	report: Started,
	{ latest, now }: { readonly latest: FleetState | null; readonly now: number },
): boolean {
	return latest !== null && isAfter(latest, report) && !isAhead(latest, now);
}

/** Whether a run says that it began when that time has not come yet. */
export function isAhead({ startedAt }: Started, now: number): boolean {
	return Date.parse(startedAt) > now + SKEW_MS;
}

/** Whether one run began later than the other, by the clocks of their runners. */
export function isAfter(one: Started, other: Started): boolean {
	return Date.parse(one.startedAt) > Date.parse(other.startedAt);
}

/** Sorts the oldest first. */
export function byStart(one: Started, other: Started): number {
	return Date.parse(one.startedAt) - Date.parse(other.startedAt);
}
