import { fetchObjects } from './fetch-objects.ts';
import type { Git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { revisionError } from './revision-error.ts';

/**
 * What brings files of these commits into a partial clone (`--filter=blob:none`), many in one go: left to itself git runs a fetch
 * for each of them. It does nothing in any other repository.
 */
export function fetchMissing(git: Git, commits: readonly string[]): (objects: readonly string[]) => Promise<void> {
	const promisor = promisorRemote(git);
	// A failure is told to whoever fetches first.
	promisor.catch(() => {});
	let missing: Promise<ReadonlySet<string>> | null = null;
	return async (objects) => {
		const remote = await promisor;
		if (remote === null) return;
		missing ??= missingObjects(git, commits);
		const absent = await missing;
		const wanted = objects.filter((object) => absent.has(object));
		try {
			await fetchObjects(git, wanted, remote);
		} catch (error) {
			throw couldNotFetch(error, remote);
		}
	};
}

/** With the user's own access, so a token of ours is not to blame. */
function couldNotFetch(error: unknown, remote: string): unknown {
	if (!(error instanceof GitFailure) || error.kind === 'cancelled' || error.kind === 'timed-out') return error;
	const what = 'this is a partial clone, and files that it lacks could not be fetched';
	return revisionError(`${what} from ${remote}: ${error.message}`, error);
}

/** The remote that has promised what is not here; null: this is no partial clone. */
async function promisorRemote(git: Git): Promise<string | null> {
	try {
		const output = await git.text(['config', '--type=bool', '--get-regexp', '^remote\\..*\\.promisor$']);
		return /^remote\.(?<name>.+)\.promisor true$/mu.exec(output)?.groups?.name ?? null;
	} catch (error) {
		// exit code 1: there is no such setting
		if (error instanceof GitFailure && error.exitCode === 1) return null;
		throw error;
	}
}

async function missingObjects(git: Git, commits: readonly string[]): Promise<ReadonlySet<string>> {
	const output = await git.text(['rev-list', '--objects', '--missing=print', '--no-walk', ...commits]);
	return new Set(output.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
