import type { Siblings } from '../compare/siblings/siblings.ts';
import { shorthandReader } from '../compare/spellings/expand-shorthands.ts';
import type { Change } from '../drift-report.ts';
import { type Adopting, putInPlaceOf } from './adopting.ts';

/**
 * Takes over what the file says in one line for several, and the device does not have all of: the file gets those that it has.
 *
 * @returns the differences that are done with
 */
export function adoptShorthands(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	adopting: Adopting,
): ReadonlySet<Change> {
	const { platform, changes, isChosen } = adopting;
	const done = new Set<Change>();
	const read = shorthandReader(lineage, platform.shorthands);
	if (read === null) return done;
	for (const node of intended) {
		const short = read(node);
		if (short === null || short.header !== null) continue;
		const missing = changes.all.filter(
			({ intendedLine, line }) => intendedLine === node.lineNumber && short.lines.includes(line),
		);
		const shown = running.filter(({ text }) => short.lines.includes(text));
		if (missing.length === 0 || shown.length === 0 || !missing.every(isChosen)) continue;
		putInPlaceOf([node], shown, adopting);
		for (const change of missing) done.add(change);
	}
	return done;
}
