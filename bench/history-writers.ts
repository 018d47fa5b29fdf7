/**
 * Many writers at once: `npm run soak:history -- [--writers 20] [--rounds 10]`. In each round all writers read the same commit of
 * a results branch behind a real `git http-backend` and record a run of their own. Ends with 1 if one of them is lost.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deviceReport, driftedDevice, fleetReport } from '../tests/support/git/fleet-reports.ts';
import { startGitServer } from '../tests/support/git/http-backend.ts';
import { BENCH_BRANCH, benchBranch } from './support/bench-branch.ts';
import { makeFolder } from './support/make-folder.ts';

const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_0123456789abcdef';

const { values } = parseArgs({
	options: { writers: { type: 'string', default: '20' }, rounds: { type: 'string', default: '10' } },
});
const [writers, rounds] = [Number(values.writers), Number(values.rounds)];

const tempDir = makeFolder('history-writers-');
await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
const recorded: { readonly runId: string; readonly commit: string }[] = [];
try {
	for (let round = 0; round < rounds; round++) {
		const start = performance.now();
		const asked = server.requests.length;
		recorded.push(...(await Promise.all(Array.from({ length: writers }, (_, writer) => record(round, writer)))));
		const pushes = server.requests
			.slice(asked)
			.filter((request) => request.includes('POST') && request.includes('receive-pack'));
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		console.log(`round ${round + 1}: ${writers} writers done after ${seconds} s and ${pushes.length} pushes`);
	}
	const lost = await findLost();
	console.log(
		lost.length === 0 ? `${recorded.length} of ${recorded.length} runs are there, whole` : `LOST: ${lost.join(', ')}`,
	);
	process.exitCode = lost.length === 0 ? 0 : 1;
} finally {
	rmSync(tempDir, { recursive: true });
}

async function record(round: number, writer: number): Promise<{ readonly runId: string; readonly commit: string }> {
	const runId = `run-${round}-${writer}`;
	const startedAt = new Date(Date.UTC(2026, 10, 1 + round, 6, writer)).toISOString();
	const branch = benchBranch({ remoteUrl: server.urlOf(REPOSITORY), token: TOKEN, tempDir });
	const devices = [driftedDevice(`edge-${round}-${writer}`, runId), deviceReport('core-01')];
	return { runId, commit: await branch.record(fleetReport(runId, devices, { startedAt })) };
}

/** What should be on the branch and is not: commits, lines, reports, timelines, segments of the page. */
async function findLost(): Promise<readonly string[]> {
	await server.git(REPOSITORY, 'fsck', '--strict');
	const commits = new Set((await server.git(REPOSITORY, 'rev-list', BENCH_BRANCH)).trim().split('\n'));
	const paths = new Set(
		(await server.git(REPOSITORY, 'ls-tree', '-r', '--name-only', BENCH_BRANCH)).trim().split('\n'),
	);
	const segment = await server.git(REPOSITORY, 'show', `${BENCH_BRANCH}:data/runs/2026-11.ndjson`);
	const lines = segment
		.trim()
		.split('\n')
		.map((line): string => JSON.parse(line).runId);
	const missing = recorded.filter(
		({ runId, commit }) =>
			!commits.has(commit) ||
			lines.filter((line) => line === runId).length !== 1 ||
			!paths.has(`data/reports/2026/11/${runId}.json`) ||
			!paths.has(`data/devices/${runId.replace('run', 'edge')}.json`) ||
			!paths.has(`page/runs/2026/11/${runId}.js`),
	);
	const extra = commits.size === recorded.length ? [] : [`${commits.size} commits for ${recorded.length} runs`];
	return [...missing.map(({ runId }) => runId), ...extra];
}
