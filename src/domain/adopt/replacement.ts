import type { Siblings } from '../compare/siblings/siblings.ts';
import type { Change } from '../drift-report.ts';
import { type Adopting, linesOf, unitOf } from './adopting.ts';

/**
 * Statements of one section that are about the same things in other lines: the file gets those of the device. What one side has
 * alone is none, but lines like any others.
 */
export interface Replacement extends Siblings {
	/** The differences between them: where some are not chosen, the file keeps its own. */
	readonly changes: readonly Change[];
}

/** The differences in a section and in all that stands in it. */
export function changesIn(lineage: readonly string[], { changes }: Adopting): readonly Change[] {
	return changes.all.filter((change) => lineage.every((header, depth) => change.lineage[depth] === header));
}

/**
 * Puts statements of the device in the place of some of the file's: they begin where the first of those does.
 *
 * @returns the differences that are done with
 */
export function replaceAll(replacements: Iterable<Replacement>, adopting: Adopting): ReadonlySet<Change> {
	const { file, isChosen } = adopting;
	const done = new Set<Change>();
	for (const { intended, running, changes } of replacements) {
		const [first, ...others] = intended;
		const isWanted = changes.every((change) => isChosen(change) && !done.has(change));
		if (first === undefined || changes.length === 0 || !isWanted) continue;
		const unit = unitOf(first, adopting);
		const indent = file.indentAt(unit.start);
		const lines = running.flatMap((node) => linesOf(node, indent, adopting));
		file.replace(unit, lines);
		for (const node of others) file.remove(unitOf(node, adopting));
		for (const change of changes) done.add(change);
	}
	return done;
}
