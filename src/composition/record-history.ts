import type { FleetReport } from '../domain/fleet-report.ts';
import type { Retention } from '../domain/history/retention.ts';
import { PublishError } from '../errors.ts';
import { ResultsBranch } from '../infrastructure/results-branch/results-branch.ts';
import { renderHistoryPages } from './history-pages.ts';
import { cloneUrl, temporaryFolder } from './repository-access.ts';
import type { ActionRun } from './run-action.ts';
import { systemClock } from './system-clock.ts';

/** As GitHub shows the workflow token's own commits. */
const IDENTITY = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/**
 * Adds an audit to the results branch. A pre-flight check says nothing about the state of the fleet and its job should not
 * have the right to write.
 *
 * @returns the commit; null where nothing is stored, which is a warning and never a failure
 */
export async function recordHistory(
	{ inputs, context, env, log }: ActionRun,
	{ report, retention }: { readonly report: FleetReport; readonly retention: Retention },
): Promise<string | null> {
	if (inputs.resultsBranch === null || inputs.dryRun || report.mode === 'preflight') return null;
	try {
		const history = new ResultsBranch({
			remoteUrl: cloneUrl(context),
			branch: inputs.resultsBranch,
			token: inputs.githubToken,
			tempDir: temporaryFolder(env),
			identity: IDENTITY,
			clock: systemClock,
			random: Math.random,
			renderPages: renderHistoryPages,
			retention,
		});
		return await history.record(report);
	} catch (error) {
		if (!(error instanceof PublishError)) throw error;
		log.warning(`the history was not stored: ${error.message}`);
		return null;
	}
}
