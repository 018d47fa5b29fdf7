import type { ConfigNode } from '../config/tree.ts';

/** All nodes at a path; a section that is opened several times has several. */
export function nodesAt(roots: readonly ConfigNode[], path: readonly string[]): readonly ConfigNode[] {
	const last = path.at(-1);
	return last === undefined ? [] : childrenAt(roots, path.slice(0, -1)).filter(({ text }) => text === last);
}

/** Everything in the sections at a path; the roots for an empty path. */
export function childrenAt(roots: readonly ConfigNode[], path: readonly string[]): readonly ConfigNode[] {
	return path.reduce(
		(level, header) => level.filter(({ text }) => text === header).flatMap(({ children }) => children),
		roots,
	);
}

/** Remembers paths and answers whether a path stands in or at one of them. */
export class PathSet {
	readonly #keys = new Set<string>();

	add(path: readonly string[]): void {
		this.#keys.add(JSON.stringify(path));
	}

	covers(path: readonly string[]): boolean {
		return path.some((_, index) => this.#keys.has(JSON.stringify(path.slice(0, index + 1))));
	}
}
