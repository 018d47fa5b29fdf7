import { CommitPair } from './commit-pair.ts';
import { fetchMissing } from './fetch-missing.ts';
import { type Git, openGit } from './git.ts';
import { userEnvironment } from './git-environment.ts';
import { GitFailure } from './git-failure.ts';
import type { OpenRevisions } from './open-revisions.ts';
import { revisionError, toRevisionError } from './revision-error.ts';

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
		for (const name of [head, base]) assertCommitName(name);
		const place = (await resolveAtOnce(git, { base, head })) ?? (await resolveStepwise(git, { cwd, base, head }));
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

type Place = Pick<OpenRevisions, 'mergeBase' | 'head' | 'prefix'>;

/** What the user named: branches, tags or commits. */
interface Names {
	readonly base: string;
	readonly head: string;
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
		return (await git.text(['rev-parse', '--verify', `${ref}^{commit}`])).trim();
	} catch (error) {
		if (!(error instanceof GitFailure) || error.kind !== 'failed') throw error;
		throw revisionError(
			`there is no commit ${ref} in this repository: fetch it first (in a workflow: fetch-depth: 0)`,
			error,
		);
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
		throw revisionError(
			`${base} and ${head} have no common ancestor here: fetch more of their history (in a workflow: fetch-depth: 0)`,
			error,
		);
	}
}
