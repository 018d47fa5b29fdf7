import { describe, expect, it } from 'vitest';
import { parseIssueMarker, printIssueMarker } from '../../../src/infrastructure/github/issues/issue-marker.ts';
import { type IssuesPublication, syncIssues } from '../../../src/infrastructure/github/issues/sync-issues.ts';
import type { IssueWrite } from '../../../src/infrastructure/github/issues/write-issue.ts';
import { refuse } from '../../support/github/answer.ts';
import { connect } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

const BOT = 'github-actions[bot]';
const KEY = 'audit/fleet';

function stateOf(device: string): IssueWrite['state'] {
	const time = '2026-11-23T07:30:00.000Z';
	return { kind: 'device', key: KEY, device, since: time, writtenAt: time, fingerprint: 'f', changes: ['c'] };
}

function creation(device: string, assignees: readonly string[] = []): IssueWrite {
	return {
		action: 'create',
		state: stateOf(device),
		title: `Configuration drift on ${device}`,
		body: `${device} drifted`,
		owners: { assignees, labels: ['drift'] },
	};
}

/** Publishes and tells which issues were found. */
async function sync(server: GitHubServer, writes: readonly IssueWrite[] = []) {
	let found: Parameters<IssuesPublication['plan']>[0] = [];
	const plan: IssuesPublication['plan'] = async (existing) => {
		found = existing;
		return writes;
	};
	const failures = await syncIssues(await connect(server), server.repository, { key: KEY, plan });
	return { found, failures };
}

describe.concurrent('syncIssues', () => {
	it('creates an issue with the marker on its first line, labels and assignees', async () => {
		await using server = await startGitHubServer();

		expect(await sync(server, [creation('edge-01', ['anna'])])).toEqual({ found: [], failures: [] });

		const [issue] = server.state.issues;
		expect(issue).toMatchObject({ title: 'Configuration drift on edge-01', assignees: ['anna'], labels: ['drift'] });
		expect(issue?.body).toMatch(/^<!-- fleet-drift-audit issue: \{.*\} -->\nedge-01 drifted$/u);
		expect(await sync(server)).toMatchObject({ found: [{ number: 1, open: true, state: stateOf('edge-01') }] });
	});

	it('finds its own issues behind 250 others, open and closed, and no pull request', async () => {
		await using server = await startGitHubServer();
		const body = printIssueMarker(stateOf('edge-01'));
		server.state.addIssue({ author: BOT, title: 'renamed by somebody', body, state: 'closed' });
		for (let index = 0; index < 250; index += 1) server.state.addIssue({ author: BOT, title: 'x', body: 'x' });
		server.state.addIssue({ author: BOT, title: 'a pull request', body, isPullRequest: true });

		expect((await sync(server)).found).toMatchObject([{ number: 1, open: false }]);
	});

	it('takes no issue for its own that somebody else wrote, or another audit', async () => {
		await using server = await startGitHubServer();
		server.state.addIssue({ author: 'mallory', title: 'quoted', body: printIssueMarker(stateOf('edge-01')) });
		server.state.addIssue({
			author: BOT,
			title: 'second line',
			body: `hello\n${printIssueMarker(stateOf('edge-01'))}`,
		});
		const other = { ...stateOf('edge-01'), key: 'audit/other' };
		server.state.addIssue({ author: BOT, title: 'other', body: printIssueMarker(other) });

		expect((await sync(server)).found).toEqual([]);
	});

	it('does not believe a filter by author that finds nothing', async () => {
		await using server = await startGitHubServer();
		server.state.addIssue({ author: BOT, title: 'ours', body: printIssueMarker(stateOf('edge-01')) });
		server.failNext(/^POST \/graphql$/u, { status: 200, body: { data: { viewer: { login: 'app/github-actions' } } } });

		expect((await sync(server)).found).toMatchObject([{ number: 1 }]);
	});

	it('leaves title, labels and assignees to people', async () => {
		await using server = await startGitHubServer();
		const state = stateOf('edge-01');
		server.state.addIssue({ author: BOT, title: 'mine now', body: 'x', assignees: ['boris'], labels: ['p1'] });

		await sync(server, [{ action: 'update', number: 1, state, body: 'new' }]);
		expect(server.state.issues[0]).toMatchObject({
			title: 'mine now',
			assignees: ['boris'],
			labels: ['p1'],
			state: 'open',
		});
		await sync(server, [{ action: 'close', number: 1, state, body: 'over' }]);
		expect(server.state.issues[0]).toMatchObject({ state: 'closed', stateReason: 'completed' });
		await sync(server, [{ action: 'reopen', number: 1, state, body: 'again' }]);
		expect(server.state.issues[0]).toMatchObject({ state: 'open', stateReason: 'reopened', title: 'mine now' });
	});

	it('opens the issue without people whom GitHub does not take, and says so', async () => {
		await using server = await startGitHubServer();

		const { failures } = await sync(server, [creation('edge-01', ['anna', 'gone'])]);

		expect(server.state.issues).toMatchObject([{ assignees: [], labels: ['drift'] }]);
		expect(failures.map(({ message }) => message)).toEqual([
			'GitHub does not let "Configuration drift on edge-01" be assigned to anna, gone: check `owners` in fleet.yml',
		]);
	});

	it('writes the others when one issue is gone', async () => {
		await using server = await startGitHubServer();
		const gone: IssueWrite = { action: 'update', number: 7, state: stateOf('edge-01'), body: 'x' };

		const { failures } = await sync(server, [gone, creation('edge-02')]);

		expect(failures).toMatchObject([{ sink: 'drift issue', message: expect.stringContaining('with 404') }]);
		expect(server.state.issues).toHaveLength(1);
	});

	it('names the permission that a token lacks, and does not try again for every issue', async () => {
		await using server = await startGitHubServer({
			permissions: { contents: 'write', checks: 'write', issues: 'read' },
		});

		const writing = sync(server, [creation('edge-01'), creation('edge-02')]);

		await expect(writing).rejects.toMatchObject({ permission: 'issues: write' });
		expect(server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/issues'))).toHaveLength(1);
	});

	it.each([
		{ whom: 'nobody', assignees: [] },
		{ whom: 'somebody', assignees: ['anna'] },
	])('creates no issue twice when GitHub loses the answer to one assigned to $whom', async ({ assignees }) => {
		await using server = await startGitHubServer();
		for (const login of assignees) server.state.assignable.add(login);
		server.loseNextAnswer(/^POST .*\/issues$/u, refuse(502, 'Server Error'));

		await expect(sync(server, [creation('edge-01', assignees)])).rejects.toMatchObject({ sink: 'drift issue' });

		expect(server.state.issues).toHaveLength(1);
	});

	it('says so where a repository has no issues', async () => {
		await using server = await startGitHubServer();
		server.failNext(/^GET .*\/issues$/u, refuse(410, 'Issues has been disabled in this repository.'));

		await expect(sync(server)).rejects.toThrow(/with 410: Issues has been disabled/u);
	});
});

describe('the marker of an issue', () => {
	it('names as many devices as there is room for, and counts the others', () => {
		const members = Array.from({ length: 5000 }, (_, index) => ({
			device: `${'a-very-long-name-'.repeat(6)}${index}`,
			since: '2026-11-23T07:30:00.000Z',
			fingerprint: '01234567',
		}));
		const written = { kind: 'roll-up', key: KEY, writtenAt: '2026-11-23T07:30:00.000Z', digest: 'd' } as const;

		const marker = printIssueMarker({ ...written, members, others: 0 });

		expect(Buffer.byteLength(marker)).toBeLessThanOrEqual(20_000);
		const read = parseIssueMarker(marker, (key) => key === KEY);
		if (read?.kind !== 'roll-up') throw new Error('not read');
		expect(read.members).toEqual(members.slice(0, read.members.length));
		expect(read.members.length + read.others).toBe(5000);
		expect(read.members.length).toBeGreaterThan(90);
	});

	it.each(['', 'text', '<!-- fleet-drift-audit issue: {"v":2} -->', '<!-- fleet-drift-audit issue: x -->'])(
		'is not read from %j',
		(body) => {
			expect(parseIssueMarker(body, () => true)).toBeNull();
		},
	);
});
