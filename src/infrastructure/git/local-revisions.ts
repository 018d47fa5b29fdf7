import { CommitPair } from './commit-pair.ts';
import { fetchMissing } from './fetch-missing.ts';
import { openGit } from './git.ts';
import { userEnvironment } from './git-environment.ts';
import type { OpenRevisions } from './open-revisions.ts';
import { resolveCommits } from './resolve-commits.ts';
import { toRevisionError } from './revision-error.ts';

/**
 * The merge base of `base` and `head`, and `head`, in the user's own repository. Nothing in it changes: neither the
 * checkout nor a ref nor the index. A partial clone gets the files that are read, as from any command of git.
 *
 * @param options.base - a branch, tag or commit, as the user wrote it
 */
export async function openLocalRevisions({
	cwd,
	base,
	head = 'HEAD',
	signal,
}: {
	/** A folder of the repository. */
	readonly cwd: string;
	readonly base: string;
	readonly head?: string;
	readonly signal?: AbortSignal;
}): Promise<OpenRevisions> {
	const git = openGit({ cwd, environment: userEnvironment(), ...(signal && { signal }) });
	try {
		const place = await resolveCommits(git, { cwd, base, head });
		const pair = new CommitPair({
			git,
			...place,
			fetch: fetchMissing(git, [place.mergeBase, place.head]),
			...(signal && { signal }),
		});
		return Object.assign(pair, place);
	} catch (error) {
		throw toRevisionError(error, signal);
	}
}
