import { listLineOf } from '../compare/lists/value-lists.ts';
import { isOneList } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import { type ConfigNode, isLeaf } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import type { Adopting } from './adopting.ts';
import type { Replacement } from './replacement.ts';

/**
 * Lists of values, which both sides write as they like (`vlan 10,20-25`), with the sections of single values that the file has no
 * lines for.
 */
export function replacedLists(
	siblings: Siblings,
	lineage: readonly string[],
	adopting: Adopting,
): readonly Replacement[] {
	const { platform, changes } = adopting;
	if (platform.lists === undefined || isOneList(lineage, platform.order)) return [];
	const keyOf = listKeys(siblings, lineage, adopting);
	const concerned = changes.all.filter((change) => isAboutValue(change, lineage, siblings.intended));
	const byList = Map.groupBy(concerned, (change) => keyOf(change.lineage[lineage.length] ?? change.line));
	return [...byList].flatMap(([key, ofList]): readonly Replacement[] => {
		const isOfList = ({ text }: ConfigNode): boolean => keyOf(text) === key;
		const intended = siblings.intended.filter(isOfList);
		const running = siblings.running.filter(isOfList);
		if (key === null || running.length === 0) return [];
		const known = new Set(intended.filter((node) => !isLeaf(node)).map(({ text }) => text));
		const shown = running.filter((node) => isLeaf(node) || !known.has(node.text));
		return [{ intended: intended.filter(isLeaf), running: shown, changes: ofList }];
	});
}

/** A value that one side lacks, or a line in the section of one that the other side only lists. */
function isAboutValue(
	{ kind, lineage: place, line }: Change,
	lineage: readonly string[],
	intended: readonly ConfigNode[],
): boolean {
	if (!lineage.every((header, depth) => place[depth] === header)) return false;
	if (place.length === lineage.length) {
		return kind !== 'changed' && !intended.some((node) => node.text === line && !isLeaf(node));
	}
	return !intended.some((node) => node.text === place[lineage.length]);
}

/** Names the list that a line is one of; in brackets a single value stands without them. */
function listKeys(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	{ platform }: Adopting,
): (text: string) => string | null {
	const rules = platform.lists ?? [];
	const speller = spellerOf(platform);
	const keyOf = (text: string): string | null => listLineOf(text, lineage, { rules, speller })?.key ?? null;
	const heads = new Map<string, string>();
	for (const { text } of [...intended, ...running]) {
		const line = listLineOf(text, lineage, { rules, speller });
		if (line?.rule.form === 'brackets') heads.set(line.head, line.key);
	}
	return (text) => keyOf(text) ?? heads.get(SINGLE_VALUE.exec(text)?.[1] ?? '') ?? null;
}

const SINGLE_VALUE = /^(.* )(?:"[^"]*"|[^\s"]+)$/;
