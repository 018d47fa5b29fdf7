import { CommitPair } from './commit-pair.ts';
import { fetchObjects } from './fetch-objects.ts';
import type { OpenRevisions } from './open-revisions.ts';
import { revisionError, toRevisionError } from './revision-error.ts';
import { type RemoteAccess, TemporaryRepository } from './temporary-repository.ts';

/**
 * Two commits of a remote in a temporary bare repository: no history, and of the files only those that are read. What a
 * workflow has checked out does not matter. Disposing of it removes the repository.
 */
export async function fetchRevisions({
	mergeBase,
	head,
	...remote
}: RemoteAccess & {
	/** Full object names. */
	readonly mergeBase: string;
	readonly head: string;
}): Promise<OpenRevisions> {
	for (const commit of [mergeBase, head]) {
		if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(commit))
			throw revisionError(`${JSON.stringify(commit)} is not the SHA of a commit`);
	}
	try {
		const repository = await TemporaryRepository.create(remote);
		try {
			return await openFetched(repository, { mergeBase, head, ...remote });
		} catch (error) {
			await repository[Symbol.asyncDispose]();
			throw error;
		}
	} catch (error) {
		throw toRevisionError(error, remote.signal);
	}
}

async function openFetched(
	repository: TemporaryRepository,
	{ mergeBase, head, signal }: { readonly mergeBase: string; readonly head: string; readonly signal?: AbortSignal },
): Promise<OpenRevisions> {
	const { git } = repository;
	await git.text(['fetch', '--depth=1', '--filter=blob:none', '--no-tags', 'origin', ...new Set([mergeBase, head])]);
	const fetch = (objects: readonly string[]): Promise<void> => fetchObjects(git, objects);
	const pair = new CommitPair({ git, mergeBase, head, fetch, ...(signal && { signal }) });
	const closeReader = pair[Symbol.asyncDispose].bind(pair);
	const dispose = async (): Promise<void> => {
		await closeReader();
		await repository[Symbol.asyncDispose]();
	};
	return Object.assign(pair, { mergeBase, head, prefix: '', [Symbol.asyncDispose]: dispose });
}
