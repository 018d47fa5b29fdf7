import type { Syntax } from '../platform.ts';
import type { ConfigNode } from './tree.ts';

/** Writes a tree in its platform's own syntax, so that parsing the text gives the tree again. */
export function printTree(nodes: readonly ConfigNode[], syntax: Syntax): string {
	return nodes
		.flatMap((node) => printNode(node, syntax, 0))
		.map((line) => `${line}\n`)
		.join('');
}

function printNode(node: ConfigNode, syntax: Syntax, depth: number): readonly string[] {
	const body = node.body?.map(({ text }) => text) ?? [];
	const children = node.children.flatMap((child) => printNode(child, syntax, depth + 1));
	switch (syntax.style) {
		case 'indented':
			return [' '.repeat(depth) + node.text, ...body, ...children];
		case 'set':
			return [node.text, ...body];
		case 'braces': {
			const indent = ' '.repeat(4 * depth);
			if (node.children.length === 0) return [`${indent}${node.text};`, ...body];
			return [`${indent}${node.text} {`, ...children, `${indent}}`];
		}
		case 'edit-blocks': {
			const indent = ' '.repeat(4 * depth);
			const closer = node.text.startsWith('config ') ? 'end' : node.text.startsWith('edit ') ? 'next' : null;
			return [indent + node.text, ...body, ...children, ...(closer === null ? [] : [indent + closer])];
		}
	}
}
