import { orderedListOf } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import { childrenAt } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import type { StatementRemediation } from '../platform/remediation-rules.ts';
import type { Side } from '../sides.ts';
import { inPortions, type Steps } from '../steps.ts';
import { firstWord } from '../text/first-word.ts';
import { standsIn } from './place-entries.ts';
import { searchStatements } from './statement-search.ts';
import { type Statement, takeBackInSteps } from './take-back-statements.ts';

interface StatementOptions {
	readonly platform: Platform;
	readonly rules: StatementRemediation;
}

/** Commands of a platform whose configuration is the list of commands that made it. */
export function* statementCommands(
	trees: Siblings,
	changes: readonly Change[],
	options: StatementOptions,
): Steps<readonly string[]> {
	const writer = new StatementWriter(trees, changes, options);
	yield* inPortions(changes, (change) => writer.write(change));
	yield;
	// What came last may need what came before it.
	const takenBack = yield* takeBackInSteps(writer.going, trees.running, options);
	return [...new Set(takenBack.toReversed()), ...writer.added];
}

/** One pass over the changes of one device. */
class StatementWriter {
	/** What is to be taken back, in the order of the changes. */
	readonly going: Statement[] = [];
	readonly added: string[] = [];
	readonly #trees: Siblings;
	readonly #changes: readonly Change[];
	readonly #order: Platform['order'];
	readonly #rules: StatementRemediation;
	/** Lists that were met, and whether they were written again; else each change of them is written by itself. */
	readonly #lists = new Map<string, boolean>();

	constructor(trees: Siblings, changes: readonly Change[], { platform, rules }: StatementOptions) {
		this.#trees = trees;
		this.#changes = changes;
		this.#order = platform.order;
		this.#rules = rules;
	}

	write({ kind, lineage, line, runningText }: Change): void {
		const list = orderedListOf(line, lineage, this.#order);
		if (list !== null) {
			const key = JSON.stringify([lineage, list]);
			const isRewritten = this.#lists.get(key) ?? this.#rewrite(lineage, list);
			this.#lists.set(key, isRewritten);
			if (isRewritten) return;
		}
		// What stands in a section that one side lacks is a change of its own.
		if (this.#isHeader([...lineage, line])) return;
		if (kind === 'extra') this.#takeBack(line, lineage);
		if (runningText !== null && this.#rules.accumulates.test(runningText)) this.#takeBack(runningText, lineage);
		if (kind === 'missing' || kind === 'changed') this.#add(line, lineage);
	}

	/**
	 * Everything behind what is in place goes and is written again, because a new entry comes last. Returns false where nothing
	 * has to go but what is too much, and can go alone.
	 */
	#rewrite(lineage: readonly string[], list: string): boolean {
		const [intended, running] = [this.#textsAt('intended', lineage, list), this.#textsAt('running', lineage, list)];
		const find = searchStatements(running, { byWords: this.#rules.searches === true });
		const wanted = new Set(intended);
		const tooMany = running.filter((text) => !wanted.has(text));
		const goAlone = tooMany.every((text) => find(text).every((at) => !wanted.has(running[at] ?? '')));
		if (goAlone && standsIn(intended, running)) return false;
		const differs = intended.findIndex((text, index) => running[index] !== text);
		let kept = differs === -1 ? intended.length : differs;
		// An entry that a search for another one finds goes with it.
		for (let at = running.length - 1; at >= kept; at -= 1) kept = Math.min(kept, find(running[at] ?? '')[0] ?? kept);
		for (const text of running.slice(kept)) this.#takeBack(text, lineage);
		for (const text of intended.slice(kept)) this.#add(text, lineage);
		return true;
	}

	#textsAt(side: Side, lineage: readonly string[], list: string): readonly string[] {
		const texts = childrenAt(this.#trees[side], lineage).map(({ text }) => text);
		return texts.filter((text) => orderedListOf(text, lineage, this.#order) === list);
	}

	#add(text: string, lineage: readonly string[]): void {
		this.added.push([...lineage, text].join(' '));
	}

	#takeBack(text: string, lineage: readonly string[]): void {
		if (!this.#isOverwritten(text, lineage)) this.going.push({ text, lineage });
	}

	/** A menu has one line of settings, and the intended one takes its place. */
	#isOverwritten(text: string, lineage: readonly string[]): boolean {
		if (lineage.length === 0 || this.#rules.accumulates.test(text)) return false;
		const [menu, command] = [lineage.join('\n'), firstWord(text)];
		return this.#changes.some(
			({ kind, lineage: place, line }) =>
				kind === 'missing' && place.join('\n') === menu && firstWord(line) === command,
		);
	}

	#isHeader(path: readonly string[]): boolean {
		const { intended, running } = this.#trees;
		return childrenAt(intended, path).length > 0 || childrenAt(running, path).length > 0;
	}
}
