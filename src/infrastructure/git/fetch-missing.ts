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

/**
 * Asks one remote after the other, as git does: a mirror may be gone, or lack what is new. A remote gives nothing at all where it
 * lacks one of the objects; where each of them lacks some, each half of the objects is asked for by itself.
 */
async function fetchFromAny(
	git: Git,
	{ objects, remotes }: { readonly objects: readonly string[]; readonly remotes: readonly string[] },
): Promise<void> {
	const failures: unknown[] = [];
	const lacking: string[] = [];
	for (const remote of remotes) {
		try {
			await fetchObjects(git, objects, remote);
			return;
		} catch (error) {
			if (error instanceof GitFailure && error.kind === 'cancelled') throw error;
			failures.push(couldNotFetch(error, remote));
			if (error instanceof GitFailure && /\bnot our ref\b/u.test(error.output)) lacking.push(remote);
		}
	}
	if (lacking.length < 2 || objects.length < 2) throw failures[0];
	const half = Math.ceil(objects.length / 2);
	for (const part of [objects.slice(0, half), objects.slice(half)])
		await fetchFromAny(git, { objects: part, remotes: lacking });
}

/** With the user's own access, so a token of ours is not to blame. */
function couldNotFetch(error: unknown, remote: string): unknown {
	return error instanceof GitFailure && error.kind !== 'timed-out' ? partialCloneError(error, remote) : error;
}

/** The remotes that have promised what is not here; none: this is no partial clone. */
async function promisorRemotes(git: Git): Promise<readonly string[]> {
	try {
		const settings = await git.text([
			'config',
			'--get-regexp',
			String.raw`^(remote\..*\.promisor|extensions\.partialclone)$`,
		]);
		const names = settings.split('\n').map((setting) => PROMISOR.exec(setting)?.groups);
		// git asks the one that its versions before 2.24 wrote down last.
		const remotes = [...names.map((groups) => groups?.remote), ...names.map((groups) => groups?.only)];
		return [...new Set(remotes.filter((name) => name !== undefined))];
	} catch (error) {
		// exit code 1: there is no such setting
		if (error instanceof GitFailure && error.exitCode === 1) return [];
		throw error;
	}
}

/** What git takes for true: a setting without a value, too. */
const PROMISOR =
	/^(?:remote\.(?<remote>.+)\.promisor(?: (?:true|yes|on|[1-9]\d*))?|extensions\.partialclone (?<only>.+))$/iu;

async function missingObjects(git: Git, commits: readonly string[]): Promise<ReadonlySet<string>> {
	const output = await git.text(['rev-list', '--objects', '--missing=print', '--no-walk', ...commits]);
	return new Set(output.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
