import { LINK_MODE, type TreeEntry } from './list-tree.ts';

/** What stands at a path of a commit, links followed. `at`: the path of what is in the way. */
export type LinkedPlace =
	| { readonly kind: 'file'; readonly entry: TreeEntry }
	| { readonly kind: 'missing' }
	| { readonly kind: 'submodule'; readonly entry: TreeEntry; readonly at: string }
	/** A link out of the repository, or round in a circle. */
	| { readonly kind: 'astray'; readonly entry: TreeEntry; readonly at: string };

/** As many as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

/** Bytes; as many as Linux takes (PATH_MAX). A change may propose links that are long on purpose. */
export const LONGEST_LINK = 4_096;
/** Of all that is walked on the way to one file. Forty links may be made to go through tens of thousands, for every device. */
const MOST_PARTS = 200;

/**
 * Follows the symbolic links of a commit as a working tree would, one part of the path after the other. They never lead
 * out of the commit.
 *
 * @param readLink - the path that a link holds, by its object
 */
export async function followLinks(
	path: string,
	tree: ReadonlyMap<string, TreeEntry>,
	readLink: (object: string) => Promise<string>,
): Promise<LinkedPlace> {
	const ahead = path.split('/').reverse();
	let resolved = '';
	let walked = 0;
	const followed: { readonly entry: TreeEntry; readonly at: string }[] = [];
	for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
		const [link] = followed.slice(-1);
		walked += 1;
		if (walked > MOST_PARTS && link !== undefined) return { kind: 'astray', ...link };
		if (part === '' || part === '.') continue;
		if (part === '..') {
			if (resolved === '') return link === undefined ? { kind: 'missing' } : { kind: 'astray', ...link };
			resolved = resolved.slice(0, Math.max(0, resolved.lastIndexOf('/')));
			continue;
		}
		const at = resolved === '' ? part : `${resolved}/${part}`;
		const entry = tree.get(at);
		if (entry?.mode === '160000') return { kind: 'submodule', entry, at };
		if (entry?.mode !== LINK_MODE) {
			resolved = at;
			continue;
		}
		const target = await readLink(entry.object);
		if (followed.length === MOST_LINKS || target.startsWith('/') || target.length > LONGEST_LINK)
			return { kind: 'astray', entry, at };
		followed.push({ entry, at });
		ahead.push(...target.split('/').reverse());
	}
	const entry = tree.get(resolved);
	return entry === undefined ? { kind: 'missing' } : { kind: 'file', entry };
}
