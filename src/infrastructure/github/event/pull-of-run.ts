import { ConfigurationError } from '../../../errors.ts';
import type { Octokit } from '../client/octokit.ts';
import { translateFailure } from '../publish-failure.ts';
import type { EventContext, ProposedCommit, PullRequest } from './event-context.ts';

type OpenPull = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

/**
 * What a `workflow_run` is about whose first stage ran for a pull request: its number, base and head as GitHub knows them.
 * Nothing that the first stage left behind is believed, because the pull request could have written it.
 *
 * @returns null where the pull request is closed, or has moved on since (a newer run has taken over then), or its fork is gone
 * @throws ConfigurationError where several have this head: any of them may be the one that nobody has looked at; PublishError
 * when GitHub refuses
 */
export async function contextOfRun(
	octokit: Octokit,
	context: EventContext,
	{ owner, branch, headSha }: ProposedCommit,
): Promise<EventContext | null> {
	if (owner === null || branch === null) return null;
	const { repository } = context;
	const pulls = await openPullsOf(octokit, { repository, head: `${owner}:${branch}` });
	const [pull, ...others] = pulls.filter(({ head }) => head.sha === headSha);
	if (pull === undefined) return null;
	if (others.length > 0) throw severalPulls([pull, ...others]);
	const { number, base } = pull;
	const fork =
		owner.toLowerCase() !== repository.owner.toLowerCase() || pull.head.repo?.full_name !== base.repo.full_name;
	// Secrets and rights are here because the workflow's owner has put them here.
	const pullRequest: PullRequest = { number, headSha, baseSha: base.sha, fork, restricted: false };
	return { ...context, mode: 'preflight', headSha, baseSha: base.sha, baseRef: base.ref, pullRequest };
}

async function openPullsOf(
	octokit: Octokit,
	{ repository, head }: { readonly repository: EventContext['repository']; readonly head: string },
): Promise<readonly OpenPull[]> {
	try {
		const { data } = await octokit.rest.pulls.list({ ...repository, head, state: 'open', per_page: 100 });
		return data;
	} catch (error) {
		throw translateFailure({ sink: 'pull request', permission: 'pull-requests: write', error });
	}
}

/** The check belongs to the commit: what one of them was judged by would be shown on all. */
function severalPulls(pulls: readonly OpenPull[]): ConfigurationError {
	const names = pulls.map(({ number, base }) => `#${number} into ${base.ref}`).join(' and ');
	return ConfigurationError.of(
		`the pull requests ${names} share one head, and GitHub does not say which of them this run is for`,
		'Close one of them, or push another commit to a branch of its own',
	);
}
