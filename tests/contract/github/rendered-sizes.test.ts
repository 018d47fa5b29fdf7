import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planIssues } from '../../../src/domain/issues/plan-issues.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { publishToGitHub } from '../../../src/infrastructure/github/publish.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderCommands } from '../../../src/reporting/github/render-commands.ts';
import { renderComment } from '../../../src/reporting/github/render-comment.ts';
import { renderIssue } from '../../../src/reporting/github/render-issue.ts';
import { renderSummary } from '../../../src/reporting/github/render-summary.ts';
import {
	captureLog,
	connect,
	factsOf,
	openOwnCheck,
	pullRequestContext,
} from '../../support/github/publish-fixtures.ts';
import { startGitHubServer } from '../../support/github/server.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../support/report-fixtures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** More than fits into any place: of devices, of changes, of what stands on a line, and of every name. */
function tooLargeReport() {
	const devices = Array.from({ length: 400 }, (_, device) =>
		aDevice({
			name: `${device}-${'ü'.repeat(400)}`,
			intendedPath: `intended-configs/${device}.cfg`,
			changes: Array.from({ length: 60 }, (_, index) =>
				aChange({ kind: 'extra', line: `description ${index} ${'🦑'.repeat(400)}`, intendedLine: null }),
			),
		}),
	);
	return aReport({ devices, warnings: Array.from({ length: 300 }, () => '⚠'.repeat(2000)) });
}

it('GitHub takes all of a report that is too large for each of its places', async () => {
	await using server = await startGitHubServer();
	await using folder = await temporaryFolder('sizes-');
	const { log } = captureLog();
	const octokit = await connect(server, log);
	const report = tooLargeReport();
	const verdict = { ...aVerdict(report), summary: 'drifted '.repeat(100) };
	const links = { run: `${server.url}/run`, report: null, blob: `${server.url}/blob/main` };
	const check = await openOwnCheck(octokit, server);
	const summaryFile = join(folder.path, 'summary.md');
	await writeFile(summaryFile, '');
	const [issue] = atOnce(planIssues({ key: 'audit', report, existing: [], maxDeviceIssues: 20, owners: [] }));
	if (issue?.action !== 'create') throw new Error('no issue');

	const { warnings } = await publishToGitHub({
		octokit,
		context: pullRequestContext(server),
		check,
		publication: {
			comment: {
				key: 'audit',
				mode: 'always',
				whenClean: 'update',
				body: atOnce(renderComment(report, verdict, { links })),
				facts: factsOf(),
			},
			check: { ...atOnce(renderCheck(report, verdict, { links, maxAnnotations: 120 })), conclusion: 'failure' },
			issues: {
				key: 'audit',
				plan: async () => {
					const { about, owners } = issue;
					return [
						{
							action: 'create',
							state: about.state,
							owners,
							...atOnce(renderIssue(about, { report, links, audit: null })),
						},
					];
				},
			},
			commands: atOnce(renderCommands(report)),
			summary: atOnce(renderSummary(report, verdict, { links })),
		},
		log,
		summaryFile,
	});

	expect(warnings).toEqual([]);
	expect(server.state.comments).toHaveLength(1);
	expect(server.state.issues).toHaveLength(1);
	expect(server.state.checkRuns).toMatchObject([{ conclusion: 'failure', annotations: { length: 120 } }]);
	expect((await readFile(summaryFile)).length).toBeLessThan(1024 * 1024);
});
