import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { scanLines } from '../../src/domain/config/scan-lines.ts';
import type { Syntax } from '../../src/domain/platform/syntax.ts';
import { buildTree } from './at-once.ts';

/** The tree of a text in a syntax that belongs to no platform. */
export function treeOf(text: string, syntax: Syntax): readonly ConfigNode[] {
	return buildTree(scanLines(text, syntax), { syntax, order: [] });
}

/** The parents of the first node with this text; null: there is no such node. */
export function lineageOf(nodes: readonly ConfigNode[], text: string): readonly string[] | null {
	for (const node of nodes) {
		if (node.text === text) return [];
		const below = lineageOf(node.children, text);
		if (below !== null) return [node.text, ...below];
	}
	return null;
}
