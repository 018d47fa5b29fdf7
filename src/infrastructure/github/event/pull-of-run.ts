import type { Octokit } from '../client/octokit.ts';
import { translateFailure } from '../publish-failure.ts';
import type { EventContext, ProposedCommit, PullRequest } from './event-context.ts';

/**
 * What a `workflow_run` is about whose first stage ran for a pull request: its number, base and head as GitHub knows them.
 * Nothing that the first stage left behind is believed, because the pull request could have written it.
 *
 * @returns null where the pull request is closed, or has moved on since: a newer run has taken over then
 * @throws PublishError when GitHub refuses
 */
export async function contextOfRun(
	octokit: Octokit,
	context: EventContext,
	{ owner, branch, headSha }: ProposedCommit,
): Promise<EventContext | null> {
	const { repository } = context;
	try {
		const { data } = await octokit.rest.pulls.list({
			...repository,
			head: `${owner}:${branch}`,
			state: 'open',
			per_page: 100,
		});
		const pull = data.find(({ head }) => head.sha === headSha);
		if (pull === undefined) return null;
		const { number, base } = pull;
		const fork =
			owner.toLowerCase() !== repository.owner.toLowerCase() || pull.head.repo?.full_name !== base.repo.full_name;
		// Secrets and rights are here because the workflow's owner has put them here.
		const pullRequest: PullRequest = { number, headSha, baseSha: base.sha, fork, restricted: false };
		return { ...context, mode: 'preflight', headSha, baseSha: base.sha, baseRef: base.ref, pullRequest };
	} catch (error) {
		throw translateFailure({ sink: 'pull request', permission: 'pull-requests: write', error });
	}
}
