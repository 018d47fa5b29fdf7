import { orderedListOf } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { childrenAt, nodesAt, PathSet } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { OrderRule } from '../platform/order-rules.ts';
import { inPortions, type Steps } from '../steps.ts';

/** How a candidate configuration is edited. */
export interface CandidateLanguage {
	/** Sets a node with all that stands in it. */
	set(node: ConfigNode, lineage: readonly string[]): readonly string[];
	/** What of a path is to be taken back: a leaf or a whole section. */
	unset(path: readonly string[], isSection: boolean): readonly string[];
	/** The same of a value that another one takes the place of; left out: nothing of it. */
	unsetValue?(text: string, lineage: readonly string[]): readonly string[];
	/** The commands that take all of that back; left out: these are commands. */
	takeBack?(statements: readonly string[]): Steps<readonly string[]>;
}

/** Commands for a candidate configuration that is committed as a whole: only the order of lists matters. */
export function* candidateCommands(
	{ intended, running }: Siblings,
	changes: readonly Change[],
	{ order, language }: { readonly order: readonly OrderRule[]; readonly language: CandidateLanguage },
): Steps<readonly string[]> {
	const removed = new Set<string>();
	const added = new Set<string>();
	const done = new PathSet();
	const set = (node: ConfigNode, lineage: readonly string[]): void => {
		for (const command of language.set(node, lineage)) added.add(command);
	};
	const unset = (path: readonly string[], isSection: boolean): void => {
		for (const command of language.unset(path, isSection)) removed.add(command);
		done.add(path);
	};
	const rewriteList = (lineage: readonly string[], list: string): void => {
		const isEntry = ({ text }: ConfigNode): boolean => orderedListOf(text, lineage, order) === list;
		for (const { text } of childrenAt(running, lineage).filter(isEntry)) unset([...lineage, text], true);
		for (const node of childrenAt(intended, lineage).filter(isEntry)) {
			set(node, lineage);
			done.add([...lineage, node.text]);
		}
	};
	yield* inPortions(changes, ({ kind, lineage, line, runningText }) => {
		const path = [...lineage, line];
		if (done.covers(path)) return;
		const list = orderedListOf(line, lineage, order);
		if (list !== null && kind !== 'extra') return rewriteList(lineage, list);
		if (kind === 'extra') return unset(path, holdsAnything(nodesAt(running, path)));
		const old = runningText === null ? [] : (language.unsetValue?.(runningText, lineage) ?? []);
		for (const command of old) removed.add(command);
		// What stands in a missing section is missing too and comes by itself.
		if (!holdsAnything(nodesAt(intended, path))) set(leaf(line), lineage);
	});
	const { takeBack } = language;
	const commands = takeBack === undefined ? removed : yield* takeBack([...removed]);
	return [...new Set(commands), ...added];
}

function holdsAnything(nodes: readonly ConfigNode[]): boolean {
	return nodes.some(({ children }) => children.length > 0);
}

/** A statement by itself. */
export function leaf(text: string): ConfigNode {
	return { text, lineNumber: 0, children: [], body: null };
}
