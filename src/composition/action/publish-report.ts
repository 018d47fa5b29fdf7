import type { ChangedLines } from '../../domain/annotation.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import type { OwnerRule } from '../../domain/issues/owner-rule.ts';
import type { Steps } from '../../domain/steps.ts';
import { digest } from '../../domain/text/digest.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { OpenedCheck } from '../../infrastructure/github/check/opened-check.ts';
import { type Publication, type Published, publishToGitHub } from '../../infrastructure/github/publish.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import { renderCheck } from '../../reporting/github/render-check.ts';
import { renderCommands } from '../../reporting/github/render-commands.ts';
import { renderComment } from '../../reporting/github/render-comment.ts';
import { renderSummary } from '../../reporting/github/render-summary.ts';
import type { ActionRun } from './action-run.ts';
import { commentKey } from './audit-key.ts';
import { issuesOf } from './issues-of.ts';
import { linesOfChange } from './lines-of-change.ts';
import { linksTo } from './links-to.ts';

/** A report on its way to GitHub. */
interface Finished {
	readonly report: FleetReport;
	readonly verdict: Verdict;
	readonly owners: readonly OwnerRule[];
	readonly check: OpenedCheck;
	/** On the results branch; null: nothing was stored. */
	readonly commit: string | null;
}

/** What people see on a commit: one check for each audit of a repository. */
export function checkName(reportKey: string): string {
	return reportKey === 'fleet' ? 'Fleet drift' : `Fleet drift (${reportKey})`;
}

/** Renders the report for every place on GitHub and publishes it there. */
export async function publishReport(run: ActionRun, finished: Finished): Promise<Published> {
	const { env, log, octokit, context } = run;
	const changed = await linesOfChange(run, finished.report);
	return publishToGitHub({
		octokit,
		context,
		check: finished.check,
		publication: await renderPublication(run, { ...finished, changed }),
		log,
		summaryFile: env.GITHUB_STEP_SUMMARY,
	});
}

async function renderPublication(
	run: ActionRun,
	{ report, verdict, owners, commit, changed }: Finished & { readonly changed: ChangedLines },
): Promise<Publication> {
	const { inputs, context } = run;
	const links = linksTo(context, commit);
	const body = await inTurns(renderComment(report, verdict, { links }));
	const { headSha, runNumber, runAttempt } = context;
	const hash = await inTurns(contentHash(report));
	const facts = { headSha, runNumber, runAttempt, verdict: verdict.verdict, hash };
	const check = await inTurns(renderCheck(report, verdict, { links, maxAnnotations: inputs.maxAnnotations, changed }));
	return {
		comment: inputs.dryRun
			? null
			: {
					key: commentKey(run),
					mode: inputs.comment,
					whenClean: inputs.commentWhenClean,
					body,
					facts,
				},
		check: inputs.check && !inputs.dryRun ? { ...check, conclusion: verdict.conclusion } : null,
		issues: issuesOf(run, { report, links, owners }),
		commands: await inTurns(renderCommands(report)),
		summary: await inTurns(renderSummary(report, verdict, { links })),
	};
}

/** Of what a reader would call the result: equal for two runs that say the same at different times. */
function* contentHash({ mode, warnings, devices }: FleetReport): Steps<string> {
	const facts: unknown[] = [];
	for (const { name, status, reason, fingerprint, changes, findings } of devices) {
		yield;
		facts.push([name, status, reason, fingerprint, changes.map((change) => change.class), findings]);
	}
	return digest(JSON.stringify([mode, warnings, facts]));
}
