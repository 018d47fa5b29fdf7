import type { StoredFile } from '../git/fast-import.ts';
import type { Git } from '../git/git.ts';
import { hashFiles } from '../git/hash-files.ts';
import type { TreeEntry } from '../git/list-tree.ts';
import { configPath } from './history-paths.ts';

/**
 * Puts those of the configs into the clone that are not on the branch as they are. Git reads the files itself: a large
 * fleet's configs never are in our memory at once.
 *
 * @param configs - paths on disk by device name
 */
export async function changedConfigs(
	git: Git,
	configs: ReadonlyMap<string, string>,
	tree: ReadonlyMap<string, TreeEntry>,
): Promise<readonly StoredFile[]> {
	const wanted = [...configs].map(([name, file]) => ({ path: configPath(name), file }));
	const objects = await hashFiles(
		git,
		wanted.map(({ file }) => file),
	);
	const changed = wanted.filter(({ path }, index) => tree.get(path)?.object !== objects[index]);
	const stored = await hashFiles(
		git,
		changed.map(({ file }) => file),
		['-w'],
	);
	return changed.map(({ path }, index) => ({ path, object: stored[index] ?? '' }));
}
