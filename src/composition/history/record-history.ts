import type { FleetReport } from '../../domain/fleet-report.ts';
import { withoutCancelled } from '../../domain/history/without-cancelled.ts';
import { PublishError, withCode } from '../../errors.ts';
import { HistoryRepository } from '../../infrastructure/results-branch/history-repository.ts';
import type { HistorySettings } from '../../settings/settings.ts';
import type { ActionRun } from '../action/action-run.ts';
import { GITHUB_ACTIONS } from '../action/github-actions-identity.ts';
import { cloneUrl, temporaryFolder } from '../action/repository-access.ts';
import { speaksForFleet } from '../action/speaks-for-fleet.ts';
import { someTimeAfter } from '../action/when-cancelled.ts';
import type { KeptConfigs } from '../run/spool-configs.ts';
import { systemClock } from '../system-clock.ts';
import { renderHistoryPages } from './history-pages.ts';

/** After a cancellation: the runner kills ten seconds later, and the temporary clone is to be gone by then. */
const CANCELLED_MS = 7_000;

/** Whether the run has a results branch to write to, and something to say there. */
export function keepsHistory(run: Pick<ActionRun, 'inputs' | 'context' | 'commitsBehind'>): boolean {
	return run.inputs.resultsBranch !== null && !run.inputs.dryRun && speaksForFleet(run);
}

/**
 * Adds an audit to the results branch. A pre-flight check says nothing about the state of the fleet and its job should not
 * have the right to write.
 *
 * @returns the commit; null where nothing is stored, which is a warning and never a failure
 */
export async function recordHistory(
	run: ActionRun,
	{
		report,
		history: { retention, committer },
		configs = null,
	}: {
		readonly report: FleetReport;
		readonly history: HistorySettings;
		readonly configs?: KeptConfigs | null;
	},
): Promise<string | null> {
	const { inputs, context, env, log, signal } = run;
	if (inputs.resultsBranch === null || !keepsHistory(run) || report.mode === 'preflight') return null;
	const done = withoutCancelled(report);
	if (done === null) {
		log.info('the history stays as it is: the run was cancelled before any device was done');
		return null;
	}
	try {
		const history = new HistoryRepository({
			remoteUrl: cloneUrl(context),
			branch: inputs.resultsBranch,
			token: inputs.githubToken,
			tempDir: temporaryFolder(env),
			identity: committer ?? GITHUB_ACTIONS,
			clock: systemClock,
			random: Math.random,
			renderPages: renderHistoryPages,
			retention,
			warn: (sentence) => log.warning(sentence),
			signal: someTimeAfter(signal, CANCELLED_MS),
		});
		return await history.record(done, await configs?.paths());
	} catch (error) {
		if (!(error instanceof PublishError)) throw error;
		log.warning(withCode(error.code, `the history was not stored: ${error.message}`));
		return null;
	}
}
