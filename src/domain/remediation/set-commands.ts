import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { flattenTree } from '../config/flatten.ts';
import { childrenAt } from '../config/tree-paths.ts';
import { SECRET_FORM } from '../masking/fingerprint.ts';
import type { Syntax } from '../platform/syntax.ts';
import { type CandidateLanguage, leaf } from './candidate-commands.ts';
import { asEmptiedNodes, namedAround } from './emptied-nodes.ts';

/**
 * `delete` and `set` statements.
 *
 * @param isWhole - whether all is there that the device showed: a node may hold what is not, and stays then
 */
export function setCommands(
	{ intended, running }: Siblings,
	{ syntax: { setPath, keepsNodes, wholeNodes }, isWhole }: { readonly syntax: Syntax; readonly isWhole: boolean },
): CandidateLanguage {
	const spelled = (statement: string): string => (setPath === undefined ? statement : statement.replace(setPath, '$1'));
	const set: CandidateLanguage['set'] = (node, lineage) => statementsOf(node, lineage).map(spelled);
	return {
		set,
		unset: (path, isSection) =>
			isSection ? [spelled(statementOf(path))] : set(leaf(path.at(-1) ?? ''), path.slice(0, -1)),
		unsetValue(text, lineage) {
			const name = SECRET_AT_END.exec(text)?.[1];
			if (name === undefined) return set(leaf(text), lineage);
			// A secret that nobody can fill in is taken back by what it is the value of, where that has no other.
			const values = childrenAt(running, lineage).filter((other) => other.text.startsWith(`${name} `));
			return set(leaf(values.length === 1 ? name : text), lineage);
		},
		*takeBack(statements) {
			if (keepsNodes !== true) return statements.map(takenBack);
			const flat = { intended: flatNodes(intended), running: flatNodes(running), nodes: wholeNodes };
			const emptied = isWhole ? yield* asEmptiedNodes(statements, flat) : statements;
			return [...emptied.map(takenBack), ...namedAround(statements, flat)];
		},
	};
}

/** Group 1: what stands in front of the secret. */
const SECRET_AT_END = new RegExp(String.raw`^(.*\S) "?${SECRET_FORM}"?$`);

/** A node with its parents around it, as flat statements. Statements that are flat already stay as they are. */
function statementsOf(node: ConfigNode, lineage: readonly string[]): readonly string[] {
	if (isFlat(node.text)) return [node.text];
	const chain = lineage.reduceRight<ConfigNode>((child, text) => ({ ...node, text, children: [child] }), node);
	return flattenTree([chain]).map(({ text }) => text);
}

function flatNodes(nodes: readonly ConfigNode[]): readonly ConfigNode[] {
	return nodes.flatMap((node) => (isFlat(node.text) ? [node] : flattenTree([node])));
}

/** `set` and the path, whether or not a part of it is inactive. */
function statementOf(path: readonly string[]): string {
	const last = path.at(-1) ?? '';
	if (isFlat(last)) return last;
	return ['set', ...path.map((header) => header.replace(/^(?:inactive|protect): /, ''))].join(' ');
}

function isFlat(text: string): boolean {
	return /^(?:set|deactivate|protect) /.test(text);
}

function takenBack(statement: string): string {
	if (statement.startsWith('deactivate ')) return statement.replace('deactivate ', 'activate ');
	return statement.replace(/^protect /, 'unprotect ').replace(/^set /, 'delete ');
}
