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

/** Commands of a platform whose configuration is the list of commands that made it. */
export function* statementCommands(
	trees: Siblings,
	changes: readonly Change[],
	{ platform, rules }: { readonly platform: Platform; readonly rules: StatementRemediation },
): Steps<readonly string[]> {
	const { order } = platform;
	/** What is to be taken back, in the order of the changes. */
	const going: Statement[] = [];
	const added: string[] = [];
	/** Lists that were met, and whether they were written again; else each change of them is written by itself. */
	const lists = new Map<string, boolean>();
	const textsAt = (side: Side, lineage: readonly string[], list: string): readonly string[] =>
		childrenAt(trees[side], lineage)
			.map(({ text }) => text)
			.filter((text) => orderedListOf(text, lineage, order) === list);
	/** A menu has one line of settings, and the intended one takes its place. */
	const isOverwritten = (text: string, lineage: readonly string[]): boolean =>
		lineage.length > 0 &&
		!rules.accumulates.test(text) &&
		changes.some(
			(change) =>
				change.kind === 'missing' &&
				change.lineage.join('\n') === lineage.join('\n') &&
				firstWord(change.line) === firstWord(text),
		);
	const write = (text: string, lineage: readonly string[]): void => void added.push([...lineage, text].join(' '));
	const takeBack = (text: string, lineage: readonly string[]): void => {
		if (!isOverwritten(text, lineage)) going.push({ text, lineage });
	};
	/**
	 * Everything behind what is in place goes and is written again, because a new entry comes last. Returns false where nothing
	 * has to go but what is too much, and can go alone.
	 */
	const rewrite = (lineage: readonly string[], list: string): boolean => {
		const [intended, running] = [textsAt('intended', lineage, list), textsAt('running', lineage, list)];
		const find = searchStatements(running, { byWords: rules.searches === true });
		const wanted = new Set(intended);
		const tooMany = running.filter((text) => !wanted.has(text));
		const goAlone = tooMany.every((text) => find(text).every((at) => !wanted.has(running[at] ?? '')));
		if (goAlone && standsIn(intended, running)) return false;
		const differs = intended.findIndex((text, index) => running[index] !== text);
		let kept = differs === -1 ? intended.length : differs;
		// An entry that a search for another one finds goes with it.
		for (let at = running.length - 1; at >= kept; at -= 1) kept = Math.min(kept, find(running[at] ?? '')[0] ?? kept);
		for (const text of running.slice(kept)) takeBack(text, lineage);
		for (const text of intended.slice(kept)) write(text, lineage);
		return true;
	};
	const writeChange = ({ kind, lineage, line, runningText }: Change): void => {
		const list = orderedListOf(line, lineage, order);
		if (list !== null) {
			const key = JSON.stringify([lineage, list]);
			const isRewritten = lists.get(key) ?? rewrite(lineage, list);
			lists.set(key, isRewritten);
			if (isRewritten) return;
		}
		// What stands in a section that one side lacks is a change of its own.
		if (isHeader(trees, [...lineage, line])) return;
		if (kind === 'extra') takeBack(line, lineage);
		if (runningText !== null && rules.accumulates.test(runningText)) takeBack(runningText, lineage);
		if (kind === 'missing' || kind === 'changed') write(line, lineage);
	};
	yield* inPortions(changes, writeChange);
	yield;
	// What came last may need what came before it.
	const takenBack = yield* takeBackInSteps(going, trees.running, { platform, rules });
	return [...new Set(takenBack.toReversed()), ...added];
}

function isHeader({ intended, running }: Siblings, path: readonly string[]): boolean {
	return childrenAt(intended, path).length > 0 || childrenAt(running, path).length > 0;
}
