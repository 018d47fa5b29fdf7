import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abandonCheck, openCheck } from '../../../src/infrastructure/github/check/opened-check.ts';
import { createOctokit } from '../../../src/infrastructure/github/client/octokit.ts';
import { type Publication, type Published, publishToGitHub } from '../../../src/infrastructure/github/publish.ts';
import { startFaultyProxy } from '../../../src/simulator/faults/faulty-proxy.ts';
import type { LineFault } from '../../../src/simulator/faults/line-fault.ts';
import { type Answer, refuse, secondaryLimit } from '../../support/github/answer.ts';
import {
	annotationsOf,
	captureLog,
	factsOf,
	HEAD_SHA,
	pullRequestContext,
} from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const publication: Publication = {
	comment: { key: 'audit', mode: 'always', whenClean: 'update', body: 'the comment', facts: factsOf() },
	check: { conclusion: 'failure', title: 'drifted', summary: 'check', text: '', annotations: annotationsOf(3) },
	issues: null,
	commands: annotationsOf(3),
	summary: '# The report',
};

/** More than anything comes back for. */
const ALWAYS = 12;

const ANSWERS: readonly (readonly [name: string, answer: Answer])[] = [
	['401', refuse(401, 'Bad credentials')],
	['403', refuse(403, 'Resource not accessible by integration')],
	['404', refuse(404, 'Not Found')],
	['409', refuse(409, 'Conflict')],
	['422', refuse(422, 'Validation Failed')],
	['429', secondaryLimit(1, 429)],
	['503', refuse(503, 'Service Unavailable')],
	['an answer that is no JSON', { status: 200, body: undefined }],
];

const PLACES = [
	['check run', /^POST .*\/check-runs$/u],
	['comment', /^POST .*\/comments$/u],
	['list of comments', /^GET .*\/comments$/u],
] as const;

interface Outcome {
	readonly server: GitHubServer;
	readonly published: Published;
	readonly summary: string;
	readonly written: string;
}

/** Starts a check and publishes; the way to GitHub, or GitHub itself, is as the test has it. */
async function publish({
	prepare = () => {},
	line,
	comment = true,
}: {
	readonly prepare?: (server: GitHubServer) => void;
	readonly line?: LineFault;
	readonly comment?: boolean;
}): Promise<Outcome & AsyncDisposable> {
	await using starting = new AsyncDisposableStack();
	const server = starting.use(await startGitHubServer());
	const folder = starting.use(await temporaryFolder('summary-'));
	const proxy =
		line === undefined ? null : starting.use(await startFaultyProxy(Number(new URL(server.url).port), line));
	const { log, written } = captureLog();
	log.registerSecrets([server.token]);
	const apiUrl = proxy === null ? server.url : `http://127.0.0.1:${proxy.port}`;
	const octokit = await createOctokit({ token: server.token, apiUrl, log });
	prepare(server);
	const summaryFile = join(folder.path, 'summary.md');
	await writeFile(summaryFile, '');
	const { repository, url: detailsUrl } = server;
	const start = { repository, headSha: HEAD_SHA, name: 'Fleet drift', detailsUrl, externalId: '42-1' };
	const check = await openCheck(octokit, start);
	const published = await publishToGitHub({
		octokit,
		context: pullRequestContext(server),
		check,
		publication: comment ? publication : { ...publication, comment: null },
		log,
		summaryFile,
	});
	const summary = await readFile(summaryFile, 'utf8');
	const started = starting.move();
	return {
		server,
		published,
		summary,
		// What masks the token names it, and the runner takes it out.
		written: written().replaceAll(/::add-mask::.*/g, ''),
		[Symbol.asyncDispose]: () => started.disposeAsync(),
	};
}

describe.concurrent('a GitHub that fails', () => {
	const rows = ANSWERS.flatMap(([name, answer]) =>
		PLACES.map(([place, matching]) => ({ name, answer, place, matching })),
	)
		// They are tried again for a quarter of a minute: one place has to do.
		.filter(({ name, place }) => name !== '503' || place === 'check run');

	it.each(rows)('with $name at the $place costs that place and nothing else', async ({ answer, place, matching }) => {
		const fail = (server: GitHubServer): void => {
			for (let times = 0; times < ALWAYS; times += 1) server.failNext(matching, answer);
		};

		await using outcome = await publish({ prepare: fail });

		const { server, published, summary, written } = outcome;
		expect(published.warnings).toHaveLength(1);
		expect(summary).toBe('# The report\n');
		if (place === 'check run') expect(server.state.comments).toHaveLength(1);
		else expect(server.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
		for (const text of [...published.warnings, summary, written]) expect(text).not.toContain(server.token);
	});

	it.each<LineFault>([
		{ kind: 'reset', afterBytes: 0 },
		{ kind: 'end', afterBytes: 400 },
	])('behind a line with $kind after $afterBytes bytes costs the check, and not the report', async (line) => {
		await using outcome = await publish({ line, comment: false });

		const { server, published, summary, written } = outcome;
		expect(published.warnings).toHaveLength(1);
		expect(summary).toBe('# The report\n');
		for (const text of [...published.warnings, written]) expect(text).not.toContain(server.token);
	});

	it('does not keep a run from ending when its check cannot be taken back', async () => {
		await using server = await startGitHubServer();
		const { log, written } = captureLog();
		const octokit = await createOctokit({ token: server.token, apiUrl: server.url, log });
		const { repository, url: detailsUrl } = server;
		const check = await openCheck(octokit, { repository, headSha: HEAD_SHA, name: 'x', detailsUrl, externalId: '1' });
		server.failNext(/^PATCH /u, refuse(403, 'Resource not accessible by integration'));

		await abandonCheck(octokit, check, { log, conclusion: 'cancelled', summary: 'why' });

		expect(written()).toContain('::warning::');
	});
});
