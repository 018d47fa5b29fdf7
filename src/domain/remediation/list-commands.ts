import { type ListLine, listLineOf } from '../compare/lists/value-lists.ts';
import { formatValues } from '../compare/lists/value-set.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { childrenAt, groupedOnce } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';

/** Commands that change a list; `removals` come first. */
export interface ListCommands {
	readonly removals: readonly string[];
	readonly commands: readonly string[];
}

/**
 * Writes the commands for values of a list that differ, so that the others stay: a list that a new command would replace is
 * changed by keyword, or written as a whole, which is done once.
 *
 * @returns null for what is no list, and where the command and its negation do it
 */
export function listWriter(
	trees: Siblings,
	{ lists: rules = [], syntax }: Platform,
): (change: Change) => ListCommands | null {
	const listsOf = groupedOnce(({ text }, lineage) => listLineOf(text, lineage, { rules })?.key);
	const written = new Set<readonly ConfigNode[]>();
	return ({ kind, lineage, line }) => {
		const list = listLineOf(line, lineage, { rules });
		if (list === null || list.rule.writing === 'adds') return null;
		const linesOf = (roots: Siblings['intended']): readonly ConfigNode[] =>
			listsOf(childrenAt(roots, lineage), lineage).get(list.key) ?? [];
		const [intended, running] = [linesOf(trees.intended), linesOf(trees.running)];
		if (kind === 'extra' && intended.length === 0) {
			return { removals: [`${syntax.negation}${verbless(list, syntax.negation)}`], commands: [] };
		}
		if (kind === 'changed' || running.length === 0 || list.rule.writing === 'replaces') {
			const commands = written.has(intended) ? [] : intended.map(({ text }) => text);
			written.add(intended);
			return { removals: [], commands };
		}
		const { head, tail, values } = list;
		const keyword = kind === 'extra' ? 'remove' : 'add';
		const command = `${head}${keyword} ${formatValues(values, list.rule.form)}${tail}`;
		return kind === 'extra' ? { removals: [command], commands: [] } : { removals: [], commands: [command] };
	};
}

/** The list's name: `unset` takes the place of `set`, every other negation stands in front. */
function verbless({ head }: ListLine, negation: string): string {
	return (negation === 'unset ' ? head.replace(/^set /, '') : head).trimEnd();
}
