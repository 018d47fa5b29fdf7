import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { matchesLastParents } from '../config/lineage.ts';
import { printTree } from '../config/print.ts';
import { endOfProgram } from '../config/programs.ts';
import { childrenAt, nodesAt, PathSet } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { inPortions, type Steps } from '../steps.ts';
import { type CommandSection, emptySection, printCommands, sectionAt } from './command-section.ts';
import { neighborMadeBy } from './common-commands.ts';
import type { Dialect } from './dialect.ts';
import { listWriter } from './list-commands.ts';
import { OrderedListWriter } from './ordered-list-writer.ts';
import { TakingBack } from './taking-back.ts';

/** The commands for a platform that is configured section by section. */
export function* sectionCommands(
	trees: Siblings,
	changes: readonly Change[],
	{ platform, dialect }: { readonly platform: Platform; readonly dialect: Dialect },
): Steps<readonly string[]> {
	const coming = new Set<string>();
	yield* inPortions(changes, ({ kind, lineage, line }) => {
		if (kind === 'missing') coming.add(kindOfSection([...lineage, line]));
	});
	const writer = new CommandWriter(trees, { platform, dialect, coming });
	yield* inPortions(changes, (change) => writer.write(change));
	writer.finish();
	yield;
	return yield* printCommands(writer.root, dialect);
}

interface WriterOptions {
	readonly platform: Platform;
	readonly dialect: Dialect;
	/** See `kindOfSection`: of those that are to come. */
	readonly coming: ReadonlySet<string>;
}

/** One pass over the changes of one device. */
class CommandWriter {
	readonly root: CommandSection = emptySection();
	readonly #trees: Siblings;
	readonly #platform: Platform;
	readonly #dialect: Dialect;
	/** What is taken away or written anew as a whole: changes inside it are done with it. */
	readonly #done = new PathSet();
	readonly #orderedLists: OrderedListWriter;
	readonly #listCommands: ReturnType<typeof listWriter>;
	/** What goes behind all else, with the sections that it stands in: groups of neighbors, features. */
	readonly #lastOfAll: (readonly [section: CommandSection, command: string])[] = [];
	/** Interfaces that get to another VRF. */
	readonly #rebound = new Set<readonly string[]>();
	readonly #takingBack: TakingBack;
	/** First two words of sections that are to come: one of the same kind has to go first (`router bgp 65001`). */
	readonly #coming: ReadonlySet<string>;

	constructor(trees: Siblings, { platform, dialect, coming }: WriterOptions) {
		this.#trees = trees;
		this.#platform = platform;
		this.#dialect = dialect;
		this.#listCommands = listWriter(trees, platform);
		this.#orderedLists = new OrderedListWriter({
			trees,
			platform,
			dialect,
			root: this.root,
			done: this.#done,
			addTree: (node, lineage) => this.#addTree(node, lineage),
		});
		this.#takingBack = new TakingBack(trees, dialect);
		this.#coming = coming;
	}

	write(change: Change): void {
		const { kind, lineage, line } = change;
		const path = [...lineage, line];
		if (this.#done.covers(path)) return;
		if (this.#writeBlock(path) || (lineage.length > 0 && this.#writeBlock(lineage))) return;
		if (this.#orderedLists.write(change) || this.#writeValues(change)) return;
		if (this.#isRebinding(change)) this.#rebound.add(lineage);
		if (kind === 'missing') this.#writeMissing(path);
		if (kind === 'extra') this.#takeAway(path);
		if (kind === 'changed') this.#replace(change);
	}

	/**
	 * Takes groups away behind their members, features behind what is there with them, and writes again what a device takes away
	 * by itself on a command that is written.
	 */
	finish(): void {
		// What makes a group stands in front of what else is said of it, and one feature may need another that stands there.
		for (const [section, command] of this.#lastOfAll.toReversed()) section.late.add(command);
		for (const lineage of this.#rebound) {
			const { commands } = sectionAt(this.root, lineage);
			for (const { text, children } of childrenAt(this.#trees.intended, lineage)) {
				if (children.length > 0 || this.#dialect.rebinding?.loses.test(text) !== true) continue;
				const known = commands.indexOf(text);
				if (known !== -1) commands.splice(known, 1);
				commands.push(text);
			}
		}
	}

	#isRebinding({ lineage, line }: Change): boolean {
		const { rebinding } = this.#dialect;
		return rebinding !== undefined && matchesLastParents(lineage, rebinding.within) && rebinding.command.test(line);
	}

	/** Writes the whole text again where the intended config has one there. */
	#writeBlock(path: readonly string[]): boolean {
		const [node] = nodesAt(this.#trees.intended, path);
		if (node?.body === null || node === undefined) return false;
		this.#done.add(path);
		const header = path.at(-1) ?? '';
		const end = endOfProgram(header, this.#platform.syntax);
		const text = printTree([node], this.#platform.syntax).trimEnd().split('\n');
		const section = sectionAt(this.root, path.slice(0, -1));
		section.blocks.set(header, end === null ? text : [...text, end]);
		const isAddedTo = this.#dialect.recreated?.test(header) === true && nodesAt(this.#trees.running, path).length > 0;
		const negated = isAddedTo ? this.#dialect.negate(header) : null;
		if (negated !== null) section.removals.add(negated);
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
		const lineage = path.slice(0, -1);
		const line = path.at(-1) ?? '';
		if (this.#takingBack.isReplaced(line, lineage)) return;
		const negated = this.#takingBack.negate(line, lineage);
		if (negated === null) return;
		this.#done.add(path);
		const section = sectionAt(this.root, lineage);
		const isSection = childrenAt(this.#trees.running, path).length > 0;
		const waits = this.#orderedLists.goesLate(line, lineage);
		const made = neighborMadeBy(line);
		if (made === 'group' || this.#dialect.carries?.test(line) === true) {
			this.#lastOfAll.push([section, negated]);
			return;
		}
		const isSectionForGood = isSection && !this.#coming.has(kindOfSection(path));
		const isLast = waits || made !== null || isSectionForGood || this.#takingBack.leadsElsewhere(line, lineage);
		if (isLast && !section.removals.has(negated)) section.late.add(negated);
		else section.removals.add(negated);
	}

	#replace({ lineage, line, runningText }: Change): void {
		const section = sectionAt(this.root, lineage);
		const running = runningText ?? '';
		const negated = this.#takingBack.negate(running, lineage);
		const { negation } = this.#platform.syntax;
		const isNegation =
			[negated, negation + running].includes(line) || [this.#dialect.negate(line), negation + line].includes(running);
		if (!isNegation && !this.#takingBack.isReplaced(running, lineage) && negated !== null) {
			const isLast = this.#takingBack.leadsElsewhere(running, lineage);
			(isLast ? section.late : section.removals).add(negated);
		}
		section.commands.push(line);
	}
}

function kindOfSection(path: readonly string[]): string {
	const words = (path.at(-1) ?? '').split(' ', 2);
	return JSON.stringify([...path.slice(0, -1), ...words]);
}
