import { describe, expect, it } from 'vitest';
import { type AdoptionPull, closePull, publishPull } from '../../../src/infrastructure/github/adoption-pull.ts';
import { contextOfRun } from '../../../src/infrastructure/github/event/pull-of-run.ts';
import { refuse } from '../../support/github/answer.ts';
import { connect, HEAD_SHA, pullRequestContext } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { BRANCH_NAMES } from '../../support/hostile-names.ts';

const BOT = 'github-actions[bot]';
const BRANCH = 'fleet-drift/adopt-fleet';
const CREATE = /^POST .*\/pulls$/u;

function pullOf({ repository }: GitHubServer, changes: Partial<AdoptionPull> = {}): AdoptionPull {
	const title = 'Adopt drift of edge-01';
	return { repository, base: 'main', branch: BRANCH, title, body: 'what was adopted', hash: 'h1', ...changes };
}

/** One that is open already. */
function addPull({ state }: GitHubServer, changes: { author?: string; hash?: string; base?: string } = {}): void {
	const { author = BOT, hash = 'h1', base = 'main' } = changes;
	const body = `<!-- fleet-drift-audit adoption: {"v":1,"hash":"${hash}"} -->\nearlier`;
	state.addPull({ author, head: BRANCH, base, title: 'Adopt drift of edge-01', body });
}

function writes(server: GitHubServer): string[] {
	return server.requests
		.filter(({ path, method }) => method !== 'GET' && path !== '/graphql')
		.map(({ method }) => method);
}

describe.concurrent('publishPull', () => {
	it('opens a pull request with the marker on its first line', async () => {
		await using server = await startGitHubServer();

		const published = await publishPull(await connect(server), pullOf(server));

		const [pull] = server.state.pulls;
		expect(published).toEqual({ url: `${server.url}/octo/network/pull/${pull?.number}`, action: 'created' });
		expect(pull).toMatchObject({ head: BRANCH, base: 'main', title: 'Adopt drift of edge-01', state: 'open' });
		expect(pull?.body).toBe('<!-- fleet-drift-audit adoption: {"v":1,"hash":"h1"} -->\nwhat was adopted');
	});

	it('leaves one alone that says the same, and brings any other up to date', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		addPull(server);

		expect(await publishPull(octokit, pullOf(server))).toMatchObject({ action: 'unchanged' });
		expect(writes(server)).toEqual([]);

		const title = 'Adopt drift of edge-01, edge-02';
		expect(await publishPull(octokit, pullOf(server, { title, hash: 'h2' }))).toMatchObject({ action: 'updated' });
		expect(server.state.pulls).toMatchObject([{ title, body: expect.stringContaining('"hash":"h2"') }]);
	});

	it('neither edits nor closes one that somebody else opened for the branch, though it quotes the marker', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		addPull(server, { author: 'anna' });

		expect(await publishPull(octokit, pullOf(server, { hash: 'h2' }))).toMatchObject({ action: 'unchanged' });
		expect(await closePull(octokit, pullOf(server))).toBeNull();

		expect(writes(server)).toEqual([]);
	});

	it('closes its own once the drift is gone, and opens a new one for the next', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		addPull(server);

		expect(await closePull(octokit, pullOf(server))).toBe(`${server.url}/octo/network/pull/100`);
		expect(await closePull(octokit, pullOf(server))).toBeNull();
		expect(await publishPull(octokit, pullOf(server))).toMatchObject({ action: 'created' });

		expect(server.state.pulls.map(({ state }) => state)).toEqual(['closed', 'open']);
	});

	it.each([
		['another run was faster', refuse(422, 'Validation Failed')],
		['GitHub loses the answer', refuse(502, 'Bad Gateway')],
	])('opens no second one when %s', async (_, answer) => {
		await using server = await startGitHubServer();
		server.loseNextAnswer(CREATE, answer);

		const published = await publishPull(await connect(server), pullOf(server));

		expect(published).toEqual({ url: `${server.url}/octo/network/pull/100`, action: 'unchanged' });
		expect(server.state.pulls).toHaveLength(1);
		expect(writes(server)).toEqual(['POST']);
	});

	it('tells what GitHub has against it where there is none', async () => {
		await using server = await startGitHubServer();
		server.failNext(CREATE, refuse(422, 'Validation Failed: No commits between main and the branch'));

		const opening = publishPull(await connect(server), pullOf(server));

		await expect(opening).rejects.toThrow('GitHub refused the pull request with 422: Validation Failed: No commits');
		expect(writes(server)).toEqual(['POST']);
	});

	it('names the permission, or the setting of the repository, that is missing', async () => {
		await using readOnly = await startGitHubServer({ permissions: { 'pull-requests': 'read' } });
		await using strict = await startGitHubServer();
		strict.state.workflowsOpenPulls = false;

		await expect(publishPull(await connect(readOnly), pullOf(readOnly))).rejects.toThrow('`pull-requests: write`');
		await expect(publishPull(await connect(strict), pullOf(strict))).rejects.toThrow('Allow GitHub Actions to create');
	});

	it('knows its own by the base, whatever branches are called', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		for (const base of BRANCH_NAMES) addPull(server, { base, hash: base.toWellFormed() });

		for (const base of BRANCH_NAMES) {
			const url = `${server.url}/octo/network/pull/${100 + BRANCH_NAMES.indexOf(base)}`;
			expect(await publishPull(octokit, pullOf(server, { base, hash: base }))).toEqual({ url, action: 'unchanged' });
		}

		expect(writes(server)).toEqual([]);
	});
});

describe('contextOfRun', () => {
	it('finds the pull request of a branch, whatever that is called, and of no other repository', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		for (const [index, head] of BRANCH_NAMES.entries()) {
			const shas = { headSha: index.toString(16).padStart(40, '0'), baseSha: HEAD_SHA };
			server.state.addPull({ author: 'eve', head, headOwner: 'eve', base: 'main', title: 'x', body: '', ...shas });
		}

		for (const [index, branch] of BRANCH_NAMES.entries()) {
			const proposed = { owner: 'eve', branch, headSha: index.toString(16).padStart(40, '0') };
			const found = await contextOfRun(octokit, pullRequestContext(server), proposed);
			expect(found?.pullRequest).toMatchObject({ number: 100 + index, fork: true });
			expect(await contextOfRun(octokit, pullRequestContext(server), { ...proposed, owner: 'octo' })).toBeNull();
		}
	});

	it('checks none of several pull requests with one head, and names them', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const pull = { author: 'eve', head: 'change', headOwner: 'eve', title: 'x', body: '', headSha: HEAD_SHA };
		for (const base of ['main', 'old']) server.state.addPull({ ...pull, base, baseSha: 'b'.repeat(40) });

		const finding = contextOfRun(octokit, pullRequestContext(server), {
			owner: 'eve',
			branch: 'change',
			headSha: HEAD_SHA,
		});

		await expect(finding).rejects.toThrow(/#10[01] into (?:main|old) and #10[01] into (?:main|old) share one head/u);
	});

	it('has nothing to check where the fork is gone', async () => {
		await using server = await startGitHubServer();
		const proposed = { owner: null, branch: null, headSha: HEAD_SHA };

		expect(await contextOfRun(await connect(server), pullRequestContext(server), proposed)).toBeNull();
	});
});
