import type { Verdict } from '../../domain/verdict.ts';
import { basicCredentials } from '../../infrastructure/git/git-environment.ts';
import { createOctokit, type Octokit } from '../../infrastructure/github/client/octokit.ts';
import { RequestTime } from '../../infrastructure/github/client/request-time.ts';
import { type EventContext, readEventContext } from '../../infrastructure/github/event/event-context.ts';
import { contextOfRun } from '../../infrastructure/github/event/pull-of-run.ts';
import { readActionInputs, secretInputs } from '../../settings/action/action-inputs.ts';
import { planInAction } from '../sharding/plan-in-action.ts';
import { refuseSharing } from '../sharding/refuse-sharing.ts';
import { shardInAction } from '../sharding/shard-in-action.ts';
import type { ActionRun } from './action-run.ts';
import { endOfRun } from './mode-of-run.ts';
import { tokenMissing } from './open-commits.ts';
import { reportRun } from './report-run.ts';
import { withUsableTemporary } from './repository-access.ts';
import { findCommitsBehind } from './speaks-for-fleet.ts';

/**
 * Runs the Action: inputs → event → what is to be done → exit code. The plan and the shards of an audit that several jobs
 * share write to files alone: the merge tells people, as every other run does.
 */
export async function runAction({
	env: given,
	log,
	signal,
}: Pick<ActionRun, 'env' | 'log' | 'signal'>): Promise<Verdict['exitCode']> {
	log.registerSecrets(secretInputs(given));
	const inputs = readActionInputs(given);
	const token = inputs.githubToken;
	if (token !== null) log.registerSecrets([basicCredentials(token)]);
	for (const warning of inputs.warnings) log.warning(warning);
	const env = await withUsableTemporary(given, log);
	const started = await readEventContext(env);
	const time = new RequestTime({ endMs: endOfRun({ inputs, context: started }), signal });
	const octokit = token === null ? null : await createOctokit({ token, apiUrl: started.apiUrl, log, time });
	const context = await contextOf(octokit, started);
	if (context === null) {
		log.info('the pull request is closed, or was pushed to since, or its fork is gone: there is nothing left to check');
		return 0;
	}
	const run: ActionRun = { env, log, signal, inputs, context, octokit };
	refuseSharing(run);
	if (inputs.mode === 'plan') return planInAction(run);
	if (inputs.shard !== null) return shardInAction(run, inputs.shard);
	return reportRun({ ...run, commitsBehind: await findCommitsBehind(run) }, time);
}

/** What the run is about, of which the event alone may say too little; null: there is nothing left to do. */
async function contextOf(octokit: Octokit | null, started: EventContext): Promise<EventContext | null> {
	if (started.proposed === null) return started;
	if (octokit === null) throw tokenMissing();
	return contextOfRun(octokit, started, started.proposed);
}
