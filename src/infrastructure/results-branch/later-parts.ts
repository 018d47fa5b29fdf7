import type { FleetReport } from '../../domain/fleet-report.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { reportPath } from './history-paths.ts';
import type { CommittedFiles } from './read-history.ts';
import { reportsAt } from './reports-at.ts';
import { byStart, isAfter } from './run-order.ts';
import { devicesLookedAt } from './stored-report.ts';

/** Names of devices by the id of the audit that looked at them and at no others. */
export type LaterParts = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What audits looked at that began after a run and are on the branch already: those of a part of the fleet (`select`), up to
 * the first that looked at all of it.
 */
export async function readLaterParts(
	files: CommittedFiles,
	{ report, runs }: { readonly report: FleetReport; readonly runs: readonly RunSummary[] },
): Promise<LaterParts> {
	const later = runs.filter((run) => run.mode === 'audit' && isAfter(run, report)).toSorted(byStart);
	const whole = later.findIndex(({ selected }) => selected !== true);
	const parts = whole < 0 ? later : later.slice(0, whole);
	const known = new Map<string, ReadonlySet<string>>();
	for await (const [, stored] of reportsAt(files, parts.map(reportPath))) {
		const names = devicesLookedAt(stored);
		if (names !== null) known.set(stored.runId, names);
	}
	return known;
}
