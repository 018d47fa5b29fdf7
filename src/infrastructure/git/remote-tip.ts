import type { Git } from './git.ts';

/** The commit that a branch of `origin` is at; null where there is no such branch. */
export async function remoteTip(git: Git, branch: string): Promise<string | null> {
	const ref = `refs/heads/${branch}`;
	const lines = (await git.text(['ls-remote', 'origin', ref])).split('\n');
	// The remote matches from the right: `refs/heads/x` also finds `refs/heads/y/refs/heads/x`.
	return lines.find((line) => line.endsWith(`\t${ref}`))?.split('\t')[0] ?? null;
}
