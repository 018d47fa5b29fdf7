import type { Siblings } from '../compare/siblings/siblings.ts';
import { shorthandReader } from '../compare/spellings/expand-shorthands.ts';
import { oneLinerReader } from '../compare/spellings/nest-one-liners.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import type { ConfigNode } from '../config/config-node.ts';
import type { Platform } from '../platform/platform.ts';
import type { Adopting } from './adopting.ts';
import { changesIn, type Replacement } from './replacement.ts';

/** What one side has as a section and the other as lines that name it. */
export function replacedSections(
	siblings: Siblings,
	lineage: readonly string[],
	adopting: Adopting,
): readonly Replacement[] {
	const { platform } = adopting;
	const read = sectionReader(siblings, lineage, platform);
	if (read === null) return [];
	const speller = spellerOf(platform);
	const sectionOf = new Map(
		[...siblings.intended, ...siblings.running].map((node) => [node, speller(read(node)?.header ?? node.text)]),
	);
	const isSection = (node: ConfigNode): boolean => node.children.length > 0 && read(node) === null;
	const byHeader = Map.groupBy(changesIn(lineage, adopting), (change) => change.lineage[lineage.length]);
	return [...byHeader].flatMap(([header, changes]): readonly Replacement[] => {
		if (header === undefined) return [];
		const name = speller(header);
		const isPart = (node: ConfigNode): boolean => sectionOf.get(node) === name;
		const [intended, running] = [siblings.intended.filter(isPart), siblings.running.filter(isPart)];
		if (running.length === 0 || [...intended, ...running].every(isSection)) return [];
		// The file's own section stands behind what its lines are about: a neighbor, and what is said of it in a family.
		const own = intended.filter(isSection).slice(-1);
		return [{ intended: [...own, ...intended.filter((node) => !own.includes(node))], running, changes }];
	});
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
