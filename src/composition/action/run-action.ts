import { digest } from '../../domain/text/digest.ts';
import { judge, type Verdict } from '../../domain/verdict.ts';
import { basicCredentials } from '../../infrastructure/git/git-environment.ts';
import { abandonCheck, type OpenedCheck, openCheck } from '../../infrastructure/github/check/opened-check.ts';
import { createOctokit, type Octokit } from '../../infrastructure/github/client/octokit.ts';
import { RequestTime } from '../../infrastructure/github/client/request-time.ts';
import { type EventContext, readEventContext } from '../../infrastructure/github/event/event-context.ts';
import { contextOfRun } from '../../infrastructure/github/event/pull-of-run.ts';
import { inTurns, textInTurns } from '../../infrastructure/turns.ts';
import { renderUnfinished } from '../../reporting/github/render-unfinished.ts';
import { renderTerminal } from '../../reporting/terminal/render-terminal.ts';
import { readActionInputs, secretInputs } from '../../settings/action/action-inputs.ts';
import { adoptInAction } from '../adopting/adopt-in-action.ts';
import { publishAdoption } from '../adopting/publish-adoption.ts';
import { describeFailure } from '../describe-failure.ts';
import { openPastOfRun } from '../history/past-of-run.ts';
import { recordHistory } from '../history/record-history.ts';
import { redactReport } from '../run/redact-report.ts';
import { spoolDetails } from '../run/spool-details.ts';
import { mergeInAction } from '../sharding/merge-in-action.ts';
import { planInAction } from '../sharding/plan-in-action.ts';
import { refuseSharing } from '../sharding/refuse-sharing.ts';
import { shardInAction } from '../sharding/shard-in-action.ts';
import type { ActionRun, Audited } from './action-run.ts';
import { auditInAction } from './audit-in-action.ts';
import { commentKey } from './audit-key.ts';
import { endOfRun, modeOfRun, REPORTING_MS } from './mode-of-run.ts';
import { tokenMissing } from './open-commits.ts';
import { policyOf } from './policy-of.ts';
import { preflightInAction } from './preflight-in-action.ts';
import { checkName, publishReport } from './publish-report.ts';
import { temporaryFolder, withUsableTemporary } from './repository-access.ts';
import { auditRunId } from './run-id.ts';
import { findCommitsBehind, whySilent } from './speaks-for-fleet.ts';
import { tellLaterSteps } from './tell-later-steps.ts';
import { unlessCancelled } from './when-cancelled.ts';
import { writeReportFolder } from './write-report-folder.ts';

/**
 * Runs the Action: inputs → report → history, comment, check, summary, outputs → exit code. A place that cannot take the
 * report never changes the verdict. The plan and the shards of an audit that several jobs share write to files alone: the
 * merge tells people.
 */
export async function runAction({
	env: given,
	log,
	signal,
}: Pick<ActionRun, 'env' | 'log' | 'signal'>): Promise<Verdict['exitCode']> {
	log.registerSecrets(secretInputs(given));
	const inputs = readActionInputs(given);
	if (inputs.githubToken !== null) log.registerSecrets([basicCredentials(inputs.githubToken)]);
	for (const warning of inputs.warnings) log.warning(warning);
	const env = await withUsableTemporary(given, log);
	const started = await readEventContext(env);
	const token = inputs.githubToken;
	const time = new RequestTime({ endMs: endOfRun({ inputs, context: started }), signal });
	const octokit = token === null ? null : await createOctokit({ token, apiUrl: started.apiUrl, log, time });
	const context = await contextOf(octokit, started);
	if (context === null) {
		log.info('the pull request is closed, or was pushed to since, or its fork is gone: there is nothing left to check');
		return 0;
	}
	const job: ActionRun = { env, log, signal, inputs, context, octokit };
	refuseSharing(job);
	if (inputs.mode === 'plan') return planInAction(job);
	if (inputs.shard !== null) return shardInAction(job, inputs.shard);
	const run: ActionRun = { ...job, commitsBehind: await findCommitsBehind(job) };
	await using past = openPastOfRun(run);
	using details = spoolDetails(temporaryFolder(env), log);
	// A GitHub that answers slowly must not take its time from the devices.
	const starting = startCheck(run);
	try {
		const { lastTook, lastSizes } = past;
		const audited = await auditOf(run)({ ...run, lastTook, lastSizes, keepReport: details.keep });
		time.leaveAtLeast(REPORTING_MS);
		await using configs = audited.configs ?? null;
		using _aside = audited.aside ?? null;
		const report = await past.tell(await inTurns(redactReport(audited.report, log.redact)));
		const verdict = judge(report, policyOf(run, audited.settings.policy));
		log.info(await textInTurns(renderTerminal(report, verdict, { colour: false, width: 120 })));
		if (verdict.caveat !== null) log.warning(verdict.caveat);
		const silence = report.mode === 'audit' ? whySilent(run) : null;
		if (silence !== null) log.info(silence);
		const folder = await writeReportFolder(run, report, verdict);
		const recording = recordHistory(run, { report, history: audited.settings.history, configs });
		// A job that is cancelled may be over before a slow push is: people are told first.
		const commit = await unlessCancelled(recording, signal);
		const { commentUrl, checkUrl } = await publishReport(run, {
			report,
			verdict,
			owners: audited.settings.owners,
			check: await starting,
			commit,
		});
		const { adoptions } = audited;
		const adoptUrl = adoptions && (await publishAdoption(run, { report, adoptions, folder }));
		const { health, coverage, devices, drifted, unknown } = report.fleet;
		tellLaterSteps(log, {
			verdict: verdict.verdict,
			health,
			coverage,
			devices,
			drifted,
			unknown,
			'report-path': folder,
			'comment-url': commentUrl,
			'check-url': checkUrl,
			'adopt-url': adoptUrl ?? null,
			'results-commit': await recording,
		});
		return verdict.exitCode;
	} catch (error) {
		time.leaveAtLeast(REPORTING_MS);
		const reason = log.redact(describeFailure(error, { verbose: false }));
		const conclusion = signal.aborted ? 'cancelled' : 'failure';
		await abandonCheck(octokit, await starting, { log, conclusion, summary: renderUnfinished(reason) });
		throw error;
	}
}

/** What the run is about, of which the event alone may say too little; null: there is nothing left to do. */
async function contextOf(octokit: Octokit | null, started: EventContext): Promise<EventContext | null> {
	if (started.proposed === null) return started;
	if (octokit === null) throw tokenMissing();
	return contextOfRun(octokit, started, started.proposed);
}

/** How the run comes to its report. */
function auditOf({ inputs, context }: ActionRun): (run: ActionRun) => Promise<Audited> {
	if (inputs.adopt) return adoptInAction;
	return { audit: auditInAction, preflight: preflightInAction, merge: mergeInAction }[modeOfRun({ inputs, context })];
}

/** Shown from the start, so that people see that it runs. */
async function startCheck(run: ActionRun): Promise<OpenedCheck> {
	const { inputs, context, octokit } = run;
	if (!inputs.check || inputs.dryRun) return { status: 'off' };
	return openCheck(octokit, {
		repository: context.repository,
		headSha: context.headSha,
		name: checkName(inputs.reportKey),
		detailsUrl: context.runUrl,
		externalId: `${auditRunId(run)}-${digest(commentKey(run), 8)}`,
	});
}
