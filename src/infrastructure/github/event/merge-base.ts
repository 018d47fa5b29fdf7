import type { Octokit } from '../client/octokit.ts';
import { translateFailure } from '../publish-failure.ts';
import type { Repository } from './event-context.ts';

/**
 * The commit at which head left base, from GitHub: for a checkout that has too little history to say.
 *
 * @throws PublishError when GitHub refuses or knows no common commit
 */
export async function mergeBase(octokit: Octokit, repository: Repository, base: string, head: string): Promise<string> {
	try {
		// One commit per page: only the merge base is wanted, and it stands on every page.
		const basehead = `${base}...${head}`;
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 });
		return data.merge_base_commit.sha;
	} catch (error) {
		throw translateFailure({ sink: 'merge base', permission: 'contents: read', error });
	}
}
