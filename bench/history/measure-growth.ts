import { execFileSync } from 'node:child_process';
import { type GitServer, startGitServer } from '../../tests/support/git/http-backend.ts';
import { BENCH_BRANCH, benchBranch } from '../support/bench-branch.ts';
import { type HistoryRecipe, historyOfReports } from '../support/history-of-reports.ts';

/** Bytes per run. */
export interface Growth {
	/** Of the repository after `git repack -a -d`, as servers do it from time to time. */
	readonly packed: number;
	/** The same with a window of 250 instead of 10 objects, as `git gc --aggressive` does it. */
	readonly closelyPacked: number;
	/** What the writer sends. */
	readonly pushed: number;
	/** What a clone that has all runs but the newest gets with it. */
	readonly fetched: number;
	/** What the writer gets. */
	readonly read: number;
	/** Of the repository while nothing has been packed: every file whole, though compressed. */
	readonly loose: number;
}

const REPOSITORY = 'acme/network.git';
/** Runs before those that are measured: the first ones write the fleet, and every device has drifted once where few there are. */
const SETTLING = 10;

export async function measureGrowth({
	tempDir,
	...recipe
}: HistoryRecipe & { readonly tempDir: string }): Promise<Growth> {
	await using server = await startGitServer({
		repositories: [REPOSITORY],
		config: { 'receive.unpackLimit': '1000000' },
	});
	const branch = benchBranch({ remoteUrl: server.urlOf(REPOSITORY), token: null, tempDir });
	let start: Sizes | null = null;
	let run = 0;
	for (const report of historyOfReports({ ...recipe, runs: recipe.runs + SETTLING })) {
		await branch.record(report);
		if (++run === SETTLING) start = await sizesOf(server);
	}
	const end = await sizesOf(server);
	const perRun = (size: keyof Sizes): number => (end[size] - (start?.[size] ?? 0)) / recipe.runs;
	return {
		packed: perRun('packed'),
		closelyPacked: perRun('closelyPacked'),
		pushed: perRun('received'),
		fetched: fetchedBytes(server),
		read: perRun('sent'),
		loose: perRun('loose'),
	};
}

type Sizes = Readonly<Record<'packed' | 'closelyPacked' | 'received' | 'sent' | 'loose', number>>;

async function sizesOf(server: GitServer): Promise<Sizes> {
	const objects = await server.git(REPOSITORY, 'cat-file', '--batch-all-objects', '--batch-check=%(objectsize:disk)');
	return {
		sent: server.sentBytes,
		received: server.receivedBytes,
		loose: objects.split('\n').reduce((sum, size) => sum + Number(size), 0),
		packed: packBytes(server, BENCH_BRANCH, ['--window=10']),
		closelyPacked: packBytes(server, BENCH_BRANCH, ['--window=250']),
	};
}

/** A pull a day: the mean of the newest ten. */
function fetchedBytes(server: GitServer): number {
	const days = Array.from({ length: 10 }, (_, day) => `^${BENCH_BRANCH}~${day + 1}\n${BENCH_BRANCH}~${day}`);
	return days.reduce((sum, commits) => sum + packBytes(server, commits, ['--thin']), 0) / days.length;
}

/** The size of a pack of these commits, made anew; the repository stays as it is. */
function packBytes(server: GitServer, commits: string, options: readonly string[]): number {
	const args = ['pack-objects', '--revs', '--stdout', '--delta-base-offset', '--quiet', ...options];
	const cwd = server.pathOf(REPOSITORY);
	return execFileSync('git', args, { cwd, input: `${commits}\n`, maxBuffer: 1 << 30 }).length;
}
