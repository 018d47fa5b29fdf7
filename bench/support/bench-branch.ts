import { renderHistoryPages } from '../../src/composition/history/history-pages.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import { DEFAULT_RETENTION } from '../../src/domain/history/retention.ts';
import { HistoryRepository } from '../../src/infrastructure/results-branch/history-repository.ts';

/** The results branch that benches write. */
export const BENCH_BRANCH = 'drift-results';

export interface BenchBranchOptions {
	readonly remoteUrl: string;
	readonly tempDir: string;
	/** null: the remote asks for none. */
	readonly token: string | null;
}

/** A writer of it, as the Action makes one. */
export function benchBranch(options: BenchBranchOptions): HistoryRepository {
	return new HistoryRepository({
		...options,
		branch: BENCH_BRANCH,
		identity: { name: 'bench', email: 'bench@example.com' },
		clock: systemClock,
		random: Math.random,
		renderPages: renderHistoryPages,
		retention: DEFAULT_RETENTION,
	});
}
