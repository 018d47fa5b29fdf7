import type { Trees } from '../compare/comparable-trees.ts';
import { flatReader } from '../compare/spellings/nest-flat-lines.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { Change } from '../drift-report.ts';
import { type Adopting, putInPlaceOf } from './adopting.ts';

/**
 * Takes over what one side has as a section and the other as lines that name it: where it differs, the file gets it as the
 * device shows it.
 *
 * @returns the differences that are done with
 */
export function adoptFlatLines(siblings: Trees, lineage: readonly string[], adopting: Adopting): ReadonlySet<Change> {
	const { platform, changes, isChosen } = adopting;
	const done = new Set<Change>();
	const read = flatReader(lineage, platform.flat);
	if (read === null) return done;
	const inside = changes.all.filter((change) => lineage.every((header, depth) => change.lineage[depth] === header));
	for (const [header, ofSection] of Map.groupBy(inside, (change) => change.lineage[lineage.length])) {
		if (header === undefined || !ofSection.every(isChosen)) continue;
		const isPart = (node: ConfigNode): boolean => node.text === header || read(node)?.header === header;
		const [first, ...others] = siblings.intended.filter(isPart);
		const shown = siblings.running.filter(isPart);
		if (first === undefined || shown.length === 0 || [first, ...others, ...shown].every(isSection)) continue;
		putInPlaceOf([first, ...others], shown, adopting);
		for (const change of ofSection) done.add(change);
	}
	return done;
}

function isSection({ children }: ConfigNode): boolean {
	return children.length > 0;
}
