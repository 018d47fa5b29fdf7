import type { FleetReport } from '../../domain/fleet-report.ts';
import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import type { LongText } from '../text-on-disk.ts';
import { inTurns } from '../turns.ts';
import {
	devicePath,
	FLEET_PATH,
	isPagePath,
	LATEST_PATH,
	monthOfSegment,
	segmentPath,
	segmentsOf,
} from './history-paths.ts';
import type { HistorySnapshot } from './history-snapshot.ts';
import { readLaterParts } from './later-parts.ts';
import { parseSegment, parseTimeline } from './parse-history.ts';
import { withQuiet } from './quiet-timelines.ts';
import { readState } from './read-state.ts';
import { devicesThatChanged } from './timeline-changes.ts';

/**
 * Newest segments that the pages are drawn from: with the months the branch grows, a write does not. The ninety days of the
 * chart touch four months.
 */
const PAGE_SEGMENTS = 4;

/** A commit of the branch. */
export interface CommittedFiles {
	readonly paths: ReadonlySet<string>;
	/** Brings contents in, all at once; what is read or opened without is fetched then. */
	fetch(paths: readonly string[]): Promise<void>;
	/** The texts of those of the paths that exist, fetched all at once. */
	read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
	/** Those of the paths whose texts are too long to be read at once with others; fetched all at once. */
	longAmong(paths: readonly string[]): Promise<ReadonlySet<string>>;
	/** A text that may be long, null where there is none; as long as the commit is at hand. */
	open(path: string): Promise<LongText | null>;
}

/** Reads what a run needs to know of the branch. Throws a `PublishError` for a file that is not as we wrote it. */
export async function readHistory(files: CommittedFiles, report: FleetReport): Promise<HistorySnapshot> {
	const segment = segmentPath(report.startedAt);
	const all = segmentsOf(files.paths);
	const segments = new Set([...all.slice(-PAGE_SEGMENTS), segment]);
	await files.fetch([LATEST_PATH, FLEET_PATH, ...segments]);
	const latest = await readState(files);
	const texts = await files.read([...segments]);
	const names = devicesThatChanged(report, latest).map(({ name }) => name);
	const runs = await inTurns(runsOf(texts));
	const ofLatest = latest === null ? segment : segmentPath(latest.startedAt);
	const latestSegment = ofLatest === segment ? undefined : texts.get(ofLatest);
	return {
		latest,
		segment: texts.get(segment) ?? '',
		...(latestSegment === undefined ? {} : { latestSegment }),
		runs,
		laterParts: await readLaterParts(files, { report, runs }),
		timelines: withQuiet(await readTimelines(files, names), { names, latest }),
		months: all.map(monthOfSegment),
		pages: new Set([...files.paths].filter(isPagePath)),
	};
}

/**
 * Runs of segments, in the order of their paths. A file that is not there is an empty month; one that is there and empty is
 * a damaged one.
 */
export function* runsOf(texts: ReadonlyMap<string, string>): Steps<readonly RunSummary[]> {
	const runs: RunSummary[] = [];
	for (const path of [...texts.keys()].sort()) runs.push(...(yield* parseSegment(texts.get(path) ?? '', path)));
	return runs;
}

/** Timelines that have a file, by device name. */
export async function readTimelines(
	files: CommittedFiles,
	names: readonly string[],
): Promise<ReadonlyMap<string, DeviceTimeline>> {
	const texts = await files.read(names.map(devicePath));
	const timelines = await inTurns(
		flatMapInSteps(names, (name) => {
			const path = devicePath(name);
			const text = texts.get(path);
			return text === undefined ? [] : [[name, parseTimeline(text, path)] as const];
		}),
	);
	return new Map(timelines);
}
