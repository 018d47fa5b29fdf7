import type { Pieces } from '../../domain/text/pieces.ts';
import { fastImportStream, type NewCommit, type NewFile, type StoredFile } from '../git/fast-import.ts';
import { fetchObjects } from '../git/fetch-objects.ts';
import { GitFailure } from '../git/git-failure.ts';
import { listTree, type TreeEntry } from '../git/list-tree.ts';
import { isLostRace } from '../git/push-outcome.ts';
import { readBlobs, readSizes } from '../git/read-blobs.ts';
import { remoteTip } from '../git/remote-tip.ts';
import { type RemoteAccess, TemporaryRepository } from '../git/temporary-repository.ts';
import { changedConfigs } from './changed-configs.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { CommittedFiles } from './read-history.ts';

/** A commit, and which of some configs differ from what it has; those are in the clone then. */
export interface ClonedFiles extends CommittedFiles {
	changed(configs: ReadonlyMap<string, string>): Promise<readonly StoredFile[]>;
}

/** A commit whose files may be longer than what fits into memory. */
interface CommitOfAnyLength extends Omit<NewCommit, 'files'> {
	readonly files: readonly { readonly path: string; readonly content: string | Pieces }[];
}

/** Bytes that are some milliseconds to read. */
const LONG_BYTES = 512 * 1024;

const TIP = 'refs/fleet/tip';

/**
 * One branch of a remote in a temporary bare clone: only its newest commit, its folders, and those files that are asked
 * for. There is no work tree and nothing of the user's is touched.
 */
export class BranchClone implements AsyncDisposable {
	readonly #repository: TemporaryRepository;
	readonly #branch: string;
	#commits = 0;

	private constructor(repository: TemporaryRepository, branch: string) {
		this.#repository = repository;
		this.#branch = branch;
	}

	static async create(remote: RemoteAccess & { readonly branch: string }): Promise<BranchClone> {
		return new BranchClone(await TemporaryRepository.create(remote), remote.branch);
	}

	/** Fetches the newest commit; null where the branch does not exist. */
	async fetchTip(): Promise<string | null> {
		if ((await remoteTip(this.#git, this.#branch)) === null) return null;
		await this.#git.text([
			'fetch',
			'--depth=1',
			'--filter=blob:none',
			'--no-tags',
			'origin',
			`+refs/heads/${this.#branch}:${TIP}`,
		]);
		return (await this.#git.text(['rev-parse', '--verify', `${TIP}^{commit}`])).trim();
	}

	/** The files of a fetched commit; none for null. */
	async files(commit: string | null): Promise<ClonedFiles> {
		const tree = commit === null ? new Map<string, TreeEntry>() : await listTree(this.#git, commit);
		const paths = new Set(tree.keys());
		const here = new Set<string>();
		// Two that ask at once would run two fetches in one clone, which may not agree on its packs.
		const fetch = oneAtATime(async (wanted: readonly string[]) => {
			const missing = wanted.flatMap((path) => tree.get(path)?.object ?? []).filter((object) => !here.has(object));
			await fetchObjects(this.#git, missing);
			for (const object of missing) here.add(object);
		});
		return {
			paths,
			fetch,
			read: async (wanted) => {
				await fetch(wanted);
				return this.#read(tree, wanted);
			},
			longAmong: async (wanted) => {
				await fetch(wanted);
				return longAmong(this.#git, wanted, tree);
			},
			open: async (path) => {
				await fetch([path]);
				const object = tree.get(path)?.object;
				return object === undefined ? null : this.#repository.open(object);
			},
			changed: (configs) => changedConfigs(this.#git, configs, tree),
		};
	}

	/** Makes a commit in the clone and returns its name. */
	async commit({ files, stored, ...commit }: CommitOfAnyLength): Promise<string> {
		const short: NewFile[] = [];
		const long: { readonly path: string; readonly content: Pieces }[] = [];
		for (const { path, content } of files) {
			if (typeof content === 'string') short.push({ path, content });
			else long.push({ path, content });
		}
		const objects = await this.#repository.store(long.map(({ content }) => content));
		const made = long.map(({ path }, index) => ({ path, object: objects[index] ?? '' }));
		// A ref per commit: fast-import does not take a ref back that an attempt on an older tip has moved.
		const ref = `refs/fleet/commit-${this.#commits++}`;
		const stream = fastImportStream({ ...commit, files: short, stored: [...stored, ...made] }, ref);
		return (await this.#git.text(['fast-import', '--quiet', '--done'], stream)).trim();
	}

	/**
	 * Pushes without force, which is the lease: the remote takes a commit only on top of its newest one.
	 *
	 * @returns false when somebody else was faster; the remote is unchanged then
	 */
	async push(commit: string): Promise<boolean> {
		try {
			await this.#git.text(['push', '--porcelain', 'origin', `${commit}:refs/heads/${this.#branch}`]);
			return true;
		} catch (error) {
			if (error instanceof GitFailure && isLostRace(error.output)) return false;
			throw error;
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#repository[Symbol.asyncDispose]();
	}

	get #git(): TemporaryRepository['git'] {
		return this.#repository.git;
	}

	async #read(tree: ReadonlyMap<string, TreeEntry>, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
		const wanted = paths.flatMap((path) => {
			const entry = tree.get(path);
			return entry === undefined ? [] : [{ path, object: entry.object }];
		});
		const blobs = await readBlobs(
			this.#git,
			wanted.map(({ object }) => object),
		);
		return new Map(wanted.map(({ path, object }) => [path, blobs(object).toString('utf8')]));
	}
}

async function longAmong(
	git: TemporaryRepository['git'],
	paths: readonly string[],
	tree: ReadonlyMap<string, TreeEntry>,
): Promise<ReadonlySet<string>> {
	const objects = new Map(paths.map((path) => [path, tree.get(path)?.object ?? '']));
	const known = [...new Set(objects.values())].filter((object) => object !== '');
	if (known.length === 0) return new Set();
	const sizes = await readSizes(git, known);
	return new Set(paths.filter((path) => (sizes.get(objects.get(path) ?? '') ?? 0) > LONG_BYTES));
}
