import type { Octokit } from '../client/octokit.ts';
import { translateFailure } from '../publish-failure.ts';
import type { Repository } from './event-context.ts';

/**
 * How many commits a branch has that another commit does not have, from GitHub.
 *
 * @throws PublishError when GitHub refuses or knows one of them no longer
 */
export async function commitsSince(
	octokit: Octokit,
	repository: Repository,
	{ commit, branch }: { readonly commit: string; readonly branch: string },
): Promise<number> {
	try {
		const basehead = `${commit}...${branch}`;
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 });
		return data.ahead_by;
	} catch (error) {
		throw translateFailure({ sink: 'comparison with the branch', permission: 'contents: read', error });
	}
}
