import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeText, type Encoding } from '../../domain/text/decode-text.ts';
import { DriftAuditError } from '../../errors.ts';
import type { Revisions } from '../../use-cases/ports.ts';
import { BlobReader } from './blob-reader.ts';
import { FetchAhead } from './fetch-ahead.ts';
import { followLinks, type LinkedPlace, LONGEST_LINK } from './follow-links.ts';
import type { Git } from './git.ts';
import { LINK_MODE, listTree, type TreeEntry } from './list-tree.ts';
import { revisionError, toRevisionError } from './revision-error.ts';

/** A config of 200,000 lines has half of that. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Paths that are followed on end, a dozen milliseconds; their links are read together. */
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

type Tree = ReadonlyMap<string, TreeEntry>;

/**
 * Reads files of two commits. A path is looked up among the files that a commit lists, and so is what its symbolic links lead
 * to: nothing can leave it. What is in a submodule is refused. Every method rejects with a `DriftAuditError`.
 */
export class CommitPair implements Revisions, AsyncDisposable {
	readonly #options: CommitPairOptions;
	readonly #blobs: BlobReader;
	readonly #fetched: FetchAhead | null;
	/** Paths that links hold, by their objects: all of a fleet may stand behind one. */
	readonly #targets = new Map<string, Promise<string>>();
	#trees: ReadonlyMap<string, Promise<Tree>> | null = null;

	constructor(options: CommitPairOptions) {
		this.#options = options;
		const { git, fetch } = options;
		this.#fetched = fetch === undefined ? null : new FetchAhead(fetch);
		this.#blobs = new BlobReader(git, this.#fetched);
	}

	async changedPaths(): Promise<readonly string[]> {
		const [base, head] = await Promise.all([this.#tree(this.#options.mergeBase), this.#tree(this.#options.head)]);
		const differs = (path: string): boolean => !isSameEntry(base.get(path), head.get(path));
		return [...new Set([...base.keys(), ...head.keys()])].filter(differs).sort();
	}

	async changedAmong(paths: readonly string[]): Promise<ReadonlySet<string>> {
		const { mergeBase, head } = this.#options;
		const [base, proposed] = await Promise.all([this.#tree(mergeBase), this.#tree(head)]);
		await this.#readLinksAt(paths, [base, proposed]);
		const isChanged = async (path: string): Promise<boolean> => {
			const [before, after] = [base.get(path), proposed.get(path)];
			// Hardly any path leads through a link, and a fleet has thousands of them.
			if (isFile(before) && isFile(after)) return this.#differs(before, after);
			const places = await Promise.all([this.#find(mergeBase, path), this.#find(head, path)]);
			const differs = this.#differs(fileOf(places[0]), fileOf(places[1]));
			return differs || places[0].kind !== places[1].kind || !isSameEntry(entryOf(places[0]), entryOf(places[1]));
		};
		return filterInPortions(paths, isChanged);
	}

	missingAtHead(paths: readonly string[]): Promise<ReadonlySet<string>> {
		const { head } = this.#options;
		return filterInPortions(paths, async (path) => (await this.#find(head, path)).kind === 'missing');
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

	/** Whoever asks what has changed reads both sides of it next. */
	#differs(before: TreeEntry | undefined, after: TreeEntry | undefined): boolean {
		if (isSameEntry(before, after)) return false;
		this.#fetched?.expect([before, after].flatMap((entry) => entry?.object ?? []));
		return true;
	}

	async #list(commit: string, folder: string): Promise<readonly string[]> {
		const prefix = `${folder}/`;
		const paths = [...(await this.#tree(commit)).keys()];
		return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
	}

	async #read(
		commit: string,
		{ path, encoding }: { readonly path: string; readonly encoding: Encoding },
	): Promise<string | null> {
		const found = await this.#find(commit, path);
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

	async #find(commit: string, path: string): Promise<LinkedPlace> {
		return followLinks(path, await this.#tree(commit), (object) => this.#target(object));
	}

	/** Together: portion by portion each would cost processes, and a fetch, of its own. */
	async #readLinksAt(paths: readonly string[], trees: readonly Tree[]): Promise<void> {
		const objects = new Set<string>();
		for (const tree of trees) {
			await nextTurn();
			for (const path of paths) {
				const entry = tree.get(path);
				if (entry?.mode === LINK_MODE) objects.add(entry.object);
			}
		}
		await Promise.all([...objects].map((object) => this.#target(object)));
	}

	#target(object: string): Promise<string> {
		const known = this.#targets.get(object) ?? this.#readLink(object);
		this.#targets.set(object, known);
		return known;
	}

	async #readLink(object: string): Promise<string> {
		const blob = await this.#translated(this.#blobs.read(object, LONGEST_LINK));
		// Too long is as wrong as out of the repository.
		return blob.kind === 'content' ? blob.content.toString('utf8') : '/';
	}

	async #tree(commit: string): Promise<Tree> {
		this.#trees ??= this.#listBoth();
		const tree = this.#trees.get(commit);
		if (tree === undefined) throw new Error(`${commit} is neither of the two commits`);
		return tree;
	}

	/** Side by side: whoever needs one of them needs the other next. */
	#listBoth(): ReadonlyMap<string, Promise<Tree>> {
		const { git, mergeBase, head } = this.#options;
		const list = (commit: string): readonly [string, Promise<Tree>] => {
			const tree = this.#translated(listTree(git, commit));
			// A failure is told to whoever asks for this side.
			tree.catch(() => {});
			return [commit, tree];
		};
		return new Map([...new Set([mergeBase, head])].map(list));
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
