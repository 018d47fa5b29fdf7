import { setImmediate as nextTurn } from 'node:timers/promises';
import { PublishError } from '../../errors.ts';
import { fastImportStream, type Identity, type StoredFile } from './fast-import.ts';
import { fetchObjects } from './fetch-objects.ts';
import { GitFailure } from './git-failure.ts';
import { listTree, type TreeEntry } from './list-tree.ts';
import { isLostRace } from './push-outcome.ts';
import { readBlobs } from './read-blobs.ts';
import { remoteTip } from './remote-tip.ts';
import { type RemoteAccess, TemporaryRepository } from './temporary-repository.ts';

/** A file as it was when it was compared, and as it shall be. */
export interface BranchEdit {
	/** From the top of the repository, with `/`. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
}

/** Where the edits of an adoption go, and in whose name. */
export interface AdoptionBranchOptions extends RemoteAccess {
	/** The branch that the edits are made on top of. */
	readonly base: string;
	/** The branch that gets them; nobody else writes to it. */
	readonly branch: string;
	readonly identity: Identity;
	readonly subject: string;
	/** Milliseconds since the epoch. */
	readonly time: number;
}

/** What became of the edits. */
export interface PushedEdits {
	/** The newest commit of the branch; null: there was nothing to push. */
	readonly commit: string | null;
	/** Why files were left out. */
	readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

const BASE = 'refs/fleet/base';
const OLD = 'refs/fleet/old';

/**
 * Puts edits of files on a branch of their own: one commit on top of the base, through a temporary bare clone and never
 * through the user's checkout. A file that is no longer as it was compared is left out, and so is one that is no plain file.
 * An earlier commit of ours on the branch is replaced under a lease; anybody else's stops the push.
 *
 * @throws PublishError where somebody else has pushed to the branch; GitFailure
 */
export async function pushEdits(edits: readonly BranchEdit[], options: AdoptionBranchOptions): Promise<PushedEdits> {
	const { base, branch, identity, subject, time } = options;
	await using repository = await TemporaryRepository.create(options);
	const { git } = repository;
	const old = await remoteTip(git, branch);
	const refs = [`+refs/heads/${base}:${BASE}`, ...(old === null ? [] : [`+refs/heads/${branch}:${OLD}`])];
	await git.text(['fetch', '--depth=1', '--filter=blob:none', '--no-tags', 'origin', ...refs]);
	const tree = await listTree(git, BASE);
	const { stored, leftOut } = await storeEdits(repository, edits, { tree, base });
	if (stored.length === 0) return { commit: null, leftOut };
	const parent = (await git.text(['rev-parse', '--verify', `${BASE}^{commit}`])).trim();
	const stream = fastImportStream(
		{ subject, identity, time, parent, files: [], stored, removed: [] },
		'refs/fleet/adoption',
	);
	const commit = (await git.text(['fast-import', '--quiet', '--done'], stream)).trim();
	if (old !== null) {
		await refuseForeign(repository, { branch, identity });
		if ((await contentOf(repository, OLD)) === (await contentOf(repository, commit))) return { commit: old, leftOut };
	}
	await push(repository, { branch, commit, old });
	return { commit, leftOut };
}

const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755']);

function reasonOf(mode: string, base: string): string {
	if (mode === '') return `is not on ${base}`;
	return FILE_MODES.has(mode) ? `has changed on ${base} since the audit began: run it again` : 'is not a regular file';
}

/** The file's new text; null where it is no longer what was compared. A checkout may have other line ends than git. */
function merged({ before, after }: BranchEdit, found: string | null): string | null {
	if (found === null) return null;
	const mark = found.startsWith('\uFEFF') ? '\uFEFF' : '';
	const text = found.slice(mark.length);
	if (text === before) return mark + after;
	const plain = (lines: string): string => lines.replaceAll('\r\n', '\n');
	return text === plain(before) ? mark + plain(after) : null;
}

/** Puts the new contents into the repository, a portion at a time: those of a large fleet would fill the memory. */
async function storeEdits(
	repository: TemporaryRepository,
	edits: readonly BranchEdit[],
	{ tree, base }: { readonly tree: ReadonlyMap<string, TreeEntry>; readonly base: string },
): Promise<{ readonly stored: readonly StoredFile[]; readonly leftOut: PushedEdits['leftOut'] }> {
	const stored: StoredFile[] = [];
	const leftOut: { readonly path: string; readonly reason: string }[] = [];
	await fetchObjects(repository.git, objectsOf(edits, tree));
	for (let from = 0; from < edits.length; from += PORTION) {
		const portion = edits.slice(from, from + PORTION);
		const blob = await readBlobs(repository.git, objectsOf(portion, tree));
		const changed: { readonly path: string; readonly content: string; readonly mode: string }[] = [];
		for (const [index, edit] of portion.entries()) {
			if (index % READ_ON_END === 0) await nextTurn();
			const { mode = '', object } = tree.get(edit.path) ?? {};
			const found = object === undefined || !FILE_MODES.has(mode) ? null : blob(object).toString('utf8');
			const content = merged(edit, found);
			if (content === null) leftOut.push({ path: edit.path, reason: reasonOf(mode, base) });
			else changed.push({ path: edit.path, content, mode });
		}
		const objects = await repository.store(changed.map(({ content }) => [content]));
		for (const [index, { path, mode }] of changed.entries()) {
			const object = objects[index];
			if (object === undefined) throw new Error(`git has stored no content for ${path}`);
			stored.push({ path, object, mode });
		}
	}
	return { stored, leftOut };
}

/** Some megabytes. */
const PORTION = 200;
/** Edits that may have to be read from a disk, some milliseconds. */
const READ_ON_END = 20;

/** Of the files alone: nothing can be fetched for a submodule. */
function objectsOf(edits: readonly BranchEdit[], tree: ReadonlyMap<string, TreeEntry>): readonly string[] {
	const entries = edits.flatMap(({ path }) => tree.get(path) ?? []);
	return [...new Set(entries.filter(({ mode }) => FILE_MODES.has(mode)).map(({ object }) => object))];
}

async function refuseForeign(
	{ git }: TemporaryRepository,
	{ branch, identity }: { readonly branch: string; readonly identity: Identity },
): Promise<void> {
	const committer = (await git.text(['log', '-1', '--format=%ce', OLD])).trim();
	if (committer === identity.email) return;
	const advice = 'merge or close its pull request and delete the branch, and the next run makes a new one';
	throw new PublishError(SINK, `somebody has pushed to ${branch}, and it was not overwritten: ${advice}`);
}

/** Files and parents: equal for commits that differ in nothing but who made them when. */
async function contentOf({ git }: TemporaryRepository, commit: string): Promise<string> {
	// Not by `log`, which shows no parents at the end of a shallow history.
	const lines = (await git.text(['cat-file', 'commit', commit])).split('\n');
	return lines.filter((line) => /^(?:tree|parent) /u.test(line)).join('\n');
}

async function push(
	{ git }: TemporaryRepository,
	{ branch, commit, old }: { readonly branch: string; readonly commit: string; readonly old: string | null },
): Promise<void> {
	const ref = `refs/heads/${branch}`;
	try {
		// The lease: only what we have just looked at is replaced; an empty one says that there must be nothing.
		await git.text(['push', '--porcelain', `--force-with-lease=${ref}:${old ?? ''}`, 'origin', `${commit}:${ref}`]);
	} catch (error) {
		if (!(error instanceof GitFailure) || !isLostRace(error.output)) throw error;
		throw new PublishError(SINK, `another run was writing to ${branch} at the same time: run it again`, {
			cause: error,
		});
	}
}

const SINK = 'pull request';
