import { checkBranchName } from '../../domain/history/check-branch-name.ts';
import type { RemoteAccess } from '../git/temporary-repository.ts';
import { BranchClone } from './branch-clone.ts';
import { type PastReader, readPast } from './read-past.ts';

/** The newest commit of a results branch, for reading; nothing is ever written. */
export interface Past extends PastReader, AsyncDisposable {}

/**
 * Opens a results branch for reading, in a temporary clone; null where there is no such branch. Throws a
 * `ConfigurationError` for a name or a URL that cannot be used, and a `GitFailure` where the remote does not answer.
 */
export async function openPast(remote: RemoteAccess & { readonly branch: string }): Promise<Past | null> {
	checkBranchName(remote.branch);
	const clone = await BranchClone.create(remote);
	const close = (): Promise<void> => clone[Symbol.asyncDispose]();
	try {
		const tip = await clone.fetchTip();
		if (tip !== null) return { ...readPast(await clone.files(tip)), [Symbol.asyncDispose]: close };
	} catch (error) {
		await close();
		throw error;
	}
	await close();
	return null;
}
