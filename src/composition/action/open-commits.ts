import { ConfigurationError } from '../../errors.ts';
import { fetchRevisions } from '../../infrastructure/git/fetched-revisions.ts';
import type { OpenRevisions } from '../../infrastructure/git/open-revisions.ts';
import { compareCommits } from '../../infrastructure/github/event/compare-commits.ts';
import type { ActionRun } from './action-run.ts';
import { cloneUrl, temporaryFolder } from './repository-access.ts';

/** The commits of a change: what it began from, and what it proposes. */
export async function openCommits(
	{ octokit, context, inputs, env }: ActionRun,
	signal: AbortSignal,
): Promise<OpenRevisions> {
	const { repository, baseSha, headSha } = context;
	if (baseSha === null) {
		throw ConfigurationError.of(
			`a pre-flight check needs a base, and the event ${context.event} has none`,
			'Use `mode: audit` for this event',
		);
	}
	if (octokit === null) throw tokenMissing();
	const { mergeBase } = await compareCommits(octokit, repository, { base: baseSha, head: headSha });
	return fetchRevisions({
		remoteUrl: cloneUrl(context),
		token: inputs.githubToken,
		tempDir: temporaryFolder(env),
		mergeBase,
		head: headSha,
		signal,
	});
}

/** Why nothing can be said of a change without asking GitHub. */
export function tokenMissing(): ConfigurationError {
	return ConfigurationError.of(
		'a run for a proposed change needs a token to read its commits',
		'Leave github-token out: the default will do',
	);
}
