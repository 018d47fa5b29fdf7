import { renderHistoryPages } from '../../../src/composition/history/history-pages.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { applyRun } from '../../../src/infrastructure/results-branch/apply-run.ts';
import type { HistoryView, RenderPages } from '../../../src/infrastructure/results-branch/history-view.ts';
import { readHistory } from '../../../src/infrastructure/results-branch/read-history.ts';
import { commitInMemory } from './commit-in-memory.ts';

/** The files of a results branch, and what its pages were drawn from last. */
export interface BranchInMemory {
	readonly files: ReadonlyMap<string, string>;
	readonly view: HistoryView;
}

/**
 * Records audits, oldest first, by the code that records them on a branch, without git around it.
 *
 * @param now - milliseconds since the epoch, by the clock of the writer; left out: later than all of them
 */
export async function recordInMemory(
	reports: Iterable<FleetReport>,
	now = Number.POSITIVE_INFINITY,
): Promise<BranchInMemory> {
	const files = new Map<string, string>();
	let view: HistoryView | null = null;
	const renderPages: RenderPages = (history) => {
		view = history;
		return renderHistoryPages(history);
	};
	const committed = commitInMemory(files);
	for (const report of reports) {
		const snapshot = await readHistory(committed, report);
		const changed = atOnce(applyRun({ report, snapshot, now, renderPages }));
		for (const { path, content } of changed) files.set(path, wholeText(content));
	}
	if (view === null) throw new Error('nothing was recorded');
	return { files, view };
}
