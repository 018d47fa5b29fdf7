import type { FleetReport } from '../../domain/fleet-report.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import type { HistorySnapshot } from './history-snapshot.ts';
import { byStart, comesLate, isAfter, isAhead } from './run-order.ts';

/** How a run lies to the audits that are on the branch. */
export interface Overtaken {
	/** Whether an audit that began after it was recorded before it. */
	readonly isLate: boolean;
	/** The first of those that looked at the device, and what is known of it is newer than what the run saw; undefined: none. */
	next(name: string): RunSummary | undefined;
	/** Whether what the run saw of the device is past. */
	isPast(name: string): boolean;
}

/**
 * Audits of parts of a fleet, and of all of it, run side by side: whoever began first and ends last is late, and is past only
 * where somebody else has looked since. Otherwise the longer of two audits would never say how its devices are.
 *
 * @param options.now - milliseconds since the epoch, by the clock of the writer
 */
export function overtaken(
	report: FleetReport,
	{ snapshot: { latest, runs, laterParts }, now }: { readonly snapshot: HistorySnapshot; readonly now: number },
): Overtaken {
	const isLate = comesLate(report, { latest, now });
	const isLater = (run: RunSummary): boolean => run.mode === 'audit' && isAfter(run, report) && !isAhead(run, now);
	const later = isLate ? runs.filter(isLater).toSorted(byStart) : [];
	const next = (name: string): RunSummary | undefined =>
		later.find(({ runId }) => laterParts.get(runId)?.has(name) ?? true);
	return {
		isLate,
		next,
		// Where the lines of later runs are gone nobody knows what they looked at.
		isPast: (name) => isLate && (later.length === 0 || next(name) !== undefined),
	};
}
