import type { Change } from '../../domain/drift-report.ts';
import type { DeviceTimeline, Transition } from '../../domain/history/device-timeline.ts';
import type { PastOfFleet } from '../../domain/history/fleet-history.ts';
import type { PresentDevice } from '../../domain/history/fleet-state.ts';
import type { RemoteAccess } from '../temporary-repository.ts';
import { BranchClone } from './branch-clone.ts';
import { checkBranchName } from './check-branch-name.ts';
import { devicePath, LATEST_PATH, reportPath, segmentPath, segmentsOf, timelinesOf } from './history-paths.ts';
import { parseReport, parseSegment, parseState, parseTimeline } from './parse-history.ts';
import type { CommittedFiles } from './read-history.ts';

/** The newest commit of a results branch, for reading; nothing is ever written. */
export interface Past extends AsyncDisposable {
	/** All devices, and the runs from a time on (milliseconds since the epoch). */
	fleet(options: { readonly since: number }): Promise<PastOfFleet>;
	/** The devices of the newest audit, as it found them. */
	latest(): Promise<readonly PresentDevice[]>;
	/** Those of these devices that have a timeline, fetched all at once. */
	timelines(names: readonly string[]): Promise<readonly DeviceTimeline[]>;
	/** What differed on a device at these transitions, by run id; a report that is not kept any more has no entry. */
	changes(name: string, transitions: readonly Transition[]): Promise<ReadonlyMap<string, readonly Change[]>>;
}

/**
 * Opens a results branch for reading, in a temporary clone; null where there is no such branch. Throws a
 * `ConfigurationError` for a name or a URL that cannot be used, a `GitFailure` where the remote does not answer, and its
 * methods a `PublishError` for a file that is not as we wrote it.
 */
export async function openPast(remote: RemoteAccess & { readonly branch: string }): Promise<Past | null> {
	checkBranchName(remote.branch);
	const clone = await BranchClone.create(remote);
	try {
		const tip = await clone.fetchTip();
		if (tip !== null) return pastIn(clone, await clone.files(tip));
	} catch (error) {
		await clone[Symbol.asyncDispose]();
		throw error;
	}
	await clone[Symbol.asyncDispose]();
	return null;
}

function pastIn(clone: BranchClone, files: CommittedFiles): Past {
	const readTimelines = async (paths: readonly string[]): Promise<readonly DeviceTimeline[]> =>
		[...(await files.read(paths))].map(([path, text]) => parseTimeline(text, path));
	const latestIn = (texts: ReadonlyMap<string, string>): readonly PresentDevice[] => {
		const text = texts.get(LATEST_PATH);
		return text === undefined ? [] : parseState(text, LATEST_PATH).devices;
	};
	return {
		latest: async () => latestIn(await files.read([LATEST_PATH])),
		async fleet({ since }) {
			const first = segmentPath(new Date(since).toISOString());
			const segments = segmentsOf(files.paths).filter((path) => path >= first);
			const texts = await files.read([LATEST_PATH, ...segments]);
			return {
				runs: segments.flatMap((path) => parseSegment(texts.get(path) ?? '', path)),
				timelines: await readTimelines(timelinesOf(files.paths)),
				asked: new Set(latestIn(texts).map(({ name }) => name)),
			};
		},
		timelines: (names) => readTimelines(names.map(devicePath)),
		async changes(name, transitions) {
			const paths = new Map(transitions.map(({ at, runId }) => [reportPath({ startedAt: at, runId }), runId] as const));
			const texts = await files.read([...paths.keys()]);
			return new Map(
				[...texts].flatMap(([path, text]) => {
					const device = parseReport(text, path).devices.find((one) => one.name === name);
					return device === undefined ? [] : [[paths.get(path) ?? '', device.changes] as const];
				}),
			);
		},
		[Symbol.asyncDispose]: () => clone[Symbol.asyncDispose](),
	};
}
