import { describe, expect, it } from 'vitest';
import { mergeBase } from '../../../src/infrastructure/github/merge-base.ts';
import { type Answer, refuse, secondaryLimit } from '../../support/github/answer.ts';
import { captureLog, connect } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const FORK_POINT = 'd'.repeat(40);

async function serverWithHistory(): Promise<GitHubServer> {
	const server = await startGitHubServer();
	server.state.mergeBases.set(`${BASE}...${HEAD}`, FORK_POINT);
	return server;
}

describe('mergeBase', () => {
	it('asks GitHub where head left base', async () => {
		await using server = await serverWithHistory();

		expect(await mergeBase(await connect(server), server.repository, BASE, HEAD)).toBe(FORK_POINT);
	});

	it('says so where there is no common commit', async () => {
		await using server = await serverWithHistory();

		const asking = mergeBase(await connect(server), server.repository, HEAD, BASE);

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

		expect(await mergeBase(await connect(server), server.repository, BASE, HEAD)).toBe(FORK_POINT);

		const [first, second] = server.requests.map(({ atMs }) => atMs);
		expect(server.requests).toHaveLength(2);
		expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(950);
	});

	it('says in the log that it waits', async () => {
		await using server = await serverWithHistory();
		const { log, written } = captureLog();
		server.failNext(/compare/u, secondaryLimit(1));

		await mergeBase(await connect(server, log), server.repository, BASE, HEAD);

		expect(written()).toContain("::warning::GitHub's secondary rate limit at GET");
		expect(written()).toContain('trying again in 1 s');
	});

	it.each<{ what: string; answer: Answer }>([
		{ what: 'a limit that asks for more time than a report is worth', answer: secondaryLimit(3000) },
		{ what: 'a refusal', answer: refuse(403, 'Resource not accessible by integration') },
	])('gives up at once on $what', async ({ answer }) => {
		await using server = await serverWithHistory();
		server.failNext(/compare/u, answer);

		await expect(mergeBase(await connect(server), server.repository, BASE, HEAD)).rejects.toThrow();

		expect(server.requests).toHaveLength(1);
	});

	it('gives up after three waits', async () => {
		await using server = await serverWithHistory();
		for (let index = 0; index < 9; index += 1) server.failNext(/compare/u, secondaryLimit(1, 429));

		await expect(mergeBase(await connect(server), server.repository, BASE, HEAD)).rejects.toThrow(
			/secondary rate limit/u,
		);

		expect(server.requests).toHaveLength(4);
	});

	it('keeps the token out of its errors', async () => {
		await using server = await serverWithHistory();

		const refusal = await mergeBase(await connect(server), server.repository, HEAD, BASE).catch(
			(error: unknown) => error,
		);

		expect(JSON.stringify([refusal, (refusal as Error).cause, String(refusal)])).not.toContain(server.token);
	});
});
