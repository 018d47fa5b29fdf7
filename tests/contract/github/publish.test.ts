import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abandonCheck } from '../../../src/infrastructure/github/check/opened-check.ts';
import { type Publication, publishToGitHub } from '../../../src/infrastructure/github/publish.ts';
import { refuse } from '../../support/github/answer.ts';
import {
	annotationsOf,
	captureLog,
	connect,
	factsOf,
	openOwnCheck,
	pullRequestContext,
} from '../../support/github/publish-fixtures.ts';
import { commandsIn } from '../../support/github/runner-commands.ts';
import { type GitHubServer, type GitHubServerOptions, startGitHubServer } from '../../support/github/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const publication: Publication = {
	comment: { key: 'audit', mode: 'always', whenClean: 'update', body: 'the comment', facts: factsOf() },
	check: { conclusion: 'failure', title: 'drifted', summary: 'check', text: '', annotations: annotationsOf(45) },
	issues: null,
	commands: annotationsOf(30),
	summary: '# The report',
};

const TIME = '2026-11-23T07:30:00.000Z';

interface Outcome {
	readonly server: GitHubServer;
	readonly published: Awaited<ReturnType<typeof publishToGitHub>>;
	readonly summary: string;
	readonly written: string;
}

interface Scene extends GitHubServerOptions {
	readonly fork?: boolean;
	readonly token?: boolean;
	readonly publication?: Publication;
	readonly secrets?: readonly string[];
	/** What stands in the file of the job summary already; null: the runner offers none. */
	readonly summaryBefore?: string | null;
	readonly prepare?: (server: GitHubServer) => void;
}

/** Starts a check and publishes on pull request 5, and tells what came of it. */
async function publish(scene: Scene, look: (outcome: Outcome) => void): Promise<void> {
	await using server = await startGitHubServer(scene);
	await using folder = await temporaryFolder('summary-');
	const { log, written } = captureLog();
	log.registerSecrets(scene.secrets ?? []);
	const octokit = scene.token === false ? null : await connect(server, log);
	scene.prepare?.(server);
	const summaryFile = join(folder.path, 'summary.md');
	if (scene.summaryBefore !== null) await writeFile(summaryFile, scene.summaryBefore ?? '');

	const check = await openOwnCheck(octokit, server);
	const published = await publishToGitHub({
		octokit,
		context: pullRequestContext(server, scene.fork),
		check,
		publication: scene.publication ?? publication,
		log,
		summaryFile: scene.summaryBefore === null ? undefined : summaryFile,
	});

	const summary = scene.summaryBefore === null ? '' : await readFile(summaryFile, 'utf8');
	look({ server, published, summary, written: written() });
}

function annotationCommands(written: string): string[] {
	return commandsIn(written)
		.filter(({ properties }) => properties.file !== undefined)
		.map(({ name }) => name);
}

describe.concurrent('publishToGitHub', () => {
	it('concludes the check, writes the comment and the summary', async () => {
		await publish({}, ({ server, published, summary, written }) => {
			expect(published.warnings).toEqual([]);
			expect(published.checkUrl).toBe(`${server.url}/octo/network/runs/${server.state.checkRuns[0]?.id}`);
			expect(published.commentUrl).toContain('/pull/5#issuecomment-');
			expect(server.state.checkRuns).toMatchObject([{ conclusion: 'failure', annotations: { length: 45 } }]);
			expect(summary).toBe('# The report\n');
			expect(commandsIn(written)).toEqual([]);
		});
	});

	it('falls back to commands and summary with a read-only token, and says once what is missing', async () => {
		await publish({ permissions: { contents: 'read', checks: 'read' } }, ({ published, summary, written }) => {
			expect(published).toMatchObject({ checkUrl: null, commentUrl: null });
			expect(published.warnings).toEqual([
				"the job's token lacks permissions, so there is no check run and no comment; the results are in the job summary. " +
					"Add `checks: write` and `pull-requests: write` to the job's `permissions` [ERR_PUBLISH]",
			]);
			expect(commandsIn(written).filter(({ name, properties }) => name === 'warning' && !properties.file)).toHaveLength(
				1,
			);
			const levels = annotationCommands(written);
			for (const level of ['error', 'warning', 'notice'])
				expect(levels.filter((name) => name === level)).toHaveLength(10);
			expect(summary).toBe('# The report\n');
		});
	});

	it('does not ask the owner of a fork for permissions', async () => {
		await publish({ permissions: { contents: 'read' }, fork: true }, ({ published }) => {
			expect(published.warnings).toEqual([
				'GitHub gives pull requests from forks and from Dependabot a read-only token, so there is no check run and no comment; ' +
					'the results are in the job summary [ERR_PUBLISH]',
			]);
		});
	});

	it('works without a token', async () => {
		await publish({ token: false }, ({ published, summary, written }) => {
			expect(published.warnings).toEqual([
				'the check run needs the input github-token [ERR_PUBLISH]',
				'the comment needs the input github-token [ERR_PUBLISH]',
			]);
			expect(annotationCommands(written)).toHaveLength(30);
			expect(summary).toBe('# The report\n');
		});
	});

	it('asks for no token where no comment is wanted', async () => {
		const off: Publication = {
			...publication,
			comment: publication.comment && { ...publication.comment, mode: 'off' },
		};

		await publish({ token: false, publication: off }, ({ published }) => {
			expect(published.warnings).toEqual(['the check run needs the input github-token [ERR_PUBLISH]']);
		});
	});

	it('writes the comment although the check run is refused', async () => {
		const tooLong = {
			...publication,
			check: publication.check && { ...publication.check, summary: 'é'.repeat(32_768) },
		};
		await publish({ publication: tooLong }, ({ server, published, written }) => {
			expect(published.warnings).toEqual([expect.stringMatching(/^GitHub refused the check run with 422/u)]);
			expect(server.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
			expect(published.checkUrl).not.toBeNull();
			expect(server.state.comments).toHaveLength(1);
			expect(annotationCommands(written)).toHaveLength(30);
		});
	});

	it('reports to the log what the job summary cannot take', async () => {
		await publish({ summaryBefore: 'x'.repeat(999_990) }, ({ published, summary, written }) => {
			expect(published.warnings).toEqual([
				'the job summary takes at most 1000000 bytes, and this makes 1000003 [ERR_PUBLISH]',
			]);
			expect(summary).not.toContain('# The report');
			expect(written).toContain('::group::Report\n# The report\n::endgroup::\n');
		});
	});

	it('reports to the log where the runner offers no job summary', async () => {
		await publish({ summaryBefore: null }, ({ published, written }) => {
			expect(published.warnings).toEqual(['the runner offers no job summary [ERR_PUBLISH]']);
			expect(written).toContain('\n# The report\n');
		});
	});

	it('lets no registered secret leave in any place', async () => {
		const secret = 'hunter2-hunter2';
		const leaking: Publication = {
			comment: publication.comment && { ...publication.comment, body: `it is ${secret}` },
			check: {
				conclusion: 'failure',
				title: secret,
				summary: secret,
				text: Buffer.from(`admin:${secret}`).toString('base64'),
				annotations: annotationsOf(2).map((annotation) => ({ ...annotation, title: secret, message: secret })),
			},
			issues: {
				key: 'audit',
				plan: async () => [
					{
						action: 'create',
						state: {
							kind: 'device',
							key: 'audit',
							device: 'a',
							since: TIME,
							writtenAt: TIME,
							fingerprint: 'f',
							changes: [],
						},
						title: 'Configuration drift on a',
						body: `it is ${secret}`,
						owners: { assignees: [], labels: [] },
					},
				],
			},
			commands: annotationsOf(1).map((annotation) => ({ ...annotation, message: secret })),
			summary: `it is ${secret}`,
		};
		await publish({ publication: leaking, secrets: [secret] }, ({ server, summary }) => {
			const sent = JSON.stringify(server.requests.map(({ body }) => body)) + summary;
			expect(sent).not.toContain(secret);
			expect(sent).not.toContain(Buffer.from(`admin:${secret}`).toString('base64'));
			expect(sent).toContain('it is ***');
			expect(server.state.issues).toHaveLength(1);
		});
	});

	it('survives a GitHub that is down', async () => {
		const down = (server: GitHubServer): void => {
			for (let index = 0; index < 40; index += 1) server.failNext(/\/(?:check-runs|comments)$/u, refuse(410, 'Gone'));
		};
		await publish({ prepare: down }, ({ published, summary }) => {
			expect(published.warnings).toHaveLength(2);
			expect(summary).toBe('# The report\n');
		});
	});
});

describe('abandonCheck', () => {
	it('leaves no check in progress when the audit fails', async () => {
		await using server = await startGitHubServer();
		const octokit = await connect(server);
		const check = await openOwnCheck(octokit, server);

		const { log } = captureLog();
		await abandonCheck(octokit, check, { log, conclusion: 'failure', summary: 'fleet.yml is missing' });

		expect(server.state.checkRuns).toMatchObject([
			{ status: 'completed', conclusion: 'failure', output: { summary: 'fleet.yml is missing' } },
		]);
	});
});
