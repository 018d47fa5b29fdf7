import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../../../src/errors.ts';
import { type EventContext, readEventContext } from '../../../../../src/infrastructure/github/event/event-context.ts';
import { BRANCH_NAMES } from '../../../../support/hostile-names.ts';

const MERGE_COMMIT = '1'.repeat(40);
const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);

function read(event: string, payload: unknown, env: Record<string, string | undefined> = {}): Promise<EventContext> {
	const runner = {
		GITHUB_EVENT_NAME: event,
		GITHUB_EVENT_PATH: '/event.json',
		GITHUB_REPOSITORY: 'octo/network',
		GITHUB_SHA: MERGE_COMMIT,
		GITHUB_REF: 'refs/heads/main',
		GITHUB_ACTOR: 'anna',
		GITHUB_WORKFLOW: 'audit',
		GITHUB_RUN_ID: '9000',
		GITHUB_RUN_NUMBER: '7',
		GITHUB_RUN_ATTEMPT: '2',
		GITHUB_SERVER_URL: 'https://github.example.net/',
		GITHUB_API_URL: 'https://github.example.net/api/v3',
		GITHUB_WORKSPACE: '/home/runner/work/network',
	};
	const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
	return readEventContext({ ...runner, ...env }, async () => text);
}

function pullRequest(head: object = {}, rest: object = {}): object {
	const repo = { full_name: 'octo/network' };
	return {
		pull_request: { number: 5, head: { sha: HEAD, repo, ...head }, base: { sha: BASE, ref: 'main', repo }, ...rest },
	};
}

describe('readEventContext', () => {
	it('reads the run and the server', async () => {
		expect(await read('schedule', { schedule: '0 4 * * *' })).toEqual({
			event: 'schedule',
			repository: { owner: 'octo', repo: 'network' },
			mode: 'audit',
			headSha: MERGE_COMMIT,
			baseSha: null,
			baseRef: 'main',
			defaultBranch: null,
			pullRequest: null,
			issue: null,
			proposed: null,
			workflow: 'audit',
			runId: 9000,
			runNumber: 7,
			runAttempt: 2,
			runUrl: 'https://github.example.net/octo/network/actions/runs/9000',
			serverUrl: 'https://github.example.net',
			apiUrl: 'https://github.example.net/api/v3',
			workspace: '/home/runner/work/network',
		});
	});

	it('takes the number of the issue that was labelled, and audits the default branch', async () => {
		expect(await read('issues', { action: 'labeled', issue: { number: 12 } })).toMatchObject({
			mode: 'audit',
			baseRef: 'main',
			issue: 12,
		});
	});

	it.each([
		'pull_request',
		'pull_request_target',
		'pull_request_review',
		'pull_request_review_comment',
		'an_event_of_tomorrow',
	])('takes head and base of a pull request from the payload of %s', async (event) => {
		expect(await read(event, pullRequest())).toMatchObject({
			mode: 'preflight',
			headSha: HEAD,
			baseSha: BASE,
			baseRef: 'main',
			pullRequest: { number: 5, headSha: HEAD, baseSha: BASE, fork: false, restricted: false },
		});
	});

	it.each([
		{ what: 'from a fork', payload: pullRequest({ repo: { full_name: 'mallory/network' } }), fork: true },
		{ what: 'whose fork is gone', payload: pullRequest({ repo: null }), fork: true },
		{ what: 'of Dependabot', payload: pullRequest({}, { user: { login: 'dependabot[bot]' } }), fork: false },
	])('sees that a pull request $what gets no secrets', async ({ payload, fork }) => {
		expect((await read('pull_request', payload)).pullRequest).toMatchObject({ fork, restricted: true });
	});

	it('sees that a run started by Dependabot gets no secrets', async () => {
		const context = await read('pull_request', pullRequest(), { GITHUB_ACTOR: 'dependabot[bot]' });
		expect(context.pullRequest).toMatchObject({ fork: false, restricted: true });
	});

	it('takes every branch that git takes for the target, and nothing that git would take for something else', async () => {
		const base = (ref: string): object => ({ base: { sha: BASE, ref, repo: { full_name: 'octo/network' } } });
		for (const name of BRANCH_NAMES) {
			expect((await read('pull_request', pullRequest({}, base(name)))).baseRef).toBe(name);
		}
		for (const name of ['--upload-pack=x', '-x', 'a b', 'a\nb', 'main:evil', '+main^', 'a*', '']) {
			await expect(read('pull_request', pullRequest({}, base(name)))).rejects.toThrow(ConfigurationError);
		}
	});

	it('checks a merge group before it lands', async () => {
		const group = { merge_group: { head_sha: HEAD, base_sha: BASE, base_ref: 'refs/heads/release/2' } };
		expect(await read('merge_group', group)).toMatchObject({
			mode: 'preflight',
			headSha: HEAD,
			baseSha: BASE,
			baseRef: 'release/2',
			pullRequest: null,
		});
	});

	it.each([
		{ before: BASE, baseSha: BASE },
		{ before: '0'.repeat(40), baseSha: null },
	])('audits after a push from $before', async ({ before, baseSha }) => {
		expect(await read('push', { before })).toMatchObject({ mode: 'audit', headSha: MERGE_COMMIT, baseSha });
	});

	it('audits after a run that no pull request set off, and knows what one proposed', async () => {
		const runOf = (event: string, branch: string | null = 'change') => ({
			workflow_run: { event, head_sha: HEAD, head_branch: branch, head_repository: { owner: { login: 'stranger' } } },
		});

		expect(await read('workflow_run', runOf('schedule'))).toMatchObject({ mode: 'audit', proposed: null });
		// Not an audit of the fleet, which nobody has asked for.
		expect(await read('workflow_run', runOf('pull_request', null))).toMatchObject({ proposed: { branch: null } });
		expect(await read('workflow_run', runOf('pull_request'))).toMatchObject({
			headSha: MERGE_COMMIT,
			pullRequest: null,
			proposed: { owner: 'stranger', branch: 'change', headSha: HEAD },
		});
		await expect(read('workflow_run', runOf('pull_request', '--upload-pack=x'))).rejects.toThrow(/is not a ref/);
	});

	it.each(['workflow_dispatch', 'an_event_of_tomorrow'])('audits on %s', async (event) => {
		expect(await read(event, {})).toMatchObject({ mode: 'audit', headSha: MERGE_COMMIT, pullRequest: null });
	});

	it('trusts no commit of a pull request of which the payload says nothing', async () => {
		const reading = read('an_event_of_tomorrow', {}, { GITHUB_REF: 'refs/pull/5/merge' });

		await expect(reading).rejects.toThrow(/runs on refs\/pull\/5\/merge.*Start the workflow on pull_request/u);
	});

	it('takes the default branch from any event that says it', async () => {
		const payload = { before: BASE, repository: { default_branch: 'trunk' } };

		expect(await read('push', payload)).toMatchObject({ baseRef: 'main', defaultBranch: 'trunk' });
		expect(await read('deployment', payload, { GITHUB_REF: '' })).toMatchObject({
			baseRef: null,
			defaultBranch: 'trunk',
		});
		await expect(read('push', { ...payload, repository: { default_branch: '--help' } })).rejects.toThrow(
			/is not a ref/,
		);
	});

	it('knows no branch on a tag', async () => {
		expect((await read('push', { before: BASE }, { GITHUB_REF: 'refs/tags/v1' })).baseRef).toBeNull();
	});

	it('names everything that is missing in the environment at once', async () => {
		const reading = read('push', {}, { GITHUB_SHA: undefined, GITHUB_REPOSITORY: 'x', GITHUB_RUN_ID: 'abc' });

		await expect(reading).rejects.toBeInstanceOf(ConfigurationError);
		await expect(reading).rejects.toThrow(/GITHUB_REPOSITORY(?:.|\n)*GITHUB_SHA(?:.|\n)*GITHUB_RUN_ID/u);
	});

	it.each([
		['pull_request', '{'],
		['pull_request', {}],
		['pull_request', []],
		['schedule', 'null'],
		['pull_request', pullRequest({ sha: '--upload-pack=sh' })],
		['pull_request', pullRequest({}, { base: { sha: BASE, ref: '--help', repo: { full_name: 'a/b' } } })],
		['merge_group', { merge_group: { head_sha: HEAD } }],
		['push', { before: 'main' }],
	])('refuses a %s with the payload %j in a sentence', async (event, payload) => {
		const reading = read(event, payload);

		await expect(reading).rejects.toBeInstanceOf(ConfigurationError);
		await expect(reading).rejects.toThrow(/payload.*\. (?:Run the action|The runner sets it)/u);
	});

	it('refuses an address with credentials, and does not repeat it', async () => {
		const reading = read('schedule', {}, { GITHUB_SERVER_URL: 'https://anna:s3cret@github.example.net' });

		await expect(reading).rejects.toThrow('GITHUB_SERVER_URL: holds credentials');
		await expect(reading).rejects.not.toThrow('s3cret');
	});
});
