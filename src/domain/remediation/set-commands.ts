import { orderedListOf } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { flattenTree } from '../config/flatten.ts';
import { childrenAt, nodesAt, PathSet } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import { SECRET_FORM } from '../masking/fingerprint.ts';
import type { Platform } from '../platform/platform.ts';
import { inPortions, type Steps } from '../steps.ts';
import { asEmptiedNodes } from './emptied-nodes.ts';

/**
 * `delete` and `set` statements for a candidate configuration that is committed as a whole: only the order of lists
 * matters.
 */
export function* setCommands(
	trees: Siblings,
	changes: readonly Change[],
	{ order, syntax: { setPath, keepsNodes, wholeNodes } }: Platform,
): Steps<readonly string[]> {
	const removed = new Set<string>();
	const added = new Set<string>();
	const done = new PathSet();
	const spelled = (statement: string): string => (setPath === undefined ? statement : statement.replace(setPath, '$1'));
	const add = (statements: readonly string[]): void => {
		for (const statement of statements) added.add(spelled(statement));
	};
	const remove = (statements: readonly string[]): void => {
		for (const statement of statements) removed.add(spelled(statement));
	};

	/** A secret that nobody can fill in is taken back by what it is the value of, where that has no other. */
	const removeValue = (text: string, lineage: readonly string[]): void => {
		const name = nameOfSecret(text);
		const isOnly =
			name !== null &&
			childrenAt(trees.running, lineage).filter((other) => other.text.startsWith(`${name} `)).length === 1;
		remove(leafStatements(isOnly ? name : text, lineage));
	};

	const rewriteList = (lineage: readonly string[], list: string): void => {
		const isEntry = ({ text }: ConfigNode): boolean => orderedListOf(text, lineage, order) === list;
		const running = childrenAt(trees.running, lineage).filter(isEntry);
		remove(running.map(({ text }) => statementOf([...lineage, text])));
		for (const node of childrenAt(trees.intended, lineage).filter(isEntry)) {
			add(statementsOf(node, lineage));
			done.add([...lineage, node.text]);
		}
		for (const { text } of running) done.add([...lineage, text]);
	};

	const write = ({ kind, lineage, line, runningText }: Change): void => {
		const path = [...lineage, line];
		if (done.covers(path)) return;
		const list = orderedListOf(line, lineage, order);
		if (list !== null && kind !== 'extra') {
			rewriteList(lineage, list);
			return;
		}
		if (kind === 'extra') {
			done.add(path);
			const [node] = nodesAt(trees.running, path);
			const isSection = (node?.children.length ?? 0) > 0;
			remove(isSection ? [statementOf(path)] : leafStatements(line, lineage));
			return;
		}
		if (runningText !== null) removeValue(runningText, lineage);
		// What stands in a missing section is missing too and comes by itself.
		if (childrenAt(trees.intended, path).length === 0) add(leafStatements(line, lineage));
	};
	yield* inPortions(changes, write);
	const going =
		keepsNodes === true
			? yield* asEmptiedNodes([...removed], {
					intended: flatNodes(trees.intended),
					running: flatNodes(trees.running),
					nodes: wholeNodes,
				})
			: [...removed];
	return [...new Set(going.map(takenBack)), ...added];
}

/** What stands in front of a secret at the end of a statement; null: there is none. */
function nameOfSecret(text: string): string | null {
	return SECRET_AT_END.exec(text)?.[1] ?? null;
}

const SECRET_AT_END = new RegExp(String.raw`^(.*\S) "?${SECRET_FORM}"?$`);

function leafStatements(text: string, lineage: readonly string[]): readonly string[] {
	return statementsOf({ text, lineNumber: 0, children: [], body: null }, lineage);
}

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
