import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { ResultsBranch } from '../../../src/infrastructure/results-branch/results-branch.ts';

/** What the process is started with, as JSON in its first argument. */
export interface WriteRunArguments {
	readonly remoteUrl: string;
	readonly tempDir: string;
	readonly report: FleetReport;
}

/** A process that records one run and ends: it is there to be killed. */
const { remoteUrl, tempDir, report } = JSON.parse(process.argv[2] ?? '') as WriteRunArguments;
const branch = new ResultsBranch({
	remoteUrl,
	branch: 'drift-results',
	token: null,
	tempDir,
	identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
	clock: { now: () => Date.parse(report.startedAt), elapsed: () => 0 },
	random: Math.random,
	renderPages: ({ runs }) => [{ path: 'README.md', content: `${runs.map(({ runId }) => runId).join('\n')}\n` }],
	retention: DEFAULT_RETENTION,
});
process.stdout.write(await branch.record(report));
