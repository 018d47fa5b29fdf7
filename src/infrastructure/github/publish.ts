import type { CheckAnnotation } from '../../domain/annotation.ts';
import type { PublishError } from '../../errors.ts';
import type { Log } from '../log.ts';
import type { CheckConclusion } from './check/check-run.ts';
import { finishCheck, type OpenedCheck } from './check/opened-check.ts';
import type { Octokit } from './client/octokit.ts';
import { type CommentRequest, type PublishedComment, publishComment } from './comment/comment.ts';
import type { EventContext } from './event/event-context.ts';
import { type IssuesPublication, syncIssues } from './issues/sync-issues.ts';
import { asPublishError, explainFailures, noTokenError } from './publish-failure.ts';
import { writeStepSummary } from './step-summary.ts';

/** What the renderers made of one report, each sized for its place. */
export interface Publication {
	/** For the pull request, where there is one; null: no comment is wanted. */
	readonly comment: CommentPublication | null;
	/** null: no check is wanted. */
	readonly check: CheckConclusion | null;
	/** null: no issues are wanted. */
	readonly issues: IssuesPublication | null;
	/** What the log annotates where the check run cannot: no more of each level than the runner shows. */
	readonly commands: readonly CheckAnnotation[];
	/** The whole report as far as the job summary has room for it: what every other place falls back to. */
	readonly summary: string;
}

/** The comment, rendered, and the policy of when it is written. */
export type CommentPublication = Omit<CommentRequest, 'repository' | 'issueNumber'>;

/** A finished report in the form that each place takes, and the way to GitHub. */
export interface PublishOptions {
	/** null: no token was given. */
	readonly octokit: Octokit | null;
	readonly context: EventContext;
	/** From `openCheck()`. */
	readonly check: OpenedCheck;
	readonly publication: Publication;
	readonly log: Log;
	/** GITHUB_STEP_SUMMARY */
	readonly summaryFile: string | undefined;
}

/** Where the report can be read, and where it could not be written. */
export interface Published {
	readonly commentUrl: string | null;
	readonly checkUrl: string | null;
	/** What could not be written and what to do about it; already logged. */
	readonly warnings: readonly string[];
}

/**
 * Shows a finished report where people look: check run, pull request comment, issues, job summary, one after the other. Never
 * throws: a place that cannot take the report does not change its verdict. A check run falls back to annotations by
 * commands in the log, comment and issues to the job summary, the job summary to the log.
 */
export async function publishToGitHub(options: PublishOptions): Promise<Published> {
	const { octokit, context, log } = options;
	const { comment, check, issues, commands, summary } = redact(options.publication, log);
	const failures: PublishError[] = [];
	const attempt = async <T>(sink: string, write: () => Promise<T>, fallBack: () => unknown): Promise<T | null> => {
		try {
			return await write();
		} catch (error) {
			failures.push(asPublishError(sink, error));
			await fallBack();
			return null;
		}
	};

	const checkUrl = await attempt(
		'check run',
		async () => check && finishCheck(octokit, options.check, check),
		() => commands.forEach(log.annotate),
	);
	const commented = await attempt(
		'comment',
		() => writeComment(octokit, context, comment),
		() => log.debug('the comment falls back to the job summary'),
	);
	if (commented?.failure) failures.push(commented.failure);
	const issueFailures = await attempt(
		'drift issue',
		() => writeIssues(octokit, context, issues),
		() => log.debug('the issues fall back to the job summary'),
	);
	failures.push(...(issueFailures ?? []));
	await attempt(
		'job summary',
		() => writeStepSummary(options.summaryFile, summary),
		() => log.group('Report', () => log.info(summary)),
	);

	const warnings = explainFailures(failures, { restricted: context.pullRequest?.restricted ?? false });
	for (const warning of warnings) log.warning(warning);
	return { commentUrl: commented?.url ?? null, checkUrl: checkUrl ?? pageOf(options.check), warnings };
}

async function writeComment(
	octokit: Octokit | null,
	{ repository, pullRequest }: EventContext,
	comment: CommentPublication | null,
): Promise<PublishedComment | null> {
	if (comment === null || comment.mode === 'off' || pullRequest === null) return null;
	if (octokit === null) throw noTokenError('comment');
	return publishComment(octokit, { repository, issueNumber: pullRequest.number, ...comment });
}

async function writeIssues(
	octokit: Octokit | null,
	{ repository }: EventContext,
	issues: IssuesPublication | null,
): Promise<readonly PublishError[]> {
	if (issues === null) return [];
	if (octokit === null) throw noTokenError('drift issue');
	return syncIssues(octokit, repository, issues);
}

/** A check run that could not take everything is still there to be looked at. */
function pageOf(opened: OpenedCheck): string | null {
	return opened.status === 'started' ? opened.check.url : null;
}

/** The runner masks its log and nothing else, so registered secrets are taken out of whatever leaves here. */
function redact({ comment, check, issues, commands, summary }: Publication, log: Log): Publication {
	return {
		comment: comment && { ...comment, body: log.redact(comment.body) },
		check: check && {
			...check,
			title: log.redact(check.title),
			summary: log.redact(check.summary),
			text: log.redact(check.text),
			annotations: check.annotations.map((annotation) => ({
				...annotation,
				title: log.redact(annotation.title),
				message: log.redact(annotation.message),
			})),
		},
		issues: issues && {
			...issues,
			plan: async (existing) =>
				(await issues.plan(existing)).map((write) => ({ ...write, body: log.redact(write.body) })),
		},
		// The log redacts by itself.
		commands,
		summary: log.redact(summary),
	};
}
