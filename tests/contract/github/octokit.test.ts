import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ANSWER_LIMIT_BYTES } from '../../../src/infrastructure/github/client/bound-by-size.ts';
import { createOctokit } from '../../../src/infrastructure/github/client/octokit.ts';
import { LAST_WORD_MS } from '../../../src/infrastructure/github/client/request-time.ts';
import { findOwnComments } from '../../../src/infrastructure/github/comment/own-comments.ts';
import { compareCommits } from '../../../src/infrastructure/github/event/compare-commits.ts';
import { ownNodes } from '../../../src/infrastructure/github/own-nodes.ts';
import { startFaultyProxy } from '../../../src/simulator/faults/faulty-proxy.ts';
import { answerEndlessly } from '../../support/faults/answer-endlessly.ts';
import { type Answer, refuse, secondaryLimit } from '../../support/github/answer.ts';
import { captureLog, connect, timeOf } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const FORK_POINT = 'd'.repeat(40);

const CHANGE = { base: BASE, head: HEAD };
/** The server knows no common commit of them. */
const REVERSED = { base: HEAD, head: BASE };

async function serverWithHistory(): Promise<GitHubServer> {
	const server = await startGitHubServer();
	server.state.mergeBases.set(`${BASE}...${HEAD}`, FORK_POINT);
	return server;
}

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await sleep(20);
}

describe('compareCommits', () => {
	it('asks GitHub where head left base', async () => {
		await using server = await serverWithHistory();

		expect(await compareCommits(await connect(server), server.repository, CHANGE)).toMatchObject({
			mergeBase: FORK_POINT,
		});
	});

	it('says so where there is no common commit', async () => {
		await using server = await serverWithHistory();

		const asking = compareCommits(await connect(server), server.repository, REVERSED);

		await expect(asking).rejects.toThrow(/^GitHub refused the merge base with 404: Not Found/u);
	});
});

describe.concurrent('createOctokit', () => {
	it.each([
		{ what: 'a secondary limit (403)', answer: secondaryLimit(1) },
		{ what: 'a secondary limit (429)', answer: secondaryLimit(1, 429) },
		{ what: 'a server error', answer: refuse(502, 'Bad Gateway') },
	])('comes back a second after $what', async ({ answer }) => {
		await using server = await serverWithHistory();
		server.failNext(/compare/u, answer);

		expect(await compareCommits(await connect(server), server.repository, CHANGE)).toMatchObject({
			mergeBase: FORK_POINT,
		});

		const [first, second] = server.requests.map(({ atMs }) => atMs);
		expect(server.requests).toHaveLength(2);
		expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(950);
	});

	it('says in the log that it waits', async () => {
		await using server = await serverWithHistory();
		const { log, written } = captureLog();
		server.failNext(/compare/u, secondaryLimit(1));

		await compareCommits(await connect(server, log), server.repository, CHANGE);

		expect(written()).toContain("::warning::GitHub's secondary rate limit at GET");
		expect(written()).toContain('trying again in 1 s');
	});

	it.each<{ what: string; answer: Answer }>([
		{ what: 'a limit that asks for more time than a report is worth', answer: secondaryLimit(3000) },
		{ what: 'a refusal', answer: refuse(403, 'Resource not accessible by integration') },
		{ what: 'a token that is none', answer: refuse(401, 'Bad credentials') },
		{ what: 'what is not there', answer: refuse(404, 'Not Found') },
		{ what: 'what it does not take', answer: refuse(422, 'Validation Failed') },
	])('gives up at once on $what', async ({ answer }) => {
		await using server = await serverWithHistory();
		server.failNext(/compare/u, answer);

		await expect(compareCommits(await connect(server), server.repository, CHANGE)).rejects.toThrow();

		expect(server.requests).toHaveLength(1);
	});

	it('gives up after three waits', async () => {
		await using server = await serverWithHistory();
		for (let index = 0; index < 9; index += 1) server.failNext(/compare/u, secondaryLimit(1, 429));

		await expect(compareCommits(await connect(server), server.repository, CHANGE)).rejects.toThrow(
			/secondary rate limit/u,
		);

		expect(server.requests).toHaveLength(4);
	});

	it('asks again once there is time again, but not when the job is cancelled', async () => {
		await using server = await serverWithHistory();
		const time = timeOf(-600_000);
		const octokit = await connect(server, captureLog().log, time);
		const asking = (): Promise<unknown> => compareCommits(octokit, server.repository, CHANGE);

		await expect(asking()).rejects.toThrow('there was no time left');
		time.leaveAtLeast(600_000);
		await expect(asking()).resolves.toMatchObject({ mergeBase: FORK_POINT });
		time.leaveAtLeast(0);
		expect(time.left()).toBeGreaterThan(0);

		const cancelled = timeOf(-600_000, AbortSignal.abort());
		cancelled.leaveAtLeast(600_000);
		expect(cancelled.left(LAST_WORD_MS)).toBeLessThan(0);
	});

	it('asks a GitHub that hangs no longer than there is time, and no more once it is over', async () => {
		await using server = await startGitHubServer();
		await using proxy = await startFaultyProxy(Number(new URL(server.url).port), { kind: 'hang', afterBytes: 0 });
		const time = timeOf(2_000);
		const { log } = captureLog();
		const octokit = await createOctokit({ token: server.token, apiUrl: `http://127.0.0.1:${proxy.port}`, log, time });
		const asking = (): Promise<unknown> => compareCommits(octokit, server.repository, CHANGE);

		// Twice thirty seconds, if nothing held it back.
		await expect(asking()).rejects.toThrow('the merge base failed: GitHub did not answer in time');
		expect(time.left()).toBeGreaterThan(-20_000);

		await until(() => time.left() <= 0);
		const before = proxy.connections;
		await expect(asking()).rejects.toThrow('there was no time left');
		expect(proxy.connections).toBe(before);
	});

	it('gives up a request under way when the job is cancelled', async () => {
		await using server = await startGitHubServer();
		await using proxy = await startFaultyProxy(Number(new URL(server.url).port), { kind: 'hang', afterBytes: 0 });
		const job = new AbortController();
		const { log } = captureLog();
		const time = timeOf(600_000, job.signal);
		const octokit = await createOctokit({ token: server.token, apiUrl: `http://127.0.0.1:${proxy.port}`, log, time });

		const asking = compareCommits(octokit, server.repository, CHANGE);
		asking.catch(() => {});
		await until(() => proxy.connections > 0);
		job.abort();

		await expect(asking).rejects.toThrow('GitHub did not answer in time');
		expect(time.left()).toBeLessThan(5_000);
	});

	it('does not take a conflict for an empty list, where it would write what is there once more', async () => {
		await using server = await startGitHubServer();
		server.failNext(/^GET .*\/comments$/u, refuse(409, 'Conflict'));
		const octokit = await connect(server);

		const finding = findOwnComments(octokit, { repository: server.repository, issueNumber: 5, key: 'audit' });

		await expect(finding).rejects.toThrow('GitHub answered 409 to GET');
		expect(server.requests).toHaveLength(1);
	});

	it.each([301, 302])('does not take what stands where a POST was led (%i) for what was made', async (status) => {
		await using server = await startGitHubServer();
		const comments = '/repos/octo/network/issues/5/comments';
		const headers = { location: `${server.url}${comments}` };
		server.failNext(/^POST .*\/comments$/u, { ...refuse(status, 'Moved Permanently'), headers });
		const octokit = await connect(server);

		const making = octokit.rest.issues.createComment({ ...server.repository, issue_number: 5, body: 'x' });

		await expect(making).rejects.toThrow(
			`nothing was created: GitHub redirected a POST to ${comments}, which answered 200`,
		);
		expect(server.state.comments).toEqual([]);
	});

	it('follows a POST that may be repeated elsewhere (307), as of a repository that was renamed', async () => {
		await using server = await startGitHubServer();
		const headers = { location: `${server.url}/repos/octo/network/issues/5/comments` };
		server.failNext(/^POST .*\/comments$/u, { ...refuse(307, 'Moved'), headers });
		const octokit = await connect(server);

		await octokit.rest.issues.createComment({ ...server.repository, issue_number: 5, body: 'x' });

		expect(server.state.comments).toMatchObject([{ body: 'x' }]);
	});

	it('finds both APIs of GitHub Enterprise Server', async () => {
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(`${request.method} ${request.url}`);
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"nodes":[]}}');
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const { log } = captureLog();
		const octokit = await createOctokit({ token: 'x', apiUrl: `http://127.0.0.1:${port}/api/v3`, log });

		await octokit.rest.issues.get({ owner: 'octo', repo: 'network', issue_number: 5 });
		await ownNodes(octokit, ['IC_1']);

		expect(asked).toEqual(['GET /api/v3/repos/octo/network/issues/5', 'POST /api/graphql']);
		server.closeAllConnections();
		server.close();
	});

	it('hangs up on an answer without an end, and does not ask again', async () => {
		let requests = 0;
		let taken = 0;
		const server = createServer((_, response) => {
			requests += 1;
			const { socket } = response;
			response.once('close', () => {
				taken += socket?.bytesWritten ?? 0;
			});
			response.writeHead(200, { 'content-type': 'application/json' });
			answerEndlessly(response, '[0,'.repeat(20_000));
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const { log } = captureLog();
		const octokit = await createOctokit({ token: 'x', apiUrl: `http://127.0.0.1:${port}`, log });

		const asking = compareCommits(octokit, { owner: 'octo', repo: 'network' }, CHANGE);

		await expect(asking).rejects.toThrow('is cut short, too large, or not JSON');
		expect(requests).toBe(1);
		// Once its last connection is gone.
		server.close();
		await once(server, 'close');
		expect(taken).toBeGreaterThan(ANSWER_LIMIT_BYTES);
		expect(taken).toBeLessThan(2 * ANSWER_LIMIT_BYTES);
	});

	it('keeps the token out of its errors', async () => {
		await using server = await serverWithHistory();

		const refusal = await compareCommits(await connect(server), server.repository, REVERSED).catch(
			(error: unknown) => error,
		);

		expect(JSON.stringify([refusal, (refusal as Error).cause, String(refusal)])).not.toContain(server.token);
	});
});
