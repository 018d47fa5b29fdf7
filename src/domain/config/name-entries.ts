import type { EntryRule } from '../platform/syntax.ts';
import type { ConfigNode } from './config-node.ts';

/**
 * Tells the entries of a document's lists apart: an element that a rule knows is called by the first of its keys, so that a
 * rule of a firewall is compared with the same rule of the other side. What is called the same then is numbered.
 *
 * @example
 * <user> · <name>anna</name> · <shell>/bin/sh</shell>
 * //=> <user> <name>anna</name> · <name>anna</name> · <shell>/bin/sh</shell>
 */
export function nameEntries(nodes: readonly ConfigNode[], rules: readonly EntryRule[]): readonly ConfigNode[] {
	const seen = new Map<string, number>();
	return nodes.map((node) => {
		if (node.children.length === 0) return node;
		const key = keyOf(node, rules);
		const name = key === null ? node.text : `${node.text} ${key}`;
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return { ...node, text: count === 1 ? name : `${name} (${count})`, children: nameEntries(node.children, rules) };
	});
}

function keyOf({ text, children }: ConfigNode, rules: readonly EntryRule[]): string | null {
	const rule = rules.find(({ entry }) => entry.test(text));
	for (const key of rule?.keys ?? []) {
		const child = children.find((candidate) => candidate.children.length === 0 && key.test(candidate.text));
		if (child !== undefined) return child.text;
	}
	return null;
}
