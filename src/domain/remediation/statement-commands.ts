import { orderedListOf } from '../compare/order.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform.ts';
import type { StatementRemediation } from '../remediation-rules.ts';
import type { Trees } from './section-commands.ts';
import { childrenAt } from './tree-paths.ts';

/** Commands of a platform whose configuration is the list of commands that made it. */
export function statementCommands(
	trees: Trees,
	changes: readonly Change[],
	{ platform, rules }: { readonly platform: Platform; readonly rules: StatementRemediation },
): readonly string[] {
	const { order, syntax } = platform;
	const removed = new Set<string>();
	const added: string[] = [];
	const rewritten = new Set<string>();
	const textsAt = (side: keyof Trees, lineage: readonly string[], list: string): readonly string[] =>
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
		if (isOverwritten(text, lineage)) return;
		const rule = rules.takesBack.find(([pattern]) => pattern.test(text));
		const isTwice = childrenAt(trees.running, lineage).filter((node) => node.text === text).length > 1;
		const command = rule === undefined || isTwice ? null : text.replace(rule[0], rule[1]);
		const whole = [...lineage, command ?? text].join(' ');
		removed.add(command === null ? `${syntax.comments[0] ?? '#'} take back by hand: ${whole}` : whole);
	};
	/** Everything behind what is in place goes and is written again, because a new entry comes last. */
	const rewrite = (lineage: readonly string[], list: string): void => {
		const [intended, running] = [textsAt('intended', lineage, list), textsAt('running', lineage, list)];
		const differs = intended.findIndex((text, index) => running[index] !== text);
		const kept = differs === -1 ? intended.length : differs;
		for (const text of running.slice(kept)) takeBack(text, lineage);
		for (const text of intended.slice(kept)) write(text, lineage);
	};
	for (const { kind, lineage, line, runningText } of changes) {
		const list = orderedListOf(line, lineage, order);
		if (list !== null) {
			const key = JSON.stringify([lineage, list]);
			if (!rewritten.has(key)) rewrite(lineage, list);
			rewritten.add(key);
			continue;
		}
		// What stands in a section that one side lacks is a change of its own.
		if (isHeader(trees, [...lineage, line])) continue;
		if (kind === 'extra') takeBack(line, lineage);
		if (runningText !== null && rules.accumulates.test(runningText)) takeBack(runningText, lineage);
		if (kind === 'missing' || kind === 'changed') write(line, lineage);
	}
	// What came last may need what came before it.
	return [...[...removed].toReversed(), ...added];
}

function firstWord(text: string): string {
	return text.split(' ', 1)[0] ?? '';
}

function isHeader({ intended, running }: Trees, path: readonly string[]): boolean {
	return childrenAt(intended, path).length > 0 || childrenAt(running, path).length > 0;
}
