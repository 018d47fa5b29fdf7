import { fetchObjects } from './fetch-objects.ts';
import type { Git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { partialCloneError } from './revision-error.ts';

/**
 * What brings files of these commits into a partial clone (`--filter=blob:none`), many in one go: left to itself git runs a fetch
 * for each of them. It does nothing in any other repository.
 */
export function fetchMissing(git: Git, commits: readonly string[]): (objects: readonly string[]) => Promise<void> {
	const promisors = promisorRemotes(git);
	// A failure is told to whoever fetches first.
	promisors.catch(() => {});
	let missing: Promise<ReadonlySet<string>> | null = null;
	return async (objects) => {
		const remotes = await promisors;
		if (remotes.length === 0) return;
		missing ??= missingObjects(git, commits);
		const absent = await missing;
		const wanted = objects.filter((object) => absent.has(object));
		await fetchFromAny(git, { objects: wanted, remotes });
	};
}

/** Asks one remote after the other, as git does: a mirror may be gone, or lack what is new. */
async function fetchFromAny(
	git: Git,
	{ objects, remotes }: { readonly objects: readonly string[]; readonly remotes: readonly string[] },
): Promise<void> {
	const failures: unknown[] = [];
	for (const remote of remotes) {
		try {
			await fetchObjects(git, objects, remote);
			return;
		} catch (error) {
			if (error instanceof GitFailure && error.kind === 'cancelled') throw error;
			failures.push(couldNotFetch(error, remote));
		}
	}
	throw failures[0];
}

/** With the user's own access, so a token of ours is not to blame. */
function couldNotFetch(error: unknown, remote: string): unknown {
	return error instanceof GitFailure && error.kind !== 'timed-out' ? partialCloneError(error, remote) : error;
}

/** The remotes that have promised what is not here; none: this is no partial clone. */
async function promisorRemotes(git: Git): Promise<readonly string[]> {
	try {
		const output = await git.text(['config', '--type=bool', '--get-regexp', '^remote\\..*\\.promisor$']);
		return output.split('\n').flatMap((line) => /^remote\.(?<name>.+)\.promisor true$/u.exec(line)?.groups?.name ?? []);
	} catch (error) {
		// exit code 1: there is no such setting
		if (error instanceof GitFailure && error.exitCode === 1) return [];
		throw error;
	}
}

async function missingObjects(git: Git, commits: readonly string[]): Promise<ReadonlySet<string>> {
	const output = await git.text(['rev-list', '--objects', '--missing=print', '--no-walk', ...commits]);
	return new Set(output.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
