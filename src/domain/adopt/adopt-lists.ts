import { listLineOf } from '../compare/lists/value-lists.ts';
import { isOneList } from '../compare/siblings/ordered-lists.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import { type ConfigNode, isLeaf } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import { type Adopting, putInPlaceOf } from './adopting.ts';

/**
 * Takes over lists of values, which both sides write as they like (`vlan 10,20-25`): where values differ, the file gets the
 * lines of the device in place of its own, and the sections of single values that it has no lines for.
 *
 * @returns the differences that are done with
 */
export function adoptLists(siblings: Siblings, lineage: readonly string[], adopting: Adopting): ReadonlySet<Change> {
	const { platform, changes, isChosen } = adopting;
	const done = new Set<Change>();
	if (platform.lists === undefined || isOneList(lineage, platform.order)) return done;
	const keyOf = listKeys(siblings, lineage, adopting);
	const concerned = changes.all.filter((change) => isAboutValue(change, lineage, siblings.intended));
	for (const [key, ofKey] of Map.groupBy(concerned, (change) => keyOf(change.lineage[lineage.length] ?? change.line))) {
		const isOfList = ({ text }: ConfigNode): boolean => keyOf(text) === key;
		const intended = siblings.intended.filter(isOfList);
		const running = siblings.running.filter(isOfList);
		const [first, ...others] = intended.filter(isLeaf);
		// A list that one side has alone is lines like any others.
		if (key === null || first === undefined || running.length === 0 || !ofKey.every(isChosen)) continue;
		const known = new Set(intended.filter((node) => !isLeaf(node)).map(({ text }) => text));
		const wanted = running.filter((node) => isLeaf(node) || !known.has(node.text));
		putInPlaceOf([first, ...others], wanted, adopting);
		for (const change of ofKey) done.add(change);
	}
	return done;
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
