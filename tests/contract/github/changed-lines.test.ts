import { describe, expect, it } from 'vitest';
import { linesOfChange } from '../../../src/composition/action/lines-of-change.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { changedLines } from '../../../src/infrastructure/github/check/changed-lines.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { readActionInputs } from '../../../src/settings/action/action-inputs.ts';
import { captureLog, connect, pullRequestContext } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../support/report-fixtures.ts';

const PATCH = `@@ -1,3 +1,4 @@ hostname edge-01
 hostname edge-01
+ntp server 192.0.2.1
 !
 end
@@ -40,3 +41,2 @@
 interface Ethernet1
- shutdown
 end
\\ No newline at end of file`;
const PATH = 'intended-configs/edge-01.cfg';

async function ask(server: GitHubServer, report: FleetReport, maxAnnotations = 2) {
	const { log } = captureLog();
	const octokit = await connect(server, log);
	const inputs = readActionInputs({ 'INPUT_MAX-ANNOTATIONS': String(maxAnnotations) });
	const context = pullRequestContext(server);
	return linesOfChange({ env: {}, log, signal: AbortSignal.timeout(60_000), inputs, context, octokit }, report);
}

/** Drift on line 10, 11 and 12, and then on line 2, which the change touches. */
const report = aReport({
	devices: [aDevice({ changes: [10, 11, 12, 2].map((line) => aChange({ line: `line ${line}`, intendedLine: line })) })],
});

describe('changedLines', () => {
	it('tells the lines at the head that the diff shows, over all pages', async () => {
		await using server = await startGitHubServer();
		const others = Array.from({ length: 120 }, (_, index) => ({ filename: `${index}.cfg`, patch: null }));
		server.state.pullFiles.set(5, [...others, { filename: PATH, patch: PATCH }]);

		const lines = await changedLines(await connect(server), server.repository, 5);

		expect([...(lines.get(PATH) ?? [])]).toEqual([1, 2, 3, 4, 41, 42]);
		expect(lines.get('7.cfg')?.size).toBe(0);
		expect(server.requests).toHaveLength(2);
	});

	it('puts what the reviewer sees first where not everything can be annotated', async () => {
		await using server = await startGitHubServer();
		server.state.pullFiles.set(5, [{ filename: PATH, patch: PATCH }]);

		const changed = await ask(server, report);

		const { annotations } = atOnce(
			renderCheck(report, aVerdict(report), {
				links: { run: null, report: null, blob: null },
				maxAnnotations: 2,
				changed,
			}),
		);
		expect(annotations.map(({ startLine }) => startLine)).toEqual([2, 10]);
	});

	it('is not asked for where everything can be annotated', async () => {
		await using server = await startGitHubServer();

		expect((await ask(server, report, 4)).size).toBe(0);
		expect(server.requests).toEqual([]);
	});

	it('is done without where the token may not know', async () => {
		await using server = await startGitHubServer({ permissions: { checks: 'write', contents: 'read' } });

		expect((await ask(server, report)).size).toBe(0);
	});
});
