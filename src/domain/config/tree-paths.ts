import { oncePer } from '../once-per.ts';
import type { ConfigNode } from './config-node.ts';

/** All nodes at a path; a section that is opened several times has several. */
export function nodesAt(roots: readonly ConfigNode[], path: readonly string[]): readonly ConfigNode[] {
	const last = path.at(-1);
	return last === undefined ? [] : nodesOf(childrenAt(roots, path.slice(0, -1)), last);
}

/** Everything in the sections at a path; the roots for an empty path. */
export function childrenAt(roots: readonly ConfigNode[], path: readonly string[]): readonly ConfigNode[] {
	return path.reduce((level, header) => childrenOf(nodesOf(level, header)), roots);
}

type Nodes = readonly ConfigNode[];

/**
 * Groups the nodes of a section by something that depends on nothing but them and their place. Each change asks for the section
 * that it stands in; its nodes are gone through the first time, and not for every one of them.
 */
export function groupedOnce<Key>(
	keyOf: (node: ConfigNode, lineage: readonly string[]) => Key,
): (siblings: Nodes, lineage: readonly string[]) => ReadonlyMap<Key, Nodes> {
	const groups = new WeakMap<Nodes, ReadonlyMap<Key, Nodes>>();
	return (siblings, lineage) => {
		const known = groups.get(siblings) ?? Map.groupBy(siblings, (node) => keyOf(node, lineage));
		groups.set(siblings, known);
		return known;
	};
}

const NONE: Nodes = [];

const byText = groupedOnce(({ text }) => text);

function nodesOf(siblings: Nodes, text: string): Nodes {
	return byText(siblings, []).get(text) ?? NONE;
}

/** What stands in several sections of one name: made once, so that it is gone through once as well. */
export function childrenOf(nodes: Nodes): Nodes {
	const [only] = nodes;
	if (only === undefined) return NONE;
	return nodes.length === 1 ? only.children : together(nodes);
}

const together = oncePer((nodes: Nodes): Nodes => nodes.flatMap(({ children }) => children));

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
