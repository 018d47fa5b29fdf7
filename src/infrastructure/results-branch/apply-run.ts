import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { type DeviceTimeline, isSameState, observe, stateOf } from '../../domain/history/device-timeline.ts';
import { type RunSummary, summariseRun } from '../../domain/run-summary.ts';
import { asJson } from './as-json.ts';
import { historyError } from './history-error.ts';
import { devicePath, isPagePath, LATEST_PATH, reportPath, segmentPath } from './history-paths.ts';

/** A file of the branch, whole. */
export interface BranchFile {
	readonly path: string;
	readonly content: string;
}

/** Draws README.md, index.html and the badges from what the branch knows. */
export type RenderPages = (history: {
	readonly latest: FleetReport;
	/** Runs of the newest months, oldest first. */
	readonly runs: readonly RunSummary[];
}) => readonly BranchFile[];

/** What a run needs to know of the branch: never more than that, so a write costs what changed and not the fleet. */
export interface HistorySnapshot {
	/** The last report with its diffs; null on an empty branch. */
	readonly latest: FleetReport | null;
	/** The text of the run's own segment, empty where there is none. */
	readonly segment: string;
	/** Runs of the newest months, the own segment's among them. */
	readonly runs: readonly RunSummary[];
	/** By device name; of the devices that `devicesToRead` names and that have one. */
	readonly timelines: ReadonlyMap<string, DeviceTimeline>;
}

/**
 * The devices whose timeline may change. In every commit the timelines agree with latest.json, so a device that is there
 * in the same state has nothing new.
 */
export function devicesToRead(report: FleetReport, latest: FleetReport | null): readonly string[] {
	if (report.mode === 'preflight') return [];
	const known = byName(latest);
	return report.devices.filter((device) => !isAsBefore(device, known)).map((device) => device.name);
}

/**
 * Adds a run to the history: the files that change, and nothing else. Pure, so that a lost race is answered by the same
 * call on a newer snapshot. A run that is older than what is there completes the past and leaves the present alone. A
 * pre-flight check is kept as a run, but a candidate says nothing about the state of the fleet.
 */
export function applyRun({
	report,
	snapshot,
	renderPages,
}: {
	readonly report: FleetReport;
	readonly snapshot: HistorySnapshot;
	readonly renderPages: RenderPages;
}): readonly BranchFile[] {
	const summary = summariseRun(report);
	const own = [
		{ path: reportPath(report), content: asJson(report) },
		{ path: segmentPath(report.startedAt), content: appendLine(snapshot.segment, summary) },
	];
	if (report.mode === 'preflight') return own;
	const latest = newestOf(report, snapshot.latest);
	const runs = [...snapshot.runs, summary].filter((run) => run.mode === 'audit').sort(byStart);
	return [
		...own,
		...(latest === report ? [{ path: LATEST_PATH, content: asJson(withoutDiffs(report)) }] : []),
		...changedTimelines(report, snapshot),
		...renderPages({ latest, runs }).map(checkPage),
	];
}

/** "audit: 2 of 312 drifted, health 99.4" */
export function commitSubject({ mode, fleet }: FleetReport): string {
	const health = fleet.health === null ? 'no device reachable' : `health ${fleet.health}`;
	return `${mode}: ${fleet.drifted} of ${fleet.devices} drifted, ${health}`;
}

function changedTimelines(report: FleetReport, snapshot: HistorySnapshot): readonly BranchFile[] {
	const known = byName(snapshot.latest);
	return report.devices
		.filter((device) => !isAsBefore(device, known))
		.flatMap((device) => {
			const before = snapshot.timelines.get(device.name) ?? { schemaVersion: 1, name: device.name, transitions: [] };
			const seen = observe(before, transition(device, report));
			const after = withNewerState(seen, { report, snapshot, device: known.get(device.name) });
			return after === before ? [] : [{ path: devicePath(device.name), content: asJson(after) }];
		});
}

/** After a late run is filed into the past, what the newest run saw still holds. */
function withNewerState(
	timeline: DeviceTimeline,
	{ report, snapshot, device }: { report: FleetReport; snapshot: HistorySnapshot; device: DeviceReport | undefined },
): DeviceTimeline {
	const { latest } = snapshot;
	if (latest === null || device === undefined || newestOf(report, latest) === report) return timeline;
	return observe(timeline, transition(device, latest));
}

function transition(device: DeviceReport, { startedAt, runId }: FleetReport): DeviceTimeline['transitions'][number] {
	return { at: startedAt, runId, ...stateOf(device) };
}

function isAsBefore(device: DeviceReport, known: ReadonlyMap<string, DeviceReport>): boolean {
	const before = known.get(device.name);
	return before !== undefined && isSameState(before, device);
}

function byName(report: FleetReport | null): ReadonlyMap<string, DeviceReport> {
	return new Map(report?.devices.map((device) => [device.name, device]));
}

function newestOf(report: FleetReport, latest: FleetReport | null): FleetReport {
	return latest === null || Date.parse(latest.startedAt) <= Date.parse(report.startedAt) ? report : latest;
}

function byStart(one: RunSummary, other: RunSummary): number {
	return Date.parse(one.startedAt) - Date.parse(other.startedAt);
}

function withoutDiffs(report: FleetReport): FleetReport {
	return { ...report, devices: report.devices.map((device) => ({ ...device, diff: '' })) };
}

function appendLine(segment: string, summary: RunSummary): string {
	const separator = segment === '' || segment.endsWith('\n') ? '' : '\n';
	return `${segment}${separator}${JSON.stringify(summary)}\n`;
}

function checkPage(page: BranchFile): BranchFile {
	if (isPagePath(page.path)) return page;
	throw historyError(`a page may not be written to ${JSON.stringify(page.path.slice(0, 80))}`);
}
