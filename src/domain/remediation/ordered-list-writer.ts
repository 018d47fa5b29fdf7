import { orderedListOf, orderRuleOf, type SiblingsRule } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { childrenAt, groupedOnce, type PathSet } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import type { Sides } from '../sides.ts';
import { type CommandSection, sectionAt } from './command-section.ts';
import type { Dialect } from './dialect.ts';
import { movesBetween, placedEntries, standsIn } from './place-entries.ts';

/** What writing a list needs of the commands that are collected. */
interface ListContext {
	readonly trees: Siblings;
	readonly platform: Platform;
	readonly dialect: Dialect;
	readonly root: CommandSection;
	readonly done: PathSet;
	/** Writes an entry with all that stands in it. */
	readonly addTree: (node: ConfigNode, lineage: readonly string[]) => void;
}

/** How a list is brought in order: anew as a whole, by moving entries, or by what each of its changes says. */
type Way = 'as a whole' | 'by moves' | 'by entry';

/** Entries of one list, on both sides. */
type Entries = Sides<readonly ConfigNode[]>;

/** Writes the commands for lists whose order has a meaning. */
export class OrderedListWriter {
	readonly #context: ListContext;
	/** Lists that were met. */
	readonly #ways = new Map<string, Way>();
	/** The entries of a section by list. */
	readonly #listsOf = groupedOnce(({ text }, lineage) => this.#listOf(text, lineage));

	constructor(context: ListContext) {
		this.#context = context;
	}

	/** Whether a change of an entry is done with that, and does not have to be written by itself. */
	write({ kind, lineage, line, runningText }: Change): boolean {
		const way = this.#wayOf(line, lineage);
		if (way !== 'by moves') return way === 'as a whole';
		const replaced = runningText === null ? null : this.#context.dialect.negate(runningText);
		if (replaced !== null) sectionAt(this.#context.root, lineage).late.add(replaced);
		return kind !== 'extra';
	}

	/**
	 * Whether an entry that is too much has to wait: others are put in their places around it, or something refers to its list.
	 */
	goesLate(line: string, lineage: readonly string[]): boolean {
		const list = this.#listOf(line, lineage);
		if (list === null) return false;
		return this.#wayOf(line, lineage) === 'by moves' || (lineage.length === 0 && !this.#intended([]).has(list));
	}

	#listOf(text: string, lineage: readonly string[]): string | null {
		return orderedListOf(text, lineage, this.#context.platform.order);
	}

	#intended(lineage: readonly string[]): ReadonlyMap<string | null, readonly ConfigNode[]> {
		return this.#listsOf(childrenAt(this.#context.trees.intended, lineage), lineage);
	}

	/** Chooses the way, and goes it, when a list is met first; null for what is in no list. */
	#wayOf(line: string, lineage: readonly string[]): Way | null {
		const list = this.#listOf(line, lineage);
		if (list === null) return null;
		const key = JSON.stringify([lineage, list]);
		const running = this.#listsOf(childrenAt(this.#context.trees.running, lineage), lineage).get(list) ?? [];
		const entries = { intended: this.#intended(lineage).get(list) ?? [], running };
		const way = this.#ways.get(key) ?? this.#go(entries, lineage, line);
		this.#ways.set(key, way);
		return way;
	}

	#go(entries: Entries, lineage: readonly string[], line: string): Way {
		const [intended, running] = [textsOf(entries.intended), textsOf(entries.running)];
		const { order, syntax } = this.#context.platform;
		const rule = orderRuleOf(line, lineage, order);
		const { placing, whole } = rule?.kind === 'siblings' ? rule : {};
		if ([...intended, ...running].every(isNumbered)) return 'by entry';
		if (this.#placeEntries(entries, lineage, placing)) return 'by moves';
		const list = running.length === 0 ? undefined : whole?.exec(line)?.[0];
		if (list !== undefined) {
			sectionAt(this.#context.root, lineage).removals.add(syntax.negation + list);
			this.#rewrite(entries, lineage, { kept: 0, takesBack: false });
			return 'as a whole';
		}
		if (standsIn(intended, running)) return 'by entry';
		this.#rewrite(entries, lineage, { kept: commonStart(intended, running), takesBack: true });
		return 'as a whole';
	}

	/** Nothing that stays is taken away on the way. Returns false where the device puts no entry in a place. */
	#placeEntries({ intended, running }: Entries, lineage: readonly string[], placing: SiblingsRule['placing']): boolean {
		const { platform, dialect, root, done, addTree } = this.#context;
		const texts = { intended: textsOf(intended), running: textsOf(running) };
		const section = sectionAt(root, lineage);
		const { negation } = platform.syntax;
		const placed = placing === undefined ? null : placedEntries(texts, { placing, negation });
		if (placed !== null) {
			section.commands.push(...placed);
			return true;
		}
		const { move } = dialect;
		if (move === undefined) return false;
		const runs = new Set(texts.running);
		for (const node of intended.filter(({ text }) => !runs.has(text))) {
			addTree(node, lineage);
			done.add([...lineage, node.text]);
		}
		for (const { entry, place, other } of movesBetween(texts)) section.late.add(move(entry, place, other));
		return true;
	}

	/** Everything behind what is in place goes and is written again. */
	#rewrite(
		{ intended, running }: Entries,
		lineage: readonly string[],
		{ kept, takesBack }: { readonly kept: number; readonly takesBack: boolean },
	): void {
		const { dialect, root, done, addTree } = this.#context;
		const { removals } = sectionAt(root, lineage);
		for (const { text } of running.slice(kept)) {
			const negated = takesBack ? dialect.negate(text) : null;
			if (negated !== null) removals.add(negated);
			done.add([...lineage, text]);
		}
		for (const node of intended.slice(kept)) {
			addTree(node, lineage);
			done.add([...lineage, node.text]);
		}
	}
}

/** An entry whose number is its place: `20 deny ip any any`, `ip prefix-list A seq 5 permit …`, `route-map A permit 10`. */
function isNumbered(text: string): boolean {
	return /^(?:rule |seq |entry )?\d+ |^entry \d+$|\bseq \d+ |^route-map \S+ (?:permit|deny) \d+$/.test(text);
}

function textsOf(nodes: readonly ConfigNode[]): readonly string[] {
	return nodes.map(({ text }) => text);
}

function commonStart(intended: readonly string[], running: readonly string[]): number {
	const differs = intended.findIndex((text, index) => running[index] !== text);
	return differs === -1 ? Math.min(intended.length, running.length) : differs;
}
