import type { ConfigNode } from './config-node.ts';

/**
 * A section with a state in front is the section, and the state is the first thing in it: `inactive: bgp {` is `bgp` that
 * holds `inactive:`. Else switching a section off would look like another section.
 */
export function withStatesInside(nodes: readonly ConfigNode[], states: RegExp): readonly ConfigNode[] {
	let changed = false;
	const result = nodes.map((node) => {
		if (node.children.length === 0) return node;
		const children = withStatesInside(node.children, states);
		const { text, found } = splitStates(node.text, states);
		if (found.length === 0 && children === node.children) return node;
		changed = true;
		const { lineNumber } = node;
		return { ...node, text, children: [...found.map((state) => stateNode(state, lineNumber)), ...children] };
	});
	return changed ? result : nodes;
}

/** The states that stand in a section, and what else does. */
export function statesAmong(
	nodes: readonly ConfigNode[],
	states: RegExp | undefined,
): { readonly states: readonly ConfigNode[]; readonly others: readonly ConfigNode[] } {
	const isState = ({ text, children }: ConfigNode): boolean =>
		states !== undefined && children.length === 0 && text.endsWith(':') && states.test(`${text} `);
	return { states: nodes.filter(isState), others: nodes.filter((node) => !isState(node)) };
}

function splitStates(text: string, states: RegExp): { readonly text: string; readonly found: readonly string[] } {
	const found: string[] = [];
	let rest = text;
	for (let match = states.exec(rest); match !== null && match[0] !== ''; match = states.exec(rest)) {
		found.push(match[0].trimEnd());
		rest = rest.slice(match[0].length);
	}
	return { text: rest, found };
}

function stateNode(text: string, lineNumber: number): ConfigNode {
	return { text, lineNumber, children: [], body: null };
}
