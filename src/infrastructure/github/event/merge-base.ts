import type { Octokit } from '../client/octokit.ts';
import { compareCommits } from './compare-commits.ts';
import type { Repository } from './event-context.ts';

/**
 * The commit at which head left base, from GitHub.
 *
 * @throws PublishError when GitHub refuses or knows no common commit
 */
export async function mergeBase(octokit: Octokit, repository: Repository, base: string, head: string): Promise<string> {
	return (await compareCommits(octokit, repository, base, head)).mergeBase;
}
