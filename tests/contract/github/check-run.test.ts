import { describe, expect, it } from 'vitest';
import { type CheckConclusion, concludeCheck, startCheck } from '../../../src/infrastructure/github/check/check-run.ts';
import { refuse } from '../../support/github/answer.ts';
import type { CheckRunBody } from '../../support/github/limits.ts';
import { annotationsOf, connect, HEAD_SHA } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

function startOn({ repository, url }: GitHubServer) {
	return { repository, headSha: HEAD_SHA, name: 'Fleet drift', detailsUrl: `${url}/run`, externalId: '42-1' };
}

const conclusion: CheckConclusion = {
	conclusion: 'failure',
	title: '2 of 24 devices drifted',
	summary: 'summary',
	text: 'text',
	annotations: [],
};

describe('startCheck', () => {
	it('shows on the head commit that the audit is in progress', async () => {
		await using server = await startGitHubServer();

		const check = await startCheck(await connect(server), startOn(server));

		expect(server.state.checkRuns).toMatchObject([
			{ id: check.id, status: 'in_progress', headSha: HEAD_SHA, conclusion: null },
		]);
		expect(check.url).toBe(`${server.url}/octo/network/runs/${check.id}`);
	});

	it('starts one check when GitHub loses the answer', async () => {
		await using server = await startGitHubServer();
		server.loseNextAnswer(/^POST .*\/check-runs$/u, refuse(500, 'Server Error'));

		const check = await startCheck(await connect(server), startOn(server));

		expect(server.state.checkRuns.map(({ id }) => id)).toEqual([check.id]);
	});

	it('names the permission that a read-only token lacks', async () => {
		await using server = await startGitHubServer({ permissions: { checks: 'read' } });

		await expect(startCheck(await connect(server), startOn(server))).rejects.toMatchObject({
			permission: 'checks: write',
		});
	});
});

describe.concurrent('concludeCheck', () => {
	it('sends 120 annotations in batches of 50 and concludes with the last', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const check = await startCheck(octokit, startOn(server));

		await concludeCheck(octokit, check, { ...conclusion, annotations: annotationsOf(120) });

		const updates = server.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body as CheckRunBody);
		expect(updates.map(({ status, conclusion: end, output }) => [status, end, output?.annotations?.length])).toEqual([
			['in_progress', undefined, 50],
			['in_progress', undefined, 50],
			['completed', 'failure', 20],
		]);
		const [run] = server.state.checkRuns;
		expect(run).toMatchObject({ conclusion: 'failure', output: { summary: 'summary', text: 'text' } });
		expect(run?.annotations.map(({ message }) => message)).toEqual(annotationsOf(120).map(({ message }) => message));
	});

	it.each([
		['loses the answer to batch 1', 1, 'loseNextAnswer'],
		['loses the answer to batch 2', 2, 'loseNextAnswer'],
		['loses the answer to the last batch', 3, 'loseNextAnswer'],
		['does not carry out batch 2', 2, 'failNext'],
		['does not carry out the last batch', 3, 'failNext'],
	] as const)('has each annotation once when GitHub %s', async (_, batch, fault) => {
		let batches = 0;
		const disturb = (): void => server[fault](/^PATCH .*\/check-runs\//u, refuse(502, 'Bad Gateway'));
		const latencyOf = (request: string): number => {
			if (request.startsWith('PATCH ')) batches += 1;
			if (request.startsWith('PATCH ') && batches === batch - 1) disturb();
			return 0;
		};
		await using server = await startGitHubServer({ latencyOf });
		const octokit = await connect(server);
		const check = await startCheck(octokit, startOn(server));
		if (batch === 1) disturb();

		const page = await concludeCheck(octokit, check, { ...conclusion, annotations: annotationsOf(120) });

		expect(page).toBe(check.url);
		const [run] = server.state.checkRuns;
		expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
		expect(run?.annotations.map(({ message }) => message)).toEqual(annotationsOf(120).map(({ message }) => message));
	});

	it.each([
		{
			what: 'an annotation',
			change: { annotations: annotationsOf(1).map((one) => ({ ...one, path: '/etc/passwd' })) },
		},
		{ what: 'a summary that is too long', change: { summary: 'é'.repeat(32_768) } },
		{ what: 'a text that is too long', change: { text: 'é'.repeat(32_768) } },
	])('still concludes when GitHub refuses $what, and says so', async ({ change }) => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const check = await startCheck(octokit, startOn(server));

		const concluding = concludeCheck(octokit, check, { ...conclusion, ...change });

		await expect(concluding).rejects.toThrow(/^GitHub refused the check run with 422: /u);
		expect(server.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
	});
});
