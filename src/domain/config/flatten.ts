import type { ConfigNode } from './tree.ts';

/**
 * A brace tree as the `set` statements that mean the same, so that an intended file in braces can be compared with a device
 * that answers `display set`. `[ a b ]` becomes one statement per value; `inactive:` becomes a `deactivate` statement.
 *
 * @example
 * system { host-name edge; name-server [ 192.0.2.1 192.0.2.2 ]; }
 * //=> set system host-name edge · set system name-server 192.0.2.1 · set system name-server 192.0.2.2
 */
export function flattenTree(nodes: readonly ConfigNode[], path: readonly string[] = []): readonly ConfigNode[] {
	return nodes.flatMap((node) => {
		const inactive = node.text.startsWith('inactive: ');
		const text = inactive ? node.text.slice('inactive: '.length) : node.text;
		const own = [...path, text];
		const statements = node.children.length > 0 ? flattenTree(node.children, own) : leafStatements(node, path, text);
		return inactive ? [...statements, { ...node, text: `deactivate ${own.join(' ')}`, children: [] }] : statements;
	});
}

function leafStatements(node: ConfigNode, path: readonly string[], text: string): readonly ConfigNode[] {
	const list = /^(?<name>.*?)\s*\[ (?<values>.*) \]$/.exec(text)?.groups;
	const statement = (value: string): ConfigNode => ({ ...node, text: ['set', ...path, value].join(' '), children: [] });
	if (list === undefined) return [statement(text)];
	return (list.values ?? '').split(/\s+/).map((value) => statement(`${list.name} ${value}`));
}
