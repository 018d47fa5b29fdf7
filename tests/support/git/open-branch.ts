import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { HistoryRepository } from '../../../src/infrastructure/results-branch/history-repository.ts';

/** What is written, and where to. */
export interface WriteRunArguments {
	readonly remoteUrl: string;
	readonly tempDir: string;
	readonly report: FleetReport;
}

/** A branch that takes the report at its own time, and whose README lists the runs. */
export function openBranch({ remoteUrl, tempDir, report }: WriteRunArguments): HistoryRepository {
	return new HistoryRepository({
		remoteUrl,
		branch: 'drift-results',
		token: null,
		tempDir,
		identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
		// A day later: of runs that began within it, the one that began last is the newest.
		clock: { now: () => Date.parse(report.startedAt) + 86_400_000, elapsed: () => 0 },
		random: Math.random,
		renderPages: ({ runs }) => [{ path: 'README.md', content: `${runs.map(({ runId }) => runId).join('\n')}\n` }],
		retention: DEFAULT_RETENTION,
	});
}
