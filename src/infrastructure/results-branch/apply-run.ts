import { amended } from '../../domain/device-details.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { headline } from '../../domain/headline.ts';
import { sinceOf } from '../../domain/history/drift-episodes.ts';
import { asReport, type FleetState, presentState } from '../../domain/history/fleet-state.ts';
import { changedMaskUse, countMaskUse, type MaskUse } from '../../domain/masking/mask-use.ts';
import { type RunSummary, type StandingDevice, summariseRun } from '../../domain/run-summary.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { asJson } from './as-json.ts';
import { latestSegmentFile, whatStillHolds, withFigures, withFiguresInLines, withHeadOf } from './catch-up.ts';
import { historyError } from './history-error.ts';
import { devicePath, isPagePath, monthOf, reportPath, segmentPath } from './history-paths.ts';
import type { HistorySnapshot } from './history-snapshot.ts';
import type { BranchFile, RenderPages } from './history-view.ts';
import { ontoLatest } from './onto-latest.ts';
import { overtaken } from './overtaken.ts';
import { firstAudits, timelinesToTell } from './quiet-timelines.ts';
import { byStart, isAfter } from './run-order.ts';
import { stateFiles } from './state-files.ts';
import { storedReport } from './stored-report.ts';
import { type ChangedDevice, presentByName, timelineChanges } from './timeline-changes.ts';

/**
 * Adds a run to the history: the files that change, and nothing else. Pure, so that a lost race is answered by the same call
 * on a newer snapshot, and in steps: a large fleet's takes a while. A run that is older than what is there completes the
 * past, and the present of those devices at which nobody has looked since. A pre-flight check is kept as a run, but a
 * candidate says nothing about the state of the fleet.
 *
 * @param options.now - milliseconds since the epoch, by the clock of the writer
 */
export function* applyRun({
	report,
	snapshot,
	now,
	renderPages,
}: {
	readonly report: FleetReport;
	readonly snapshot: HistorySnapshot;
	readonly now: number;
	readonly renderPages: RenderPages;
}): Steps<readonly BranchFile[]> {
	const { latest } = snapshot;
	const { isLate, next, isPast } = overtaken(report, { snapshot, now });
	const audits = snapshot.runs.filter(({ mode }) => mode === 'audit').toSorted(byStart);
	const changed = yield* timelineChanges(report, { ...snapshot, next });
	const holding = isLate && latest !== null ? whatStillHolds(report, { latest, isPast }) : { report, known: latest };
	const { report: seen, known } = holding ?? { report, known: latest };
	const whole = report.mode === 'audit' ? yield* ontoLatest(seen, known) : report;
	yield;
	const masks = masksAfter(seen, latest);
	yield;
	// Where nothing holds any more but who had left, it tells of its own time.
	const summary = summariseRun(seen !== report && seen.devices.length === 0 ? report : whole, {
		changed,
		isFirst: latest === null,
		standing: standingBefore(snapshot),
		masks: isLate ? [] : newMasks(report, { masks, snapshot }),
		selected: report.selected,
	});
	yield;
	const news = changed.map(({ device }) => device);
	// One that is quiet today may need a file tomorrow.
	for (const { name } of news) devicePath(name);
	const own = (segment: string): readonly BranchFile[] => [
		{ path: reportPath(report), content: storedReport(report, new Set(news.map(({ name }) => name))) },
		{ path: segmentPath(report.startedAt), content: appendLine(segment, summary) },
	];
	if (report.mode === 'preflight') return own(snapshot.segment);
	yield;
	const present =
		holding === null && latest !== null
			? { state: latest, report: yield* asReport(latest) }
			: yield* presentAfter(isLate && latest !== null ? withHeadOf(latest, whole) : whole, {
					latest,
					changed: changed.filter(({ device: { name } }) => !isPast(name)),
					masks,
				});
	const isShown = ({ startedAt }: { readonly startedAt: string }): boolean => !isAfter({ startedAt }, present.report);
	const view = {
		latest: present.report,
		masks: present.state.masks,
		runs: [...audits.map((run) => withFigures(run, present.state)), summary].filter(isShown).toSorted(byStart),
		filed: { ...report, news },
		months: [...new Set([...snapshot.months, monthOf(report.startedAt)])]
			.filter((month) => month <= monthOf(present.report.startedAt))
			.sort(),
		pages: snapshot.pages,
	};
	const timelines = timelinesToTell(changed, { latest, present: present.state });
	yield;
	return [
		...own(isLate ? withFiguresInLines(snapshot.segment, present.state) : snapshot.segment),
		...(isLate && holding !== null ? latestSegmentFile(snapshot, present.state) : []),
		...(holding === null ? [] : stateFiles(present.state)),
		...(yield* flatMapInSteps(timelines, (timeline) => [
			{ path: devicePath(timeline.name), content: asJson(timeline) },
		])),
		...renderPages(view).map(checkPage),
	];
}

/** "audit: 2 of 312 devices drifted; health 99.36 %, coverage 100 %" */
export function commitSubject(report: FleetReport): string {
	return `${report.mode}: ${headline(report)}`;
}

/** What the first line of a month says of the time before. */
function standingBefore({ segment, latest }: HistorySnapshot): readonly StandingDevice[] | undefined {
	if (segment !== '' || latest === null) return undefined;
	return latest.devices.filter(({ status }) => status !== 'in-sync').map(({ name, status }) => ({ name, status }));
}

/** The present that a run leaves, and what it says with since when. */
function* presentAfter(
	report: FleetReport,
	{
		latest,
		changed,
		masks,
	}: {
		readonly latest: FleetState | null;
		readonly changed: readonly ChangedDevice[];
		readonly masks: readonly MaskUse[];
	},
): Steps<{ readonly state: FleetState; readonly report: FleetReport }> {
	const known = presentByName(latest);
	const changes = new Map(changed.map((change) => [change.after.name, change]));
	const sinceWhen = ({ name, status }: DeviceReport): string | null => {
		if (status === 'in-sync') return null;
		const change = changes.get(name);
		const since = change === undefined ? (known.get(name)?.since ?? null) : sinceOf(change.after);
		// Since a time that has not come yet: a clock was ahead.
		return since !== null && isAfter({ startedAt: since }, report) ? report.startedAt : since;
	};
	yield;
	const devices = yield* flatMapInSteps(report.devices, (device) => [amended(device, { since: sinceWhen(device) })]);
	const told = { ...report, devices };
	return { state: yield* presentState(told, { masks, before: latest, firsts: firstAudits(changed) }), report: told };
}

/** What masks do to a part of the fleet is not what they do to the fleet. */
function masksAfter({ selected, devices }: FleetReport, latest: FleetState | null): readonly MaskUse[] {
	return selected === true && latest !== null ? latest.masks : countMaskUse(devices);
}

/** What a line says of masks: a month begins with all of them. A run that comes late says nothing of the time between. */
function newMasks(
	{ mode }: FleetReport,
	{ masks, snapshot: { latest, segment } }: { readonly masks: readonly MaskUse[]; readonly snapshot: HistorySnapshot },
): readonly MaskUse[] {
	if (mode === 'preflight') return [];
	return latest === null || segment === '' ? masks : changedMaskUse(latest.masks, masks);
}

function appendLine(segment: string, summary: RunSummary): string {
	const separator = segment === '' || segment.endsWith('\n') ? '' : '\n';
	return `${segment}${separator}${JSON.stringify(summary)}\n`;
}

function checkPage(page: BranchFile): BranchFile {
	if (isPagePath(page.path)) return page;
	throw historyError(`a page may not be written to ${JSON.stringify(page.path.slice(0, 80))}`);
}
