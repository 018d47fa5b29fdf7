import { digest } from '../../domain/text/digest.ts';
import { judge, type Verdict } from '../../domain/verdict.ts';
import { abandonCheck, type OpenedCheck, openCheck } from '../../infrastructure/github/check/opened-check.ts';
import type { RequestTime } from '../../infrastructure/github/client/request-time.ts';
import { inTurns, textInTurns } from '../../infrastructure/turns.ts';
import { renderUnfinished } from '../../reporting/github/render-unfinished.ts';
import { renderTerminal } from '../../reporting/terminal/render-terminal.ts';
import { adoptInAction } from '../adopting/adopt-in-action.ts';
import { publishAdoption } from '../adopting/publish-adoption.ts';
import { describeFailure } from '../describe-failure.ts';
import { openPastOfRun, type PastOfRun } from '../history/past-of-run.ts';
import { recordHistory } from '../history/record-history.ts';
import { redactReport } from '../run/redact-report.ts';
import { spoolDetails } from '../run/spool-details.ts';
import { mergeInAction } from '../sharding/merge-in-action.ts';
import type { ActionRun, Audited } from './action-run.ts';
import { auditInAction } from './audit-in-action.ts';
import { commentKey } from './audit-key.ts';
import { modeOfRun, REPORTING_MS } from './mode-of-run.ts';
import { policyOf } from './policy-of.ts';
import { preflightInAction } from './preflight-in-action.ts';
import { checkName, publishReport } from './publish-report.ts';
import { temporaryFolder } from './repository-access.ts';
import { auditRunId } from './run-id.ts';
import { whySilent } from './speaks-for-fleet.ts';
import { tellLaterSteps } from './tell-later-steps.ts';
import { unlessCancelled } from './when-cancelled.ts';
import { writeReportFolder } from './write-report-folder.ts';

/**
 * Comes to a report and tells people, behind a check that they see running from the start. A run that comes to none says so
 * there.
 */
export async function reportRun(run: ActionRun, time: RequestTime): Promise<Verdict['exitCode']> {
	const { env, log, signal, octokit } = run;
	await using past = openPastOfRun(run);
	using details = spoolDetails(temporaryFolder(env), log);
	// A GitHub that answers slowly must not take its time from the devices.
	const check = startCheck(run);
	try {
		const { lastTook, lastSizes } = past;
		const audited = await auditOf(run)({ ...run, lastTook, lastSizes, keepReport: details.keep });
		time.leaveAtLeast(REPORTING_MS);
		return await tellPeople(run, audited, { past, check });
	} catch (error) {
		time.leaveAtLeast(REPORTING_MS);
		const reason = log.redact(describeFailure(error, { verbose: false }));
		const conclusion = signal.aborted ? 'cancelled' : 'failure';
		await abandonCheck(octokit, await check, { log, conclusion, summary: renderUnfinished(reason) });
		throw error;
	}
}

/** How the run comes to its report. */
function auditOf({ inputs, context }: ActionRun): (run: ActionRun) => Promise<Audited> {
	if (inputs.adopt) return adoptInAction;
	return { audit: auditInAction, preflight: preflightInAction, merge: mergeInAction }[modeOfRun({ inputs, context })];
}

/**
 * Takes a report to log, folder, history, check, comment, issues, summary, pull request and outputs. A place that cannot take
 * it never changes the verdict.
 */
async function tellPeople(
	run: ActionRun,
	audited: Audited,
	{ past, check }: { readonly past: PastOfRun; readonly check: Promise<OpenedCheck> },
): Promise<Verdict['exitCode']> {
	const { log, signal } = run;
	const { settings, adoptions } = audited;
	await using configs = audited.configs ?? null;
	using _aside = audited.aside ?? null;
	const report = await past.tell(await inTurns(redactReport(audited.report, log.redact)));
	const verdict = judge(report, policyOf(run, settings.policy));
	log.info(await textInTurns(renderTerminal(report, verdict, { colour: false, width: 120 })));
	if (verdict.caveat !== null) log.warning(verdict.caveat);
	const silence = report.mode === 'audit' ? whySilent(run) : null;
	if (silence !== null) log.info(silence);
	const folder = await writeReportFolder(run, report, verdict);
	const recording = recordHistory(run, { report, history: settings.history, configs });
	// A job that is cancelled may be over before a slow push is: people are told first.
	const commit = await unlessCancelled(recording, signal);
	const published = await publishReport(run, { report, verdict, owners: settings.owners, check: await check, commit });
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
		'comment-url': published.commentUrl,
		'check-url': published.checkUrl,
		'adopt-url': adoptUrl ?? null,
		'results-commit': await recording,
	});
	return verdict.exitCode;
}

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
