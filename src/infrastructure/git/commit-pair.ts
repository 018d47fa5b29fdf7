import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeText, type Encoding } from '../../domain/text/decode-text.ts';
import { DriftAuditError } from '../../errors.ts';
import type { Revisions } from '../../use-cases/ports.ts';
import { BlobReader } from './blob-reader.ts';
import { FetchAhead } from './fetch-ahead.ts';
import { type LinkedPlace, LONGEST_LINK } from './follow-links.ts';
import type { Git } from './git.ts';
import { LinkedTrees, type Tree } from './linked-trees.ts';
import { listTree, type TreeEntry } from './list-tree.ts';
import { revisionError, toRevisionError } from './revision-error.ts';

/** A config of 200,000 lines has half of that. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Paths that are followed on end, a dozen milliseconds. */
const PORTION = 2_000;

/** The two commits of a change, and the repository that holds them. */
export interface CommitPairOptions {
	readonly git: Git;
	/** Full object names. */
	readonly mergeBase: string;
	readonly head: string;
	readonly signal?: AbortSignal;
	/** Brings objects in that the repository was fetched without. */
	readonly fetch?: (objects: readonly string[]) => Promise<void>;
}

/**
 * Reads files of two commits. A path is looked up among the files that a commit lists, and so is what its symbolic links lead
 * to: nothing can leave it. What is in a submodule is refused. Every method rejects with a `DriftAuditError`.
 */
export class CommitPair implements Revisions, AsyncDisposable {
	readonly #options: CommitPairOptions;
	readonly #blobs: BlobReader;
	readonly #fetched: FetchAhead | null;
	readonly #trees: LinkedTrees;

	constructor(options: CommitPairOptions) {
		this.#options = options;
		const { git, mergeBase, head, fetch } = options;
		this.#fetched = fetch === undefined ? null : new FetchAhead(fetch);
		this.#blobs = new BlobReader(git, this.#fetched);
		this.#trees = new LinkedTrees({
			commits: [mergeBase, head],
			list: (commit) => this.#translated(listTree(git, commit)),
			readLink: (object) => this.#readLink(object),
		});
	}

	async changedPaths(): Promise<readonly string[]> {
		const [base, head] = await this.#bothTrees();
		const differs = (path: string): boolean => !isSameEntry(base.get(path), head.get(path));
		return [...new Set([...base.keys(), ...head.keys()])].filter(differs).sort();
	}

	async changedAmong(paths: readonly string[]): Promise<ReadonlySet<string>> {
		const { mergeBase, head } = this.#options;
		const [base, proposed] = await this.#bothTrees();
		await this.#trees.readLinksAt(paths);
		const isChanged = async (path: string): Promise<boolean> => {
			const [before, after] = [base.get(path), proposed.get(path)];
			// Hardly any path leads through a link, and a fleet has thousands of them.
			if (isFile(before) && isFile(after)) return this.#differs(before, after);
			const places = await Promise.all([this.#trees.find(mergeBase, path), this.#trees.find(head, path)]);
			const differs = this.#differs(fileOf(places[0]), fileOf(places[1]));
			return differs || places[0].kind !== places[1].kind || !isSameEntry(entryOf(places[0]), entryOf(places[1]));
		};
		return filterInPortions(paths, isChanged);
	}

	missingAtHead(paths: readonly string[]): Promise<ReadonlySet<string>> {
		const { head } = this.#options;
		return filterInPortions(paths, async (path) => (await this.#trees.find(head, path)).kind === 'missing');
	}

	/** In any encoding: the change may be the one that makes it UTF-8. */
	readBase(path: string): Promise<string | null> {
		return this.#read(this.#options.mergeBase, { path, encoding: 'any' });
	}

	/** Paths of all files below a folder at the merge base, relative to it. */
	listBase(folder: string): Promise<readonly string[]> {
		return this.#list(this.#options.mergeBase, folder);
	}

	/** As `listBase`, at head. */
	listHead(folder: string): Promise<readonly string[]> {
		return this.#list(this.#options.head, folder);
	}

	/** What is proposed has to be UTF-8: once merged, nothing else is read. */
	readHead(path: string): Promise<string | null> {
		return this.#read(this.#options.head, { path, encoding: 'utf-8' });
	}

	/** Ends the processes of git that read. */
	async [Symbol.asyncDispose](): Promise<void> {
		await this.#blobs[Symbol.asyncDispose]();
	}

	#bothTrees(): Promise<[Tree, Tree]> {
		const { mergeBase, head } = this.#options;
		return Promise.all([this.#trees.of(mergeBase), this.#trees.of(head)]);
	}

	/** Whoever asks what has changed reads both sides of it next. */
	#differs(before: TreeEntry | undefined, after: TreeEntry | undefined): boolean {
		if (isSameEntry(before, after)) return false;
		this.#fetched?.expect([before, after].flatMap((entry) => entry?.object ?? []));
		return true;
	}

	async #list(commit: string, folder: string): Promise<readonly string[]> {
		const prefix = `${folder}/`;
		const paths = [...(await this.#trees.of(commit)).keys()];
		return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
	}

	async #read(
		commit: string,
		{ path, encoding }: { readonly path: string; readonly encoding: Encoding },
	): Promise<string | null> {
		const found = await this.#trees.find(commit, path);
		if (found.kind === 'missing') return null;
		const place = `${path} at ${commit.slice(0, 7)}`;
		if (found.kind === 'astray')
			throw revisionError(
				`${place} ${standsAt(found.at, path)} a symbolic link out of the repository: commit the file itself`,
			);
		if (found.kind === 'submodule')
			throw revisionError(
				`${place} ${standsAt(found.at, path)} a submodule, which is not read: commit the file itself`,
			);
		const blob = await this.#translated(this.#blobs.read(found.entry.object, MAX_FILE_BYTES));
		if (blob.kind === 'too-large') {
			throw revisionError(`${place} has ${blob.sizeBytes} bytes: ${MAX_FILE_BYTES} is the most that is read`);
		}
		const decoded = decodeText(blob.content, encoding);
		if (decoded.status === 'read') return decoded.text;
		const { why, fix, line } = decoded;
		throw new DriftAuditError('ERR_REVISION', `${place} ${why}. ${fix}`, { line });
	}

	async #readLink(object: string): Promise<string> {
		const blob = await this.#translated(this.#blobs.read(object, LONGEST_LINK));
		// Too long is as wrong as out of the repository.
		return blob.kind === 'content' ? blob.content.toString('utf8') : '/';
	}

	async #translated<T>(result: Promise<T>): Promise<T> {
		try {
			return await result;
		} catch (error) {
			throw toRevisionError(error, this.#options.signal);
		}
	}
}

async function filterInPortions(
	paths: readonly string[],
	isWanted: (path: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
	const wanted = new Set<string>();
	for (let from = 0; from < paths.length; from += PORTION) {
		await nextTurn();
		const portion = paths.slice(from, from + PORTION);
		const answers = await Promise.all(portion.map(isWanted));
		for (const [index, path] of portion.entries()) if (answers[index] === true) wanted.add(path);
	}
	return wanted;
}

function isFile(entry: TreeEntry | undefined): boolean {
	return entry?.mode.startsWith('100') ?? false;
}

function entryOf(place: LinkedPlace): TreeEntry | undefined {
	return place.kind === 'missing' ? undefined : place.entry;
}

function fileOf(place: LinkedPlace): TreeEntry | undefined {
	return place.kind === 'file' ? place.entry : undefined;
}

function standsAt(at: string, path: string): string {
	return at === path ? 'is' : `stands behind ${at},`;
}

function isSameEntry(base: TreeEntry | undefined, head: TreeEntry | undefined): boolean {
	return base?.object === head?.object && base?.mode === head?.mode;
}
