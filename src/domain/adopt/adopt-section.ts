import { groupSiblings, type SiblingGroup } from '../compare/siblings/group-siblings.ts';
import { coversSecrets, hidesSecrets } from '../compare/siblings/hidden-secrets.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import { namesOfSections } from '../compare/spellings/section-names.ts';
import { remembering, spellerOf } from '../compare/spellings/spelling.ts';
import type { ConfigNode } from '../config/config-node.ts';
import { mergeSections, sectionHeaders } from '../config/merge-sections.ts';
import { isOfDocuments } from '../config/style-of.ts';
import { childrenOf } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import { atOnce } from '../steps.ts';
import { adoptOrdered } from './adopt-ordered.ts';
import { adoptStates } from './adopt-states.ts';
import { adoptUnordered } from './adopt-unordered.ts';
import { type Adopting, linesOf, unitOf } from './adopting.ts';
import { replacedLists } from './replaced-lists.ts';
import { cutStretches, replacedRanges } from './replaced-ranges.ts';
import { replacedSections, sectionReader } from './replaced-sections.ts';
import { replacedShorthands } from './replaced-shorthands.ts';
import { replaceAll } from './replacement.ts';
import { SectionPlaces } from './section-places.ts';

/** What the device says in other lines. */
const REPLACED = [replacedSections, replacedShorthands, replacedRanges, replacedLists] as const;

/** Writes the chosen differences of one section into the file. */
export function adoptSection(lineage: readonly string[], adopting: Adopting): void {
	const headers = { intended: intendedAt(lineage, adopting), running: runningAt(lineage, adopting) };
	if (adoptWhole(headers, adopting)) return;
	const inside = lineage.length === 0 ? adopting.trees : insideOf(headers);
	const nameOf = namesOfSections(inside, remembering(spellerOf(adopting.platform, lineage)));
	const sections = sectionHeaders([inside.intended, inside.running], nameOf);
	const merged = {
		intended: mergeSections(inside.intended, sections, nameOf),
		running: mergeSections(inside.running, sections, nameOf),
	};
	const section = { siblings: inside, places: new SectionPlaces(headers.intended, adopting) };
	const replaced = REPLACED.flatMap((find) => find(inside, lineage, adopting));
	const done = adoptStates(headers, adopting).union(replaceAll(replaced, adopting));
	const others = { ...adopting, isChosen: (change: Change) => adopting.isChosen(change) && !done.has(change) };
	for (const group of atOnce(groupSiblings(merged, lineage, adopting.platform.order))) {
		if (!isConcerned(group, others)) continue;
		if (group.ordered) adoptOrdered(group, section, others);
		else adoptUnordered(group, section, others);
	}
}

/** The section of the file that a place is in: the one around it where the file only lists what it is a section of. */
export function sectionInFile(lineage: readonly string[], adopting: Adopting): readonly string[] {
	let section = lineage;
	while (section.length > 0 && !isOnBothSides(section, adopting)) section = section.slice(0, -1);
	return section;
}

/**
 * Whether the file has the section, with all that differs of it, and the device neither lines that name it instead nor cuts it
 * otherwise.
 */
function isOnBothSides(section: readonly string[], adopting: Adopting): boolean {
	if (intendedAt(section, adopting).length === 0) return false;
	const { platform } = adopting;
	const lineage = section.slice(0, -1);
	const header = section.at(-1) ?? '';
	const around =
		lineage.length === 0
			? adopting.trees
			: insideOf({ intended: intendedAt(lineage, adopting), running: runningAt(lineage, adopting) });
	if (cutStretches(around, { lineage, platform })?.(header)) return false;
	const read = sectionReader(around, lineage, platform);
	const isOutside = (node: ConfigNode): boolean => read !== null && read(node)?.header === header;
	const isConcernedOutside = (node: ConfigNode): boolean =>
		isOutside(node) && adopting.changes.atIntended(node.lineNumber) !== undefined;
	if (around.intended.some(isConcernedOutside)) return false;
	return runningAt(section, adopting).length > 0 || !around.running.some(isOutside);
}

/**
 * Writes a section anew where no single line of it can be: a text of several lines is one value, and a statement without
 * anything in it (`name;`) has no place for a line.
 */
function adoptWhole({ intended, running }: Siblings, adopting: Adopting): boolean {
	const header = intended.find(({ body }) => body !== null) ?? intended[0];
	const source = running.find(({ body, children }) => body !== null || children.length > 0) ?? running[0];
	if (header === undefined || source === undefined) return false;
	const isText = header.body !== null || source.body !== null;
	if (!isText && !intended.every((node) => isShut(node, adopting))) return false;
	const unit = unitOf(header, adopting);
	const { file } = adopting;
	file.replace(unit, linesOf(source, file.indentAt(unit.start), adopting));
	return true;
}

function isShut({ lineNumber }: ConfigNode, { file, platform }: Adopting): boolean {
	const { style } = platform.syntax;
	if (style !== 'braces' && !isOfDocuments(style)) return false;
	const header = file.indexOf(lineNumber);
	return !file.scanned.some(({ role, parent }) => role === 'closer' && parent === header);
}

function isConcerned({ intended, running }: SiblingGroup, { changes, isChosen }: Adopting): boolean {
	return [
		...intended.map(({ lineNumber }) => changes.atIntended(lineNumber)),
		...running.map(({ lineNumber }) => changes.extra.get(lineNumber)),
	].some((change) => change !== undefined && isChosen(change));
}

/** A lineage names the first header of a section that the file opens under several names. */
function intendedAt(lineage: readonly string[], { trees, platform, bySpelling }: Adopting): readonly ConfigNode[] {
	const speller = spellerOf(platform);
	return sectionsAt(trees.intended, lineage, (level, header) => bySpelling(level, []).get(speller(header)) ?? []);
}

/** A lineage names the intended headers; the device's may show a secret that those hide, or be spelled otherwise. */
function runningAt(lineage: readonly string[], { trees, platform, bySpelling }: Adopting): readonly ConfigNode[] {
	const speller = spellerOf(platform);
	return sectionsAt(trees.running, lineage, (level, header) => {
		const name = speller(header);
		if (!hidesSecrets(header)) return bySpelling(level, []).get(name) ?? [];
		return level.filter(({ text }) => coversSecrets(header, text) || speller(text) === name);
	});
}

function sectionsAt(
	roots: readonly ConfigNode[],
	lineage: readonly string[],
	named: (level: readonly ConfigNode[], header: string) => readonly ConfigNode[],
): readonly ConfigNode[] {
	let level = roots;
	let found: readonly ConfigNode[] = [];
	for (const header of lineage) {
		found = named(level, header);
		level = childrenOf(found);
	}
	return found;
}

function insideOf({ intended, running }: Siblings): Siblings {
	return { intended: childrenOf(intended), running: childrenOf(running) };
}
