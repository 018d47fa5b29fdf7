import { composed, hasDetailsElsewhere } from '../../domain/device-details.ts';
import type { Change } from '../../domain/drift-report.ts';
import { type DeviceTimeline, isSameState, type Transition } from '../../domain/history/device-timeline.ts';
import type { PastOfFleet } from '../../domain/history/fleet-history.ts';
import type { FleetState, PresentDevice } from '../../domain/history/fleet-state.ts';
import type { PastDrift } from '../../domain/history/noisy-lines.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { inTurns } from '../turns.ts';
import { devicesOf, reportPath, segmentPath, segmentsOf } from './history-paths.ts';
import { withQuiet } from './quiet-timelines.ts';
import { type CommittedFiles, readTimelines, runsOf } from './read-history.ts';
import { readState } from './read-state.ts';
import { reportsAt } from './reports-at.ts';
import { byStart, isAfter } from './run-order.ts';
import type { StoredReport } from './stored-report.ts';

/** Whole reports that are read, the newest of a period. */
const REPORTS_READ = 200;

/** What a commit of a results branch tells. Methods throw a `PublishError` for a file that is not as we wrote it. */
export interface PastReader {
	/** All devices, and the runs from a time on (milliseconds since the epoch). */
	fleet(options: { readonly since: number }): Promise<PastOfFleet>;
	/** What a page shows of the time from then on; null on a branch without an audit. */
	page(options: { readonly since: number }): Promise<PastOfPage | null>;
	/** The devices of the newest audit, as it found them. */
	latest(): Promise<readonly PresentDevice[]>;
	/** All devices that an audit has ever seen. */
	names(): Promise<ReadonlySet<string>>;
	/** Those of these devices that have a timeline, fetched all at once. */
	timelines(names: readonly string[]): Promise<readonly DeviceTimeline[]>;
	/** What differed on a device at these transitions, by run id; what is not kept any more has no entry. */
	changes(name: string, transitions: readonly Transition[]): Promise<ReadonlyMap<string, readonly Change[]>>;
}

/** What the page is drawn from. */
export interface PastOfPage {
	readonly latest: FleetState;
	/** Audits of the months that the period touches, oldest first. */
	readonly runs: readonly RunSummary[];
	/** Reports of those in which a drift was new, as far as they are kept: their drifted devices, without diffs. */
	readonly reports: readonly StoredReport[];
}

/** Reads a branch on demand: each question fetches the files that it needs, and no others. */
export function readPast(files: CommittedFiles): PastReader {
	let state: Promise<FleetState | null> | null = null;
	const readLatest = (): Promise<FleetState | null> => {
		state ??= readState(files);
		return state;
	};
	const readRuns = async (since: number): Promise<readonly RunSummary[]> => {
		const first = segmentPath(new Date(since).toISOString());
		const texts = await files.read(segmentsOf(files.paths).filter((path) => path >= first));
		return (await inTurns(runsOf(texts))).toSorted(byStart);
	};
	const readReports = async (runs: readonly RunSummary[]): Promise<readonly StoredReport[]> => {
		const withNews = runs.filter(({ transitions }) => transitions.some(({ status }) => status === 'drifted'));
		const reports: StoredReport[] = [];
		for await (const [, report] of reportsAt(files, withNews.slice(-REPORTS_READ).map(reportPath))) {
			reports.push(driftsOf(report));
		}
		return reports;
	};
	return {
		latest: async () => (await readLatest())?.devices ?? [],
		names: async () =>
			new Set([...((await readLatest())?.devices ?? []).map(({ name }) => name), ...devicesOf(files.paths)]),
		async timelines(names) {
			const read = await readTimelines(files, names);
			return [...(read.size === names.length ? read : withQuiet(read, { names, latest: await readLatest() })).values()];
		},
		async fleet({ since }) {
			const latest = await readLatest();
			const runs = (await readRuns(since)).filter(
				(run) => Date.parse(run.startedAt) >= since && (latest === null || !isAfter(run, latest)),
			);
			const reports = await readReports(runs);
			const names = latest?.devices.map(({ name }) => name) ?? [];
			const timelines = withQuiet(await readTimelines(files, devicesOf(files.paths)), { names, latest });
			return {
				lastAudit: latest?.startedAt ?? null,
				runs,
				timelines: [...timelines.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
				asked: new Set(names),
				drifts: reports.flatMap(({ runId, devices }) =>
					devices.map((device) => composed<PastDrift>([device, { runId }])),
				),
				masks: latest?.masks ?? [],
			};
		},
		async page({ since }) {
			const latest = await readLatest();
			if (latest === null) return null;
			const runs = (await readRuns(since)).filter((run) => run.mode === 'audit' && !isAfter(run, latest));
			return { latest, runs, reports: await readReports(runs) };
		},
		async changes(name, transitions) {
			const paths = new Map(transitions.map(({ at, runId }) => [reportPath({ startedAt: at, runId }), runId] as const));
			const found = new Map(presentChanges(name, { latest: await readLatest(), transitions }));
			for await (const [path, { devices }] of reportsAt(files, [...paths.keys()])) {
				const device = devices.find((one) => one.name === name);
				if (device !== undefined) found.set(paths.get(path) ?? '', device.changes);
			}
			return found;
		},
	};
}

function driftsOf(report: StoredReport): StoredReport {
	const drifted = report.devices.filter(({ status }) => status === 'drifted');
	const withoutDiff = drifted.map((device) => (hasDetailsElsewhere(device) ? device : { ...device, diff: '' }));
	return { ...report, devices: withoutDiff };
}

/** The report that saw a long drift first may be gone; what differs is known as long as it goes on. */
function presentChanges(
	name: string,
	{ latest, transitions }: { readonly latest: FleetState | null; readonly transitions: readonly Transition[] },
): readonly (readonly [runId: string, changes: readonly Change[]])[] {
	const present = latest?.devices.find((device) => device.name === name);
	const last = transitions.at(-1);
	return last !== undefined && present !== undefined && isSameState(last, present)
		? [[last.runId, present.changes]]
		: [];
}
