import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { PublishError } from '../../../src/errors.ts';
import { HistoryRepository } from '../../../src/infrastructure/results-branch/history-repository.ts';
import { startFaultyProxy } from '../../../src/simulator/faults/faulty-proxy.ts';
import type { LineFault } from '../../../src/simulator/faults/line-fault.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_0123456789abcdefSECRET';

const reportOf = (runId: string, minute: number) =>
	fleetReport(runId, [deviceReport('core-01'), driftedDevice('edge-01', runId)], {
		startedAt: new Date(Date.UTC(2026, 10, 20, 6, minute)).toISOString(),
	});

function branchAt(remoteUrl: string, tempDir: string): HistoryRepository {
	return new HistoryRepository({
		remoteUrl,
		branch: 'drift-results',
		token: TOKEN,
		tempDir,
		identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
		clock: { now: () => Date.parse('2026-11-20T06:01:00Z'), elapsed: () => 0 },
		random: () => 0.1,
		retention: DEFAULT_RETENTION,
		renderPages: ({ latest }) => [{ path: 'README.md', content: `# ${latest.runId}\n` }],
	});
}

/** What is on the branch: whole, with these runs and no other. */
async function expectRuns(server: GitServer, runIds: readonly string[]): Promise<void> {
	await server.git(REPOSITORY, 'fsck', '--strict', '--connectivity-only');
	const lines = (await server.git(REPOSITORY, 'show', 'drift-results:data/runs/2026-11.ndjson')).trim().split('\n');
	expect(lines.map((line): string => JSON.parse(line).runId)).toEqual(runIds);
}

/** Records a run, breaks the remote, records another, mends the remote and records that one again. */
async function breakAndMend(
	broken: (server: GitServer) => Promise<{ readonly url: string } & Partial<AsyncDisposable>>,
): Promise<void> {
	await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
	await using folder = await temporaryFolder('git-faults-');
	const whole = branchAt(server.urlOf(REPOSITORY), folder.path);
	await whole.record(reportOf('run-1', 0));
	const remote = await broken(server);

	const failure = await branchAt(remote.url, folder.path)
		.record(reportOf('run-2', 1))
		.catch((error: unknown) => error);
	await remote[Symbol.asyncDispose]?.();

	// The push may have arrived although its answer did not.
	if (typeof failure === 'string') await expectRuns(server, ['run-1', 'run-2']);
	else {
		expect(failure).toBeInstanceOf(PublishError);
		expect(`${(failure as Error).message} ${(failure as Error).stack}`).not.toContain(TOKEN);
	}
	expect(await readdir(folder.path)).toEqual([]);
	await whole.record(reportOf('run-2', 1));
	await expectRuns(server, ['run-1', 'run-2']);
}

describe.concurrent('a git remote that fails leaves a whole branch and nothing else', () => {
	// What is refused is not tried again; the remote is mended with the first refusal.
	const timesOf = (status: number): number => (status >= 500 ? 4 : 1);

	it.each([401, 403, 404, 409, 503])('with status %s', async (status) => {
		await breakAndMend(async (server) => {
			server.failNext({ path: /./u, status, times: timesOf(status) });
			return { url: server.urlOf(REPOSITORY) };
		});
	});

	it.each([403, 503])('with status %s at the push', async (status) => {
		await breakAndMend(async (server) => {
			server.failNext({ path: /git-receive-pack$/u, status, times: timesOf(status) });
			return { url: server.urlOf(REPOSITORY) };
		});
	});

	it.each<LineFault>([
		{ kind: 'reset', afterBytes: 300 },
		{ kind: 'end', afterBytes: 900 },
	])('behind a line with $kind after $afterBytes bytes', async (line) => {
		await breakAndMend(async (server) => {
			const proxy = await startFaultyProxy(Number(new URL(server.url).port), line);
			return {
				url: `http://127.0.0.1:${proxy.port}/${REPOSITORY}`,
				[Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
			};
		});
	});
});
