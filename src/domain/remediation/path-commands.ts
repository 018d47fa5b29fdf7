import { orderedListOf } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { childrenAt, groupedOnce, nodesAt, PathSet } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import type { PathRemediation } from '../platform/remediation-rules.ts';
import { inPortions, type Steps } from '../steps.ts';
import { firstWord } from '../text/first-word.ts';

/** Commands that name the whole path of what they set or take back, in a candidate that is committed as a whole. */
export function* pathCommands(
	trees: Siblings,
	changes: readonly Change[],
	{ platform: { order }, rules }: { readonly platform: Platform; readonly rules: PathRemediation },
): Steps<readonly string[]> {
	const removed = new Set<string>();
	const added = new Set<string>();
	const done = new PathSet();
	const set = (path: readonly string[]): void => void added.add(rules.set + spelled(path, rules));
	const setAll = (node: ConfigNode, lineage: readonly string[]): void => {
		const path = [...lineage, node.text];
		if (node.children.length === 0) set(path);
		for (const child of node.children) setAll(child, path);
	};
	const byFirstWord = groupedOnce(({ text }) => firstWord(spelled([text], rules)));
	const unset = (path: readonly string[], isSection: boolean): void => {
		const whole = spelled(path, rules);
		const leaf = spelled(path.slice(-1), rules);
		const lineage = path.slice(0, -1);
		// What a leaf is set to goes with it. Where several begin like it, the value is what tells it from the others.
		const isOnly = byFirstWord(childrenAt(trees.running, lineage), lineage).get(firstWord(leaf))?.length === 1;
		removed.add(rules.unset + (!isSection && isOnly && leaf.includes(' ') ? whole.replace(LAST_VALUE, '') : whole));
		done.add(path);
	};
	const rewriteList = (lineage: readonly string[], list: string): void => {
		const entries = (roots: readonly ConfigNode[]): readonly ConfigNode[] =>
			childrenAt(roots, lineage).filter(({ text }) => orderedListOf(text, lineage, order) === list);
		for (const { text } of entries(trees.running)) unset([...lineage, text], true);
		for (const node of entries(trees.intended)) {
			setAll(node, lineage);
			done.add([...lineage, node.text]);
		}
	};
	const write = ({ kind, lineage, line }: Change): void => {
		const path = [...lineage, line];
		if (done.covers(path)) return;
		const list = orderedListOf(line, lineage, order);
		if (list !== null && kind !== 'extra') rewriteList(lineage, list);
		else if (kind === 'extra')
			unset(
				path,
				nodesAt(trees.running, path).some(({ children }) => children.length > 0),
			);
		// What stands in a missing section is missing too and comes by itself.
		else if (childrenAt(trees.intended, path).length === 0) set(path);
	};
	yield* inPortions(changes, write);
	return [...removed, ...added];
}

const LAST_VALUE = / (?:"[^"]*"|\S+)$/;

function spelled(path: readonly string[], { spellings }: PathRemediation): string {
	const words = path.map((text) =>
		spellings.reduce((written, [pattern, word]) => written.replace(pattern, word), text),
	);
	return words.filter((word) => word !== '').join(' ');
}
