import type { Trees } from '../compare/comparable-trees.ts';
import { type ListLine, listLineOf } from '../compare/lists/value-lists.ts';
import { formatValues } from '../compare/lists/value-set.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { childrenAt } from './tree-paths.ts';

/** Commands that change a list; `removals` come first. */
export interface ListCommands {
	readonly removals: readonly string[];
	readonly commands: readonly string[];
}

/**
 * The commands for values of a list that differ, so that the others stay: a list that a new command would replace is
 * changed by keyword, or written as a whole.
 *
 * @returns null for what is no list, and where the command and its negation do it
 */
export function listCommands(
	{ kind, lineage, line }: Change,
	trees: Trees,
	{ lists: rules = [], syntax }: Platform,
): ListCommands | null {
	const list = listLineOf(line, lineage, { rules });
	if (list === null || list.rule.writing === 'adds') return null;
	const linesOf = (roots: Trees['intended']): readonly string[] =>
		childrenAt(roots, lineage)
			.map(({ text }) => text)
			.filter((text) => listLineOf(text, lineage, { rules })?.key === list.key);
	const [intended, running] = [linesOf(trees.intended), linesOf(trees.running)];
	if (kind === 'extra' && intended.length === 0) {
		return { removals: [`${syntax.negation}${verbless(list, syntax.negation)}`], commands: [] };
	}
	if (kind === 'changed' || running.length === 0 || list.rule.writing === 'replaces') {
		return { removals: [], commands: intended };
	}
	const { head, tail, values } = list;
	const keyword = kind === 'extra' ? 'remove' : 'add';
	const command = `${head}${keyword} ${formatValues(values, list.rule.form)}${tail}`;
	return kind === 'extra' ? { removals: [command], commands: [] } : { removals: [], commands: [command] };
}

/** The list's name: `unset` takes the place of `set`, every other negation stands in front. */
function verbless({ head }: ListLine, negation: string): string {
	return (negation === 'unset ' ? head.replace(/^set /, '') : head).trimEnd();
}
