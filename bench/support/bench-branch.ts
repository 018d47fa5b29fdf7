import { renderHistoryPages } from '../../src/composition/history/history-pages.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import { DEFAULT_RETENTION } from '../../src/domain/history/retention.ts';
import { ResultsBranch } from '../../src/infrastructure/results-branch/results-branch.ts';

/** The results branch that benches write. */
export const BENCH_BRANCH = 'drift-results';

export interface BenchBranchOptions {
	readonly remoteUrl: string;
	readonly tempDir: string;
	/** null: the remote asks for none. */
	readonly token: string | null;
}

/** A writer of it, as the Action makes one. */
export function benchBranch(options: BenchBranchOptions): ResultsBranch {
	return new ResultsBranch({
		...options,
		branch: BENCH_BRANCH,
		identity: { name: 'bench', email: 'bench@example.com' },
		clock: systemClock,
		random: Math.random,
		renderPages: renderHistoryPages,
		retention: DEFAULT_RETENTION,
	});
}
