import type { Git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import type { OpenRevisions } from './open-revisions.ts';
import { revisionError } from './revision-error.ts';

/** Where a change begins and ends, and the folder that was opened. */
type Place = Pick<OpenRevisions, 'mergeBase' | 'head' | 'prefix'>;

/** What the user named: branches, tags or commits. */
interface Names {
	readonly base: string;
	readonly head: string;
}

/** Both names as commits of the repository around a folder: of `base` what it has in common with `head`. */
export async function resolveCommits(git: Git, { cwd, base, head }: Names & { readonly cwd: string }): Promise<Place> {
	for (const name of [head, base]) assertCommitName(name);
	return (await resolveAtOnce(git, { base, head })) ?? (await resolveStepwise(git, { cwd, base, head }));
}

/**
 * All of it by one git process: each costs some milliseconds before the first device can be asked. null: something is wrong,
 * and git does not tell clearly what; or a name holds dots of its own.
 */
async function resolveAtOnce(git: Git, { base, head }: Names): Promise<Place | null> {
	try {
		const output = await git.text(['rev-parse', '--show-prefix', `${base}^{commit}...${head}^{commit}`]);
		return (PLACE.exec(output)?.groups as Place | undefined) ?? null;
	} catch (error) {
		if (error instanceof GitFailure && error.exitCode !== null) return null;
		throw error;
	}
}

/** The folder, head, base, and what both have in common: the best of it first, as `git merge-base` takes it. */
const PLACE =
	/^(?<prefix>|.*\/)\n(?<head>[0-9a-f]{40,64})\n[0-9a-f]{40,64}\n\^(?<mergeBase>[0-9a-f]{40,64})\n(?:\^[0-9a-f]{40,64}\n)*$/su;

async function resolveStepwise(git: Git, { cwd, base, head }: Names & { readonly cwd: string }): Promise<Place> {
	const [prefix, headCommit, baseCommit] = await allOrFirst([
		prefixOf(git, cwd),
		resolveCommit(git, head),
		resolveCommit(git, base),
	]);
	const mergeBase = await findMergeBase(git, { base, head, commits: [baseCommit, headCommit] });
	return { prefix, head: headCommit, mergeBase };
}

/** Side by side; of several failures the first of the list is told, whichever came first. */
async function allOrFirst<const Values extends readonly Promise<string>[]>(
	values: Values,
): Promise<{ [Index in keyof Values]: string }> {
	const settled = await Promise.allSettled(values);
	const failed = settled.find((result) => result.status === 'rejected');
	if (failed !== undefined) throw failed.reason;
	return Promise.all(values) as Promise<{ [Index in keyof Values]: string }>;
}

async function prefixOf(git: Git, cwd: string): Promise<string> {
	try {
		return (await git.text(['rev-parse', '--show-prefix'])).replace(/\n$/u, '');
	} catch (error) {
		if (error instanceof GitFailure && /not a git repository/u.test(error.output)) {
			throw revisionError(
				`${cwd} is not in a git repository: run this inside the one that holds the intended configs`,
				error,
			);
		}
		throw error;
	}
}

function assertCommitName(ref: string): void {
	// A dash would make it an option, a colon a file of a commit.
	if (!/^[^-:\s\0-\x1F\x7F][^:\s\0-\x1F\x7F]*$/u.test(ref))
		throw revisionError(`${JSON.stringify(ref)} is not the name of a commit`);
}

async function resolveCommit(git: Git, ref: string): Promise<string> {
	try {
		return await commitOf(git, ref);
	} catch (error) {
		if (!(error instanceof GitFailure) || error.kind !== 'failed') throw error;
		const advice = await adviceFor(git, ref);
		throw revisionError(`there is no commit ${ref} in this repository: ${advice}`, error);
	}
}

async function commitOf(git: Git, ref: string): Promise<string> {
	return (await git.text(['rev-parse', '--verify', `${ref}^{commit}`])).trim();
}

/** What a runner checks out, and any clone, has other branches under the name of their remote alone. */
async function adviceFor(git: Git, ref: string): Promise<string> {
	const atOrigin = `origin/${ref}`;
	try {
		await commitOf(git, `refs/remotes/${atOrigin}`);
		return `write ${atOrigin}, which is`;
	} catch {
		// Why the first name is none has been told already.
		return 'fetch it first (in a workflow: fetch-depth: 0)';
	}
}

async function findMergeBase(
	git: Git,
	{ base, head, commits }: { readonly base: string; readonly head: string; readonly commits: readonly string[] },
): Promise<string> {
	try {
		return (await git.text(['merge-base', ...commits])).trim();
	} catch (error) {
		if (!(error instanceof GitFailure) || error.exitCode !== 1) throw error;
		const isShallow = (await git.text(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
		const advice = isShallow ? ', a shallow clone: git fetch --unshallow (in a workflow: fetch-depth: 0)' : '';
		throw revisionError(`${base} and ${head} have no common ancestor here${advice}`, error);
	}
}
