import { ConfigurationError } from '../../errors.ts';
import { fetchRevisions } from '../../infrastructure/git/fetched-revisions.ts';
import type { OpenRevisions } from '../../infrastructure/git/open-revisions.ts';
import { mergeBase } from '../../infrastructure/github/event/merge-base.ts';
import { cloneUrl, temporaryFolder } from './repository-access.ts';
import type { ActionRun } from './run-action.ts';

/** The commits of a change: what it began from, and what it proposes. */
export async function openCommits(
	{ octokit, context, inputs, env }: ActionRun,
	signal: AbortSignal,
): Promise<OpenRevisions> {
	const { repository, baseSha, headSha } = context;
	if (baseSha === null || octokit === null) {
		const [message, fix] =
			baseSha === null
				? [
						`a pre-flight check needs a base, and the event ${context.event} has none`,
						'Use `mode: audit` for this event',
					]
				: [
						'a run for a proposed change needs a token to read its commits',
						'Leave github-token out: the default will do',
					];
		throw ConfigurationError.of(message, fix);
	}
	return fetchRevisions({
		remoteUrl: cloneUrl(context),
		token: inputs.githubToken,
		tempDir: temporaryFolder(env),
		mergeBase: await mergeBase(octokit, repository, baseSha, headSha),
		head: headSha,
		signal,
	});
}
