import type { Git } from './git.ts';

/**
 * Fetches the contents of files into a clone that was fetched without them, in one go: left to itself git gets them one
 * by one as they are read. The options are those of git's own fetch on demand.
 */
export async function fetchObjects(git: Git, objects: readonly string[], remote = 'origin'): Promise<void> {
	if (objects.length === 0) return;
	await git.text(
		[
			'-c',
			'fetch.negotiationAlgorithm=noop',
			'fetch',
			'--no-auto-maintenance',
			'--no-tags',
			'--no-write-fetch-head',
			'--recurse-submodules=no',
			'--filter=blob:none',
			'--stdin',
			remote,
		],
		`${objects.join('\n')}\n`,
	);
}
