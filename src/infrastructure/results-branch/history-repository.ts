import { setTimeout as sleep } from 'node:timers/promises';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { checkBranchName } from '../../domain/history/check-branch-name.ts';
import type { FleetState } from '../../domain/history/fleet-state.ts';
import type { Retention } from '../../domain/history/retention.ts';
import type { Clock } from '../../use-cases/ports.ts';
import { checkRemoteUrl } from '../git/check-remote-url.ts';
import type { Identity } from '../git/fast-import.ts';
import { GitFailure } from '../git/git-failure.ts';
import { inTurns } from '../turns.ts';
import { applyRun, commitSubject } from './apply-run.ts';
import { BranchClone } from './branch-clone.ts';
import { expiredPaths } from './expired-paths.ts';
import { historyError } from './history-error.ts';
import { reportPath } from './history-paths.ts';
import type { RenderPages } from './history-view.ts';
import { overtaken } from './overtaken.ts';
import { type CommittedFiles, readHistory } from './read-history.ts';
import { reportsAt } from './reports-at.ts';
import { isAhead } from './run-order.ts';
import { isStoredFrom } from './stored-report.ts';
import { gaveUp, toPublishError } from './write-failure.ts';

/** Enough for dozens of writers at once: each round at least one of them gets through. */
const MAX_ATTEMPTS = 30;
/** Attempts that may fail on the way to the remote, rather than by another writer. */
const MAX_OUTAGES = 4;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** The branch, who writes it, and how much of the past it keeps. */
export interface HistoryRepositoryOptions {
	/** https, ssh or file URL, or the path of a repository; without credentials. */
	readonly remoteUrl: string;
	readonly branch: string;
	/** May write contents; null where the remote asks for none. */
	readonly token: string | null;
	/** An existing folder for the temporary clone. */
	readonly tempDir: string;
	readonly identity: Identity;
	readonly clock: Clock;
	/** 0 ≤ x < 1; spreads the pauses of writers that lost a race. */
	readonly random: () => number;
	readonly renderPages: RenderPages;
	readonly retention: Retention;
	/** Told what is odd about the branch, once the run is stored. */
	readonly warn?: (sentence: string) => void;
	/** Ends what is under way; the run may have been stored all the same. */
	readonly signal?: AbortSignal;
}

/**
 * The history on a branch of a git remote. Any number of writers may record at once and none loses a run: a lost race is
 * fetched, applied again to the newest commit and pushed again, never forced. What is on the branch and cannot be read, or is
 * no history, stops the write.
 */
export class HistoryRepository {
	readonly #options: HistoryRepositoryOptions;

	/** Throws a `ConfigurationError` for a branch or a URL that cannot be used, before anything is contacted. */
	constructor(options: HistoryRepositoryOptions) {
		checkBranchName(options.branch);
		checkRemoteUrl(options.remoteUrl);
		this.#options = options;
	}

	/**
	 * Stores the report and returns the commit's SHA. Throws a `PublishError` that leaves what was stored untouched.
	 *
	 * @param configs - redacted running configs to store with it: paths of files by device name
	 */
	async record(report: FleetReport, configs: ReadonlyMap<string, string> = new Map()): Promise<string> {
		try {
			await using clone = await BranchClone.create(this.#options);
			return await this.#pushUntilTaken(clone, { report, configs });
		} catch (error) {
			throw toPublishError(error, this.#options);
		}
	}

	async #pushUntilTaken(clone: BranchClone, run: RecordedRun): Promise<string> {
		let outages = 0;
		for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
			if (attempt > 0) await this.#pause(attempt);
			try {
				const commit = await this.#attempt(clone, run);
				if (commit !== null) return commit;
			} catch (error) {
				// The push may have arrived all the same: the next attempt finds its own run on the branch then.
				if (!isOutage(error) || ++outages === MAX_OUTAGES) throw error;
			}
		}
		throw gaveUp(MAX_ATTEMPTS, this.#options.branch);
	}

	/** Fetch, apply, push. Returns null when another writer was faster. */
	async #attempt(clone: BranchClone, { report, configs }: RecordedRun): Promise<string | null> {
		const { identity, clock, renderPages, retention } = this.#options;
		const parent = await clone.fetchTip();
		const files = await clone.files(parent);
		if (parent !== null && (await isRecorded(files, report))) return parent;
		const snapshot = await readHistory(files, report);
		if (snapshot.latest === null && snapshot.months.length === 0) refuseForeign(files.paths, this.#options.branch);
		const now = clock.now();
		const past = overtaken(report, { snapshot, now });
		const changed = await inTurns(applyRun({ report, snapshot, now, renderPages }));
		const written = new Set(changed.map(({ path }) => path));
		const { latest } = snapshot;
		const starts = [report, latest ?? report].map(({ startedAt }) => Date.parse(startedAt));
		const commit = await clone.commit({
			subject: commitSubject(report),
			identity,
			time: now,
			parent,
			files: changed,
			// What a late run saw of a device that another has looked at since is not how it is.
			stored: await files.changed(new Map([...configs].filter(([name]) => !past.isPast(name)))),
			// Old is what both say is old: one runner whose clock is years ahead would take everything away. A late run may be
			// older than what is kept: it is filed, and goes with a later one.
			removed: expiredPaths(files.paths, { asOf: Math.min(...starts), retention }).filter((path) => !written.has(path)),
		});
		if (!(await clone.push(commit))) return null;
		if (latest !== null && isAhead(latest, now)) this.#options.warn?.(clockAhead(latest, now));
		return commit;
	}

	/** Anything up to a bound that doubles, so that those who collided do not meet again. */
	async #pause(attempt: number): Promise<void> {
		const bound = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
		await sleep(bound * this.#options.random());
	}
}

interface RecordedRun {
	readonly report: FleetReport;
	readonly configs: ReadonlyMap<string, string>;
}

/** A push whose answer got lost is not repeated; two different reports under one run id are nobody's intention. */
async function isRecorded(files: CommittedFiles, report: FleetReport): Promise<boolean> {
	const path = reportPath(report);
	for await (const [, recorded] of reportsAt(files, [path])) {
		if (await inTurns(isStoredFrom(recorded, report))) return true;
		throw historyError(
			`${path} on the results branch is another report of the same run id: nothing was written. Where a workflow audits several times, give each a "report-key" of its own, and each fleet a "results-branch"`,
		);
	}
	return false;
}

/** A branch with files and without a history is somebody else's: code, or another page, which ours would replace. */
function refuseForeign(paths: ReadonlySet<string>, branch: string): void {
	const [file] = paths;
	if (file === undefined) return;
	throw historyError(
		`${branch} holds something other than a history (${file}): nothing was written. Name another branch; the first audit creates it`,
	);
}

function clockAhead({ runId, startedAt }: FleetState, now: number): string {
	const own = new Date(now).toISOString();
	return `run ${runId} on the results branch says that it began at ${startedAt}, and here it is ${own}: one of the two clocks is wrong. This run counts as the newer one; set the clock of the runner that is off`;
}

function isOutage(error: unknown): boolean {
	return error instanceof GitFailure && error.kind === 'unreachable';
}
