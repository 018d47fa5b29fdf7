import { describe, expect, it } from 'vitest';
import { type CommentRequest, publishComment } from '../../../src/infrastructure/github/comment.ts';
import { parseMarker, printMarker } from '../../../src/infrastructure/github/comment-marker.ts';
import { refuse } from '../../support/github/answer.ts';
import { connect, factsOf } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

const BOT = 'github-actions[bot]';

function requestOn({ repository }: GitHubServer, changes: Partial<CommentRequest> = {}): CommentRequest {
	return { repository, issueNumber: 5, key: 'audit', mode: 'always', body: 'report', facts: factsOf(), ...changes };
}

function chatter(server: GitHubServer, count: number): void {
	for (let index = 0; index < count; index += 1)
		server.state.addComment({ issueNumber: 5, author: 'anna', body: `${index}` });
}

function writes(server: GitHubServer): string[] {
	return server.requests
		.filter(({ path, method }) => method !== 'GET' && path !== '/graphql')
		.map(({ method }) => method);
}

describe.concurrent('publishComment', () => {
	it('creates a comment with the marker on its first line', async () => {
		await using server = await startGitHubServer();

		const published = await publishComment(await connect(server), requestOn(server));

		const [comment] = server.state.comments;
		expect(published).toEqual({
			url: `${server.url}/octo/network/pull/5#issuecomment-${comment?.id}`,
			action: 'created',
		});
		expect(comment?.body.split('\n')).toEqual([
			`<!-- fleet-drift-audit: {"v":1,"key":"audit","headSha":"${'a'.repeat(40)}","runNumber":7,"runAttempt":1,"verdict":"drifted","hash":"h1"} -->`,
			'report',
		]);
	});

	it('finds its comment behind 250 others and edits it instead of writing again', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		chatter(server, 240);
		await publishComment(octokit, requestOn(server));
		chatter(server, 10);

		const changed = requestOn(server, { body: 'new', facts: factsOf({ runNumber: 8, reportHash: 'h2' }) });
		const published = await publishComment(octokit, changed);

		expect(published.action).toBe('updated');
		expect(server.state.comments.filter(({ author }) => author === BOT).map(({ body }) => body.split('\n')[1])).toEqual(
			['new'],
		);
		expect(writes(server)).toEqual(['POST', 'PATCH']);
	});

	it('never edits the comment of somebody who quotes the marker', async () => {
		await using server = await startGitHubServer();
		const marker = printMarker({ key: 'audit', ...factsOf(), hash: 'h0' });
		const quote = server.state.addComment({ issueNumber: 5, author: 'mallory', body: `${marker}\nall is well` });

		const published = await publishComment(await connect(server), requestOn(server));

		expect(published.action).toBe('created');
		expect(quote.body).toBe(`${marker}\nall is well`);
	});

	it('takes a marker for its own on the first line only', async () => {
		await using server = await startGitHubServer();
		const marker = printMarker({ key: 'audit', ...factsOf(), hash: 'h0' });
		server.state.addComment({ issueNumber: 5, author: BOT, body: `another action's report\n${marker}` });

		expect((await publishComment(await connect(server), requestOn(server))).action).toBe('created');
	});

	it('keeps audits with different keys apart', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);

		await publishComment(octokit, requestOn(server, { key: 'audit' }));
		const other = await publishComment(octokit, requestOn(server, { key: 'audit-2' }));

		expect(other.action).toBe('created');
	});

	it('leaves a comment alone that says the same about the same commit', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server));

		const again = await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 8 }) }));

		expect(again.action).toBe('unchanged');
		expect(again.url).toContain('#issuecomment-');
		expect(writes(server)).toEqual(['POST']);
	});

	it.each([
		{ runNumber: 6, runAttempt: 1, action: 'skipped-stale' },
		{ runNumber: 7, runAttempt: 1, action: 'skipped-stale' },
		{ runNumber: 7, runAttempt: 3, action: 'updated' },
	])('answers run $runNumber attempt $runAttempt after run 7 attempt 2 with $action', async ({ action, ...run }) => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server, { facts: factsOf({ runAttempt: 2 }) }));

		const late = await publishComment(octokit, requestOn(server, { facts: factsOf({ ...run, reportHash: 'h2' }) }));

		expect(late.action).toBe(action);
	});

	it('lets a minimised comment rest and writes a new one', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server));
		for (const comment of server.state.comments) comment.minimised = true;

		expect((await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 8 }) }))).action).toBe(
			'created',
		);
	});

	it('waits with the first comment for drift in the mode on-drift, and then keeps it up to date', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const publish = (runNumber: number, verdict: 'in-sync' | 'drifted') => {
			const facts = factsOf({ runNumber, verdict, reportHash: verdict });
			return publishComment(octokit, requestOn(server, { mode: 'on-drift', facts }));
		};

		expect(await publish(1, 'in-sync')).toEqual({ url: null, action: 'not-needed' });
		expect((await publish(2, 'drifted')).action).toBe('created');
		expect((await publish(3, 'in-sync')).action).toBe('updated');
	});

	it('does not follow the head in the mode on-change while the report says the same', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server, { mode: 'on-change' }));
		const facts = factsOf({ runNumber: 8, headSha: 'c'.repeat(40) });

		expect((await publishComment(octokit, requestOn(server, { mode: 'on-change', facts }))).action).toBe('unchanged');
		expect((await publishComment(octokit, requestOn(server, { mode: 'always', facts }))).action).toBe('updated');
	});

	it('asks GitHub nothing in the mode off', async () => {
		await using server = await startGitHubServer();

		expect(await publishComment(await connect(server), requestOn(server, { mode: 'off' }))).toEqual({
			url: null,
			action: 'off',
		});
		expect(server.requests).toEqual([]);
	});

	it('tells a body that is too long from other refusals', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);

		const publishing = publishComment(octokit, requestOn(server, { body: 'x'.repeat(65_536) }));

		await expect(publishing).rejects.toMatchObject({ code: 'ERR_PUBLISH', sink: 'comment' });
		await expect(publishing).rejects.toThrow(/with 422: .*too long \(maximum is 65536 characters\)/u);
	});

	it('names the permission that a read-only token lacks', async () => {
		await using server = await startGitHubServer({ permissions: { contents: 'read' } });

		const publishing = publishComment(await connect(server), requestOn(server));

		await expect(publishing).rejects.toMatchObject({ permission: 'pull-requests: write' });
	});

	it('does not write twice when GitHub loses the answer to the first write', async () => {
		await using server = await startGitHubServer();
		server.loseNextAnswer(/^POST .*\/comments$/u, refuse(502, 'Server Error'));

		const published = await publishComment(await connect(server), requestOn(server));

		expect(published.action).toBe('created');
		expect(server.state.comments).toHaveLength(1);
	});

	it('writes once more when the first write did not arrive', async () => {
		await using server = await startGitHubServer();
		server.failNext(/^POST .*\/comments$/u, refuse(502, 'Server Error'));

		expect((await publishComment(await connect(server), requestOn(server))).action).toBe('created');
		expect(server.state.comments).toHaveLength(1);
	});
});

describe('the marker', () => {
	it('survives keys that would end an HTML comment or a line', () => {
		const marker = { key: '--> <script>\n"é', ...factsOf(), hash: 'h' };
		const { reportHash: _, ...expected } = marker;

		const printed = printMarker(marker);

		expect(printed.indexOf('-->')).toBe(printed.length - 3);
		expect(printed).not.toContain('\n');
		expect(parseMarker(`${printed}\r\nbody`)).toEqual(expected);
	});

	it.each([
		'',
		'text',
		'<!-- fleet-drift-audit: {} -->',
		'<!-- fleet-drift-audit: x -->',
		'<!-- fleet-drift-audit: {"v":2} -->',
	])('is not read from %j', (body) => {
		expect(parseMarker(body)).toBeNull();
	});
});
