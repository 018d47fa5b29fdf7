import type { Siblings } from '../compare/siblings/siblings.ts';
import { shorthandReader } from '../compare/spellings/expand-shorthands.ts';
import { oneLinerReader } from '../compare/spellings/nest-one-liners.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import type { ConfigNode } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { type Adopting, putInPlaceOf } from './adopting.ts';

/**
 * Takes over what one side has as a section and the other as lines that name it: where it differs, the file gets it as the
 * device shows it.
 *
 * @returns the differences that are done with
 */
export function adoptSectionsAsLines(
	siblings: Siblings,
	lineage: readonly string[],
	adopting: Adopting,
): ReadonlySet<Change> {
	const { platform, changes, isChosen } = adopting;
	const done = new Set<Change>();
	const read = sectionReader(siblings, lineage, platform);
	if (read === null) return done;
	const speller = spellerOf(platform);
	const sectionOf = new Map(
		[...siblings.intended, ...siblings.running].map((node) => [node, speller(read(node)?.header ?? node.text)]),
	);
	const inside = changes.all.filter((change) => lineage.every((header, depth) => change.lineage[depth] === header));
	for (const [header, ofSection] of Map.groupBy(inside, (change) => change.lineage[lineage.length])) {
		if (header === undefined || !ofSection.every(isChosen)) continue;
		const name = speller(header);
		const isPart = (node: ConfigNode): boolean => sectionOf.get(node) === name;
		const [first, ...others] = siblings.intended.filter(isPart);
		const shown = siblings.running.filter(isPart);
		const isShown = (node: ConfigNode): boolean => node.children.length > 0 && read(node) === null;
		if (first === undefined || shown.length === 0 || [first, ...others, ...shown].every(isShown)) continue;
		putInPlaceOf([first, ...others], shown, adopting);
		for (const change of ofSection) done.add(change);
	}
	return done;
}

/** The section that a line is one of; null: the line stands for itself. */
type FindSection = (node: ConfigNode) => { readonly header: string | null } | null;

/** Reads lines that name a section as lines of it; null: there are none. */
export function sectionReader(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	platform: Platform,
): FindSection | null {
	return platform.syntax.oneLiners === true
		? oneLinerReader([...intended, ...running], spellerOf(platform))
		: shorthandReader(lineage, platform.shorthands);
}
