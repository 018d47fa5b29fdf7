import { decodeText, type Encoding } from '../../domain/text/decode-text.ts';
import { DriftAuditError } from '../../errors.ts';
import type { Revisions } from '../../use-cases/ports.ts';
import { BlobBatch } from './blob-batch.ts';
import type { Git } from './git.ts';
import { listTree, type TreeEntry } from './list-tree.ts';
import { revisionError, toRevisionError } from './revision-error.ts';

/** A config of 200,000 lines has half of that. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

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
 * Reads files of two commits. A path is looked up among the files that a commit lists, so no path can leave it; symbolic
 * links and submodules are not followed but refused. Every method rejects with a `DriftAuditError`.
 */
export class CommitPair implements Revisions {
	readonly #options: CommitPairOptions;
	readonly #blobs: BlobBatch;
	#trees: ReadonlyMap<string, Promise<Tree>> | null = null;

	constructor(options: CommitPairOptions) {
		this.#options = options;
		const { git, fetch } = options;
		this.#blobs = new BlobBatch({ git, maxBytes: MAX_FILE_BYTES, ...(fetch && { fetch }) });
	}

	async changedPaths(): Promise<readonly string[]> {
		const [base, head] = await Promise.all([this.#tree(this.#options.mergeBase), this.#tree(this.#options.head)]);
		const differs = (path: string): boolean => !isSameEntry(base.get(path), head.get(path));
		return [...new Set([...base.keys(), ...head.keys()])].filter(differs).sort();
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

	async #list(commit: string, folder: string): Promise<readonly string[]> {
		const prefix = `${folder}/`;
		const paths = [...(await this.#tree(commit)).keys()];
		return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
	}

	async #read(
		commit: string,
		{ path, encoding }: { readonly path: string; readonly encoding: Encoding },
	): Promise<string | null> {
		const entry = (await this.#tree(commit)).get(path);
		if (entry === undefined) return null;
		const place = `${path} at ${commit.slice(0, 7)}`;
		if (entry.mode === '120000') throw revisionError(`${place} is a symbolic link: commit the file itself`);
		if (entry.mode === '160000') throw revisionError(`${place} is a submodule: commit the file itself`);
		const blob = await this.#translated(this.#blobs.read(entry.object));
		if (blob.kind === 'too-large') {
			throw revisionError(`${place} has ${blob.sizeBytes} bytes: ${MAX_FILE_BYTES} is the most that is read`);
		}
		const decoded = decodeText(blob.content, encoding);
		if (decoded.status === 'read') return decoded.text;
		const { why, fix, line } = decoded;
		throw new DriftAuditError('ERR_REVISION', `${place} ${why}. ${fix}`, { line });
	}

	async #tree(commit: string): Promise<Tree> {
		this.#trees ??= this.#listBoth();
		const tree = this.#trees.get(commit);
		if (tree === undefined) throw new Error(`${commit} is none of the two commits`);
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

function isSameEntry(base: TreeEntry | undefined, head: TreeEntry | undefined): boolean {
	return base?.object === head?.object && base?.mode === head?.mode;
}
