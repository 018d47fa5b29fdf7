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
	/** What is to be taken back, in the order of the changes. */
	const going: Statement[] = [];
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
		if (!isOverwritten(text, lineage)) going.push({ text, lineage });
	};
	const words = new Map<string, ReadonlySet<string>>();
	const wordsIn = (text: string): ReadonlySet<string> => {
		const known = words.get(text) ?? wordsOf(text);
		words.set(text, known);
		return known;
	};
	const finds = (search: string, text: string): boolean =>
		rules.searches === true ? wordsIn(search).isSubsetOf(wordsIn(text)) : text === search;
	/** Everything behind what is in place goes and is written again, because a new entry comes last. */
	const rewrite = (lineage: readonly string[], list: string): void => {
		const [intended, running] = [textsAt('intended', lineage, list), textsAt('running', lineage, list)];
		const differs = intended.findIndex((text, index) => running[index] !== text);
		let kept = differs === -1 ? intended.length : differs;
		// An entry that a search for another one finds goes with it.
		for (let from = -1; from !== kept; ) {
			from = kept;
			const found = running.findIndex((text) => running.slice(from).some((search) => finds(search, text)));
			kept = found === -1 ? kept : Math.min(kept, found);
		}
		for (const text of running.slice(kept)) takeBack(text, lineage);
		for (const text of intended.slice(kept)) write(text, lineage);
	};
	const commandFor = ({ text, lineage }: Statement): string => {
		const rule = rules.takesBack.find(([pattern]) => pattern.test(text));
		const others = childrenAt(trees.running, lineage).filter((node) => finds(text, node.text));
		const gone = going.filter((one) => one.lineage.join('\n') === lineage.join('\n') && finds(text, one.text));
		const command = rule === undefined || others.length > gone.length ? null : text.replace(rule[0], rule[1]);
		const whole = [...lineage, command ?? text].join(' ');
		return command === null ? `${syntax.comments[0] ?? '#'} take back by hand: ${whole}` : whole;
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
	return [...new Set(going.map(commandFor).toReversed()), ...added];
}

interface Statement {
	readonly text: string;
	readonly lineage: readonly string[];
}

/** `comment="a b"` is one word. */
function wordsOf(text: string): ReadonlySet<string> {
	return new Set(text.match(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+/g));
}

function firstWord(text: string): string {
	return text.split(' ', 1)[0] ?? '';
}

function isHeader({ intended, running }: Trees, path: readonly string[]): boolean {
	return childrenAt(intended, path).length > 0 || childrenAt(running, path).length > 0;
}
