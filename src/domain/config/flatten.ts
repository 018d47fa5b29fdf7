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
	const statement = (value: string): ConfigNode => ({ ...node, text: ['set', ...path, value].join(' '), children: [] });
	const list = text.indexOf(LIST_START);
	if (list === -1 || !text.endsWith(LIST_END)) return [statement(text)];
	const values = text.slice(list + LIST_START.length, -LIST_END.length).split(/\s+/);
	return values.map((value) => statement(`${text.slice(0, list)} ${value}`));
}

const LIST_START = ' [ ';
const LIST_END = ' ]';
