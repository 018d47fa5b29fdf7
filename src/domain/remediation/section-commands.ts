import type { Trees } from '../compare/comparable-trees.ts';
import { orderedListOf } from '../compare/siblings/order.ts';
import { printTree } from '../config/print.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { inPortions, type Steps } from '../steps.ts';
import { type CommandSection, emptySection, printCommands, sectionAt } from './command-section.ts';
import { type Dialect, replacedCommand } from './dialect.ts';
import { listWriter } from './list-commands.ts';
import { isNumbered, wholeListNegation } from './ordered-lists.ts';
import { childrenAt, groupedOnce, nodesAt, PathSet } from './tree-paths.ts';

/** The commands for a platform that is configured section by section. */
export function* sectionCommands(
	trees: Trees,
	changes: readonly Change[],
	{ platform, dialect }: { readonly platform: Platform; readonly dialect: Dialect },
): Steps<readonly string[]> {
	const coming = new Set<string>();
	yield* inPortions(changes, ({ kind, lineage, line }) => {
		if (kind === 'missing') coming.add(kindOfSection([...lineage, line]));
	});
	const writer = new CommandWriter(trees, coming, platform, dialect);
	yield* inPortions(changes, (change) => writer.write(change));
	yield;
	return yield* printCommands(writer.root, dialect);
}

/** One pass over the changes of one device. */
class CommandWriter {
	readonly root: CommandSection = emptySection();
	readonly #trees: Trees;
	readonly #platform: Platform;
	readonly #dialect: Dialect;
	/** What is taken away or written anew as a whole: changes inside it are done with it. */
	readonly #done = new PathSet();
	/** Lists that were met: written as a whole, or left to the numbers of their entries. */
	readonly #lists = new Map<string, 'written' | 'numbered'>();
	/** The entries of a section by list. */
	readonly #listsOf = groupedOnce(({ text }, lineage) => orderedListOf(text, lineage, this.#platform.order));
	readonly #listCommands: ReturnType<typeof listWriter>;
	/** First two words of sections that are to come: one of the same kind has to go first (`router bgp 65001`). */
	readonly #coming: ReadonlySet<string>;

	constructor(trees: Trees, coming: ReadonlySet<string>, platform: Platform, dialect: Dialect) {
		this.#trees = trees;
		this.#platform = platform;
		this.#dialect = dialect;
		this.#listCommands = listWriter(trees, platform);
		this.#coming = coming;
	}

	write(change: Change): void {
		const { kind, lineage, line } = change;
		const path = [...lineage, line];
		if (this.#done.covers(path)) return;
		if (this.#writeBlock(path) || (lineage.length > 0 && this.#writeBlock(lineage))) return;
		if (this.#writeList(change) || this.#writeValues(change)) return;
		if (kind === 'missing') this.#writeMissing(path);
		if (kind === 'extra') this.#takeAway(path);
		if (kind === 'changed') this.#replace(change);
	}

	/** Writes the whole text again where the intended config has one there. */
	#writeBlock(path: readonly string[]): boolean {
		const [node] = nodesAt(this.#trees.intended, path);
		if (node?.body === null || node === undefined) return false;
		this.#done.add(path);
		const header = path.at(-1) ?? '';
		const end = this.#dialect.endOfBody(header);
		const text = printTree([node], this.#platform.syntax).trimEnd().split('\n');
		sectionAt(this.root, path.slice(0, -1)).blocks.set(header, end === null ? text : [...text, end]);
		return true;
	}

	/** Where order has a meaning and entries have no numbers: everything behind what is in place goes and is written again. */
	#writeList({ lineage, line }: Change): boolean {
		const list = orderedListOf(line, lineage, this.#platform.order);
		if (list === null) return false;
		const key = JSON.stringify([lineage, list]);
		const known = this.#lists.get(key);
		if (known !== undefined) return known === 'written';
		const entries = (roots: readonly ConfigNode[]): readonly ConfigNode[] =>
			this.#listsOf(childrenAt(roots, lineage), lineage).get(list) ?? [];
		const intended = entries(this.#trees.intended);
		const running = entries(this.#trees.running);
		const numbered = [...intended, ...running].every(({ text }) => isNumbered(text));
		this.#lists.set(key, numbered ? 'numbered' : 'written');
		if (numbered) return false;
		const whole = running.length === 0 ? null : wholeListNegation(line, this.#platform.syntax.negation);
		const kept = whole === null ? commonStart(intended, running) : 0;
		const section = sectionAt(this.root, lineage);
		if (whole !== null) section.removals.add(whole);
		for (const { text } of running.slice(kept)) {
			const negated = whole === null ? this.#dialect.negate(text) : null;
			if (negated !== null) section.removals.add(negated);
			this.#done.add([...lineage, text]);
		}
		for (const node of intended.slice(kept)) {
			this.#addTree(node, lineage);
			this.#done.add([...lineage, node.text]);
		}
		return true;
	}

	/** Values of a list that one side lacks. */
	#writeValues(change: Change): boolean {
		const list = this.#listCommands(change);
		if (list === null) return false;
		const { removals, commands } = sectionAt(this.root, change.lineage);
		for (const command of list.removals) removals.add(command);
		commands.push(...list.commands.filter((command) => !commands.includes(command)));
		return true;
	}

	#addTree(node: ConfigNode, lineage: readonly string[]): void {
		const path = [...lineage, node.text];
		if (node.body !== null && this.#writeBlock(path)) return;
		if (node.children.length === 0) sectionAt(this.root, lineage).commands.push(node.text);
		else sectionAt(this.root, path);
		for (const child of node.children) this.#addTree(child, path);
	}

	#writeMissing(path: readonly string[]): void {
		// What stands in it is missing too and comes by itself.
		if (childrenAt(this.#trees.intended, path).length > 0) sectionAt(this.root, path);
		else sectionAt(this.root, path.slice(0, -1)).commands.push(path.at(-1) ?? '');
	}

	#takeAway(path: readonly string[]): void {
		const negated = this.#dialect.negate(path.at(-1) ?? '');
		if (negated === null) return;
		this.#done.add(path);
		const section = sectionAt(this.root, path.slice(0, -1));
		const isSection = childrenAt(this.#trees.running, path).length > 0;
		const isLast = isSection && !this.#coming.has(kindOfSection(path));
		(isLast ? section.late : section.removals).add(negated);
	}

	#replace({ lineage, line, runningText }: Change): void {
		const section = sectionAt(this.root, lineage);
		const running = runningText ?? '';
		const negated = this.#dialect.negate(running);
		const replaced = replacedCommand(line);
		const isNegation = negated === line || this.#dialect.negate(line) === running;
		const isReplaced = replaced !== null && replaced === replacedCommand(running);
		if (!isNegation && !isReplaced && negated !== null) section.removals.add(negated);
		section.commands.push(line);
	}
}

function commonStart(intended: readonly ConfigNode[], running: readonly ConfigNode[]): number {
	const differs = intended.findIndex(({ text }, index) => running[index]?.text !== text);
	return differs === -1 ? Math.min(intended.length, running.length) : differs;
}

function kindOfSection(path: readonly string[]): string {
	const words = (path.at(-1) ?? '').split(' ', 2);
	return JSON.stringify([...path.slice(0, -1), ...words]);
}
