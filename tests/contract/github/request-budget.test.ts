import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishReport } from '../../../src/composition/action/publish-report.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import type { EventContext } from '../../../src/infrastructure/github/event/event-context.ts';
import { readActionInputs } from '../../../src/settings/action/action-inputs.ts';
import { secondaryLimit } from '../../support/github/answer.ts';
import { captureLog, connect, openOwnCheck, pullRequestContext } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, type RecordedRequest, startGitHubServer } from '../../support/github/server.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../support/report-fixtures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const BUDGET = 60;

/** As many devices as given, each drifted in eight places. */
function driftedFleet(count: number): FleetReport {
	return aReport({
		devices: Array.from({ length: count }, (_, device) =>
			aDevice({
				name: `access-${device}`,
				changes: Array.from({ length: 8 }, (_, line) => aChange({ line: `line ${line}`, intendedLine: line + 1 })),
			}),
		),
	});
}

function scheduleContext(server: GitHubServer): EventContext {
	return { ...pullRequestContext(server), event: 'schedule', mode: 'audit', pullRequest: null };
}

/** Everything that a run publishes, with as many annotations as the inputs allow. */
async function publish(server: GitHubServer, report: FleetReport, context: EventContext): Promise<readonly string[]> {
	await using folder = await temporaryFolder('budget-');
	const { log } = captureLog();
	const octokit = await connect(server, log);
	const inputs = readActionInputs({ INPUT_ISSUES: 'per-device', 'INPUT_MAX-ANNOTATIONS': '1000' });
	const check = await openOwnCheck(octokit, server);
	const env = { GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md') };
	await writeFile(env.GITHUB_STEP_SUMMARY, '');
	const run = { env, log, signal: AbortSignal.timeout(120_000), inputs, context, octokit };
	const verdict = aVerdict(report);
	return (await publishReport(run, { report, verdict, owners: [], check, commit: null })).warnings;
}

function isWrite({ method, path }: RecordedRequest): boolean {
	return method !== 'GET' && path !== '/graphql';
}

describe.concurrent('what an audit asks of GitHub', () => {
	it('stays below 60 requests for 5,000 drifted devices, their annotations and their issue', async () => {
		await using server = await startGitHubServer();
		for (let index = 0; index < 400; index += 1)
			server.state.addIssue({ author: 'github-actions[bot]', title: 'something else', body: '' });

		const warnings = await publish(server, driftedFleet(5000), scheduleContext(server));

		expect(warnings).toEqual([]);
		expect(server.state.checkRuns).toMatchObject([{ status: 'completed', annotations: { length: 1000 } }]);
		expect(server.state.issues.at(-1)).toMatchObject({ title: 'Configuration drift in the fleet' });
		expect(server.requests.length).toBeLessThan(BUDGET);
	});

	it('writes one thing at a time, and waits as long as GitHub asks for', async () => {
		await using server = await startGitHubServer({ latencyOf: () => 50 });
		server.failNext(/^POST .*\/issues$/u, secondaryLimit(2));

		const warnings = await publish(server, driftedFleet(3), scheduleContext(server));

		expect(warnings).toEqual([]);
		const writes = server.requests.filter(isWrite);
		expect(server.state.issues.map(({ title }) => title)).toEqual(
			[0, 1, 2].map((device) => `Configuration drift on access-${device}`),
		);
		for (const [index, write] of writes.entries())
			expect(write.atMs).toBeGreaterThan(writes[index - 1]?.answeredAtMs ?? 0);
		const refused = writes.findIndex(({ status }) => status === 403);
		expect((writes[refused + 1]?.atMs ?? 0) - (writes[refused]?.answeredAtMs ?? 0)).toBeGreaterThan(1950);
	});
});
