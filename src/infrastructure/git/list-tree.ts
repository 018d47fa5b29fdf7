import type { Git } from './git.ts';

/** The mode of a symbolic link. */
export const LINK_MODE = '120000';

/** A file of a commit. */
export interface TreeEntry {
	/** `100644`, `100755`, `120000` (symbolic link) or `160000` (submodule). */
	readonly mode: string;
	readonly object: string;
}

/** Every file of a commit by its path from the top, with `/`. */
export async function listTree(git: Git, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
	const output = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit]);
	return new Map(
		output
			.split('\0')
			.filter((entry) => entry !== '')
			.map(parseEntry),
	);
}

/** `<mode> SP <type> SP <object> TAB <path>` */
function parseEntry(entry: string): readonly [string, TreeEntry] {
	const tab = entry.indexOf('\t');
	const [mode = '', , object = ''] = entry.slice(0, tab).split(' ');
	return [entry.slice(tab + 1), { mode, object }];
}
