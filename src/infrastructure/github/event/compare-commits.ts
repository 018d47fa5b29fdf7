import type { Octokit } from '../client/octokit.ts';
import { translateFailure } from '../publish-failure.ts';
import type { Repository } from './event-context.ts';

/** How two commits lie to each other. */
export interface CommitComparison {
	/** The commit at which head left base. */
	readonly mergeBase: string;
	/** How many commits head has that base does not have. */
	readonly aheadBy: number;
}

/**
 * Compares two commits, or branches, on GitHub: for a checkout that has too little history to say.
 *
 * @throws PublishError when GitHub refuses, knows one of them no longer, or no common commit
 */
export async function compareCommits(
	octokit: Octokit,
	repository: Repository,
	{ base, head }: { readonly base: string; readonly head: string },
): Promise<CommitComparison> {
	try {
		// One commit per page: only what stands on every page is wanted.
		const basehead = `${base}...${head}`;
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 });
		return { mergeBase: data.merge_base_commit.sha, aheadBy: data.ahead_by };
	} catch (error) {
		throw translateFailure({ sink: 'merge base', permission: 'contents: read', error });
	}
}
