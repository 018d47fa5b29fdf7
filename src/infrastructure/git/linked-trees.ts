import { setImmediate as nextTurn } from 'node:timers/promises';
import { followLinks, type LinkedPlace } from './follow-links.ts';
import { LINK_MODE, type TreeEntry } from './list-tree.ts';

/** Every file of a commit by its path. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** Some commits, and how they are read. */
export interface LinkedTreesOptions {
	/** Full object names. */
	readonly commits: readonly string[];
	readonly list: (commit: string) => Promise<Tree>;
	/** The path that a symbolic link holds, by its object. */
	readonly readLink: (object: string) => Promise<string>;
}

/** The files that commits list, and where paths of them lead to. Each commit is listed once, and each link read once. */
export class LinkedTrees {
	readonly #options: LinkedTreesOptions;
	/** Paths that links hold, by their objects: all of a fleet may stand behind one. */
	readonly #targets = new Map<string, Promise<string>>();
	#trees: ReadonlyMap<string, Promise<Tree>> | null = null;

	constructor(options: LinkedTreesOptions) {
		this.#options = options;
	}

	async of(commit: string): Promise<Tree> {
		this.#trees ??= this.#listAll();
		const tree = this.#trees.get(commit);
		if (tree === undefined) throw new Error(`${commit} is none of the commits`);
		return tree;
	}

	/** What stands at a path of a commit, links followed. */
	async find(commit: string, path: string): Promise<LinkedPlace> {
		return followLinks(path, await this.of(commit), (object) => this.#target(object));
	}

	/** Reads the links at these paths together: one by one each would cost processes, and a fetch, of its own. */
	async readLinksAt(paths: readonly string[]): Promise<void> {
		const objects = new Set<string>();
		for (const commit of this.#options.commits) {
			const tree = await this.of(commit);
			await nextTurn();
			for (const path of paths) {
				const entry = tree.get(path);
				if (entry?.mode === LINK_MODE) objects.add(entry.object);
			}
		}
		await Promise.all([...objects].map((object) => this.#target(object)));
	}

	#target(object: string): Promise<string> {
		const known = this.#targets.get(object) ?? this.#options.readLink(object);
		this.#targets.set(object, known);
		return known;
	}

	/** Side by side: whoever needs one of them needs the others next. */
	#listAll(): ReadonlyMap<string, Promise<Tree>> {
		const list = (commit: string): readonly [string, Promise<Tree>] => {
			const tree = this.#options.list(commit);
			// A failure is told to whoever asks for this commit.
			tree.catch(() => {});
			return [commit, tree];
		};
		return new Map([...new Set(this.#options.commits)].map(list));
	}
}
