import type { FleetReport } from '../../domain/fleet-report.ts';
import type { FleetState } from '../../domain/history/fleet-state.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { segmentPath } from './history-paths.ts';
import type { HistorySnapshot } from './history-snapshot.ts';
import type { BranchFile } from './history-view.ts';

/*
 * A late run that has something to say of the present: it looked at devices at which nobody has looked since. See `overtaken()`.
 */

/** What a late run has to say of the present. */
export interface StillHolding {
	/** What it saw of devices that nobody has looked at since, as a report of a part of the fleet. */
	readonly report: FleetReport;
	/** What is known of the fleet, without the devices that have left it. */
	readonly known: FleetState;
}

/** What of a late run still holds; null: nothing. */
export function whatStillHolds(
	report: FleetReport,
	{ latest, isPast }: { readonly latest: FleetState; readonly isPast: (name: string) => boolean },
): StillHolding | null {
	const devices = report.devices.filter(({ name }) => !isPast(name));
	const known = report.selected === true ? latest : withoutLeavers(latest, { report, isPast });
	if (devices.length === 0 && known === latest) return null;
	return { report: { ...report, selected: true, devices }, known };
}

/** A late run of the whole fleet does not name what had left by then; what somebody has looked at since is there again. */
function withoutLeavers(
	latest: FleetState,
	{ report, isPast }: { readonly report: FleetReport; readonly isPast: (name: string) => boolean },
): FleetState {
	const names = new Set(report.devices.map(({ name }) => name));
	const devices = latest.devices.filter(({ name }) => names.has(name) || isPast(name));
	return devices.length === latest.devices.length ? latest : { ...latest, devices };
}

/** The newest audit stays the newest, whoever adds to what it says. */
export function withHeadOf(
	{ runId, startedAt, durationMs, tool, warnings }: FleetState,
	report: FleetReport,
): FleetReport {
	return { ...report, runId, startedAt, durationMs, tool, warnings };
}

/** The newest audit tells how the fleet was then: what is known of that by now, and not when it was recorded. */
export function withFigures(run: RunSummary, { runId, fleet }: FleetState): RunSummary {
	return run.runId === runId ? { ...run, fleet } : run;
}

/** The same in the lines of a segment, if the newest audit has its line there. */
export function withFiguresInLines(segment: string, present: FleetState): string {
	return segment
		.split('\n')
		.map((line) => (line.includes(present.runId) ? amendedLine(line, present) : line))
		.join('\n');
}

/** The segment of the newest audit, if that began in another month than the late run. */
export function latestSegmentFile(
	{ latestSegment }: Pick<HistorySnapshot, 'latestSegment'>,
	present: FleetState,
): readonly BranchFile[] {
	if (latestSegment === undefined) return [];
	return [{ path: segmentPath(present.startedAt), content: withFiguresInLines(latestSegment, present) }];
}

function amendedLine(line: string, present: FleetState): string {
	const run: RunSummary = JSON.parse(line);
	return run.runId === present.runId ? JSON.stringify(withFigures(run, present)) : line;
}
