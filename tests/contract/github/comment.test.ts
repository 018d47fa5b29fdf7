import { describe, expect, it } from 'vitest';
import { type CommentRequest, publishComment } from '../../../src/infrastructure/github/comment/comment.ts';
import { parseMarker, printMarker } from '../../../src/infrastructure/github/comment/comment-marker.ts';
import { refuse } from '../../support/github/answer.ts';
import { connect, factsOf } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

const BOT = 'github-actions[bot]';

function requestOn({ repository }: GitHubServer, changes: Partial<CommentRequest> = {}): CommentRequest {
	return {
		repository,
		issueNumber: 5,
		key: 'audit',
		mode: 'always',
		whenClean: 'update',
		body: 'report',
		facts: factsOf(),
		...changes,
	};
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

function verdicts(server: GitHubServer): (string | undefined)[] {
	return server.state.comments.map(({ body }) => parseMarker(body)?.verdict);
}

function ownNode(server: GitHubServer): object {
	return { id: `IC_${server.state.comments[0]?.id}`, viewerDidAuthor: true, isMinimized: false };
}

const NO_LUCK = { status: 200, body: { data: null, errors: [{ message: 'no such luck' }] } };

describe.concurrent('publishComment', () => {
	it('creates a comment with the marker on its first line', async () => {
		await using server = await startGitHubServer();

		const published = await publishComment(await connect(server), requestOn(server));

		const [comment] = server.state.comments;
		expect(published).toEqual({
			url: `${server.url}/octo/network/pull/5#issuecomment-${comment?.id}`,
			action: 'created',
			failure: null,
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

		const changed = requestOn(server, { body: 'new', facts: factsOf({ runNumber: 8, hash: 'h2' }) });
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

		const late = await publishComment(octokit, requestOn(server, { facts: factsOf({ ...run, hash: 'h2' }) }));

		expect(late.action).toBe(action);
	});

	it('lets a minimised comment rest and writes a new one', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server));
		for (const comment of server.state.comments) comment.minimised = 'OFF_TOPIC';

		expect((await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 8 }) }))).action).toBe(
			'created',
		);
	});

	it('waits with the first comment for drift in the mode on-drift, and then keeps it up to date', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const publish = (runNumber: number, verdict: 'in-sync' | 'drifted') => {
			const facts = factsOf({ runNumber, verdict, hash: verdict });
			return publishComment(octokit, requestOn(server, { mode: 'on-drift', facts }));
		};

		expect(await publish(1, 'in-sync')).toMatchObject({ url: null, action: 'not-needed' });
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

	it('notifies people when the verdict gets worse, and only then', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const publish = async (runNumber: number, verdict: 'in-sync' | 'drifted' | 'unknown') => {
			const facts = factsOf({ runNumber, verdict, hash: `${verdict} ${runNumber}` });
			return (await publishComment(octokit, requestOn(server, { facts }))).action;
		};

		expect(await publish(1, 'in-sync')).toBe('created');
		expect(await publish(2, 'unknown')).toBe('created');
		expect(await publish(3, 'drifted')).toBe('created');
		expect(await publish(4, 'drifted')).toBe('updated');
		expect(await publish(5, 'unknown')).toBe('updated');
		expect(await publish(6, 'in-sync')).toBe('updated');
		expect(await publish(7, 'drifted')).toBe('created');

		const folded = server.state.comments.map(({ minimised }) => minimised);
		expect(folded).toEqual(['OUTDATED', 'OUTDATED', 'OUTDATED', null]);
		expect(verdicts(server)).toEqual(['in-sync', 'unknown', 'in-sync', 'drifted']);
	});

	it('writes first and folds away afterwards, so that there is always a comment to be seen', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 1, verdict: 'in-sync' }) }));
		for (let listed = 0; listed < 2; listed += 1)
			server.failNext(/^POST \/graphql$/u, { status: 200, body: { data: { nodes: [ownNode(server)] } } });
		server.failNext(/^POST \/graphql$/u, NO_LUCK);

		const published = await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 2 }) }));

		expect(published).toMatchObject({ action: 'created', failure: { sink: 'comment' } });
		expect(published.failure?.message).toContain('a comment could not be minimised: Request failed');
		expect(published.url).toContain(`#issuecomment-${server.state.comments[1]?.id}`);
	});

	it('folds away what it replaces, and says what it could not find out, where others cannot be listed again', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 1, verdict: 'in-sync' }) }));
		server.failNext(/^POST \/graphql$/u, { status: 200, body: { data: { nodes: [ownNode(server)] } } });
		server.failNext(/^POST \/graphql$/u, NO_LUCK);

		const { failure } = await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 2 }) }));

		expect(failure?.message).toContain('what other runs have written meanwhile could not be listed');
		expect(server.state.comments.map(({ minimised }) => minimised)).toEqual(['OUTDATED', null]);
	});

	it.each([
		{ other: 6, folded: ['OUTDATED', null] },
		{ other: 8, folded: [null, 'OUTDATED'] },
	])('leaves one comment to be seen where run $other writes at the same time', async ({ other, folded }) => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const marker = { key: 'audit', ...factsOf({ runNumber: other }), hash: 'h' };
		octokit.hook.before('request', ({ method, url }) => {
			if (method !== 'POST' || !url.endsWith('/comments')) return;
			server.state.addComment({ issueNumber: 5, author: BOT, body: `${printMarker(marker)}\nreport` });
		});

		const published = await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 7 }) }));

		expect(published).toMatchObject({ action: 'created', failure: null });
		expect(server.state.comments.map(({ minimised }) => minimised)).toEqual(folded);
	});

	it('folds a clean comment away where that is wished, and keeps editing that one', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const publish = async (runNumber: number, verdict: 'in-sync' | 'drifted', hash: string = verdict) => {
			const facts = factsOf({ runNumber, verdict, hash });
			return (await publishComment(octokit, requestOn(server, { whenClean: 'minimise', facts }))).action;
		};

		expect(await publish(1, 'drifted')).toBe('created');
		expect(await publish(2, 'in-sync')).toBe('updated');
		expect(server.state.comments).toMatchObject([{ minimised: 'RESOLVED' }]);
		expect(await publish(3, 'in-sync')).toBe('unchanged');
		expect(await publish(4, 'in-sync', 'other words')).toBe('updated');
		expect(await publish(5, 'drifted')).toBe('created');
		expect(server.state.comments).toMatchObject([{ minimised: 'RESOLVED' }, { minimised: null }]);
	});

	it('takes every comment of the audit away where that is wished, and nobody else’s', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		chatter(server, 1);
		const clean = { whenClean: 'delete', facts: factsOf({ runNumber: 9, verdict: 'in-sync' }) } as const;
		await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 1, verdict: 'unknown' }) }));
		await publishComment(octokit, requestOn(server, { facts: factsOf({ runNumber: 2 }) }));
		await publishComment(octokit, requestOn(server, { key: 'other' }));

		expect(await publishComment(octokit, requestOn(server, clean))).toMatchObject({ url: null, action: 'deleted' });
		expect(server.state.comments.map(({ author }) => author)).toEqual(['anna', BOT]);
		expect((await publishComment(octokit, requestOn(server, clean))).action).toBe('not-needed');
	});

	it('does not mind when somebody deletes the comment first', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		await publishComment(octokit, requestOn(server));
		server.loseNextAnswer(/^DELETE /u, refuse(404, 'Not Found'));

		const facts = factsOf({ runNumber: 8, verdict: 'in-sync' });
		expect((await publishComment(octokit, requestOn(server, { whenClean: 'delete', facts }))).action).toBe('deleted');
	});

	it('asks GitHub nothing in the mode off', async () => {
		await using server = await startGitHubServer();

		expect(await publishComment(await connect(server), requestOn(server, { mode: 'off' }))).toMatchObject({
			url: null,
			action: 'off',
		});
		expect(server.requests).toEqual([]);
	});

	it('writes no new comment about a head that the pull request has no longer', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const headSha = 'f'.repeat(40);
		const pull = {
			author: 'anna',
			head: 'change',
			base: 'main',
			title: 'x',
			body: '',
			headSha,
			baseSha: 'b'.repeat(40),
		};
		const issueNumber = server.state.addPull(pull).number;

		expect(await publishComment(octokit, requestOn(server, { issueNumber }))).toMatchObject({
			url: null,
			action: 'skipped-stale',
		});
		expect(writes(server)).toEqual([]);

		const facts = factsOf({ headSha, runNumber: 8 });
		expect((await publishComment(octokit, requestOn(server, { issueNumber, facts }))).action).toBe('created');
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
		const marker = { key: '--> <script>\n"é', ...factsOf() };

		const printed = printMarker(marker);

		expect(printed.indexOf('-->')).toBe(printed.length - 3);
		expect(printed).not.toContain('\n');
		expect(parseMarker(`${printed}\r\nbody`)).toEqual(marker);
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
