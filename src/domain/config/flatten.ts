import type { Syntax, SyntaxStyle } from '../platform/syntax.ts';
import type { ConfigNode } from './config-node.ts';

/**
 * A brace tree as the `set` statements that mean the same, so that an intended file in braces can be compared with a device
 * that answers `display set`. `[ a b ]` becomes one statement per value; `inactive:` becomes a `deactivate` statement,
 * `protect:` a `protect` one.
 *
 * @example
 * system { host-name edge; name-server [ 192.0.2.1 192.0.2.2 ]; }
 * //=> set system host-name edge · set system name-server 192.0.2.1 · set system name-server 192.0.2.2
 */
export function flattenTree(nodes: readonly ConfigNode[], path: readonly string[] = []): readonly ConfigNode[] {
	return nodes.flatMap((node) => {
		// A state of the section around it; see withStatesInside.
		const state = VERBS[node.text];
		if (state !== undefined) return [{ ...node, text: [state, ...path].join(' '), children: [] }];
		const word = Object.keys(VERBS).find((prefix) => node.text.startsWith(`${prefix} `));
		const text = word === undefined ? node.text : node.text.slice(word.length + 1);
		const own = [...path, text];
		const statements = node.children.length > 0 ? flattenTree(node.children, own) : leafStatements(node, path, text);
		if (word === undefined) return statements;
		return [...statements, { ...node, text: `${VERBS[word]} ${own.join(' ')}`, children: [] }];
	});
}

const VERBS: Readonly<Record<string, string>> = { 'inactive:': 'deactivate', 'protect:': 'protect' };

/** Both forms as statements that can be compared: without what only braces print, and with one value each. */
export function asSetStatements(
	nodes: readonly ConfigNode[],
	style: SyntaxStyle,
	{ setPath, style: own }: Syntax,
): readonly ConfigNode[] {
	// A file may mix menus, and commands with the whole path.
	if (own === 'paths') return nodes.flatMap(absolute);
	const shortened = (text: string): string => (setPath === undefined ? text : text.replace(setPath, '$1'));
	const flattened = (sections: readonly ConfigNode[]): readonly ConfigNode[] =>
		flattenTree(sections).map((node) => ({ ...node, text: shortened(node.text) }));
	if (style === 'set') {
		// A file may mix the two: MD-CLI takes a section in braces behind lines with whole paths.
		return nodes.flatMap((node) => {
			if (node.children.length > 0) return flattened([node]);
			const statement = node.text.replace(ONE_LINE_SECTION, ' $1');
			return valuesOf(statement).map((text) => ({ ...node, text: shortened(text) }));
		});
	}
	return flattened(nodes);
}

/** MD-CLI writes an empty section as `/configure { router "Base" mpls }`. */
const ONE_LINE_SECTION = / \{ ([^{}]*) \}$/;

/** `/ip address` and `add address=…` below it as `/ip address add address=…`. */
function absolute(section: ConfigNode): readonly ConfigNode[] {
	if (section.children.length === 0) return [section];
	return section.children.map((node) => ({ ...node, text: `${section.text} ${node.text}` }));
}

function leafStatements(node: ConfigNode, path: readonly string[], text: string): readonly ConfigNode[] {
	return valuesOf(text).map((value) => ({ ...node, text: ['set', ...path, value].join(' '), children: [] }));
}

/** One statement per value of a list; PAN-OS leaves out the blank in front of the bracket. */
function valuesOf(text: string): readonly string[] {
	const list = text.indexOf(LIST_START);
	if (list === -1 || !text.endsWith(LIST_END)) return [text];
	const values = text
		.slice(list + LIST_START.length, -LIST_END.length)
		.trimEnd()
		.split(/\s+/);
	return values.map((value) => `${text.slice(0, list)} ${value}`);
}

const LIST_START = ' [ ';
const LIST_END = ']';
