import type { ConfigNode } from '../../config/config-node.ts';
import type { OrderRule } from '../../platform/order-rules.ts';
import { groupInSteps, type Steps } from '../../steps.ts';
import { compareTexts } from '../../text/compare-texts.ts';
import { type ListOf, type OrderedList, orderedLists } from './ordered-lists.ts';
import type { Siblings } from './siblings.ts';

/** Siblings whose order has a meaning, or the rest of a section whose order has none. */
export interface SiblingGroup extends Siblings {
	readonly ordered: boolean;
	/** The intended config speaks for all of it: what the device has beyond that is drift even in scope `declared`. */
	readonly closed: boolean;
}

/** Splits the lines of one section into what is ordered and what is not. */
export function* groupSiblings(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	rules: readonly OrderRule[],
): Steps<readonly SiblingGroup[]> {
	const lists = orderedLists(lineage, rules);
	if (lists === null) return [{ ordered: false, closed: false, intended, running }];
	if (typeof lists !== 'function') {
		return [{ ordered: true, closed: true, intended: asRead(intended, lists), running: asRead(running, lists) }];
	}
	const nameOf = ({ text }: ConfigNode): string | null => lists(text)?.name ?? null;
	return byList(yield* groupInSteps(intended, nameOf), yield* groupInSteps(running, nameOf), lists);
}

type ByList = ReadonlyMap<string | null, readonly ConfigNode[]>;

function byList(intendedLists: ByList, runningLists: ByList, lists: ListOf): readonly SiblingGroup[] {
	return [...new Set([...intendedLists.keys(), ...runningLists.keys()])].map((list) => {
		const sides = { intended: intendedLists.get(list) ?? [], running: runningLists.get(list) ?? [] };
		const entry = sides.intended[0] ?? sides.running[0];
		const rules = entry === undefined ? null : lists(entry.text);
		return {
			ordered: list !== null,
			closed: list !== null && intendedLists.has(list),
			intended: asRead(sides.intended, rules),
			running: asRead(sides.running, rules),
		};
	});
}

/** Lines of a list in the order in which the device reads them, whatever the order of the text. */
function asRead(nodes: readonly ConfigNode[], list: OrderedList | null): readonly ConfigNode[] {
	if (list === null || nodes.length < 2) return nodes;
	const { rule } = list;
	if (rule.kind === 'siblings' && rule.inserts !== undefined) return asPutIn(nodes, rule.inserts);
	const lines = rule.kind === 'siblings' && rule.entries !== undefined ? byEntry(nodes, rule.entries) : nodes;
	return rule.numbers === undefined ? lines : byNumber(lines, rule.numbers);
}

/** Entries together, each where it begins; of the lines of one, those about one thing stay in their order. */
function byEntry(nodes: readonly ConfigNode[], entries: RegExp): readonly ConfigNode[] {
	const lines = nodes.map((node) => {
		const [, entry = '', about = ''] = entries.exec(node.text) ?? [];
		return { node, entry, about };
	});
	return [...Map.groupBy(lines, ({ entry }) => entry).values()].flatMap((own) =>
		own.toSorted((one, other) => compareTexts(one.about, other.about)).map(({ node }) => node),
	);
}

/** Entries one after the other, each at the place that it names: a file may put one in front of those above it. */
function asPutIn(nodes: readonly ConfigNode[], inserts: RegExp): readonly ConfigNode[] {
	const list: ConfigNode[] = [];
	for (const node of nodes) {
		const place = Number(inserts.exec(node.text)?.[1] ?? list.length + 1);
		list.splice(Math.max(place, 1) - 1, 0, node);
	}
	return list;
}

/** Entries by their numbers, where each has one. */
function byNumber(nodes: readonly ConfigNode[], numbers: RegExp): readonly ConfigNode[] {
	const placed: { readonly node: ConfigNode; readonly place: number }[] = [];
	for (const node of nodes) {
		const place = Number(numbers.exec(node.text)?.[1] ?? Number.NaN);
		if (Number.isNaN(place)) return nodes;
		placed.push({ node, place });
	}
	if (placed.every(({ place }, index) => index === 0 || (placed[index - 1]?.place ?? 0) <= place)) return nodes;
	return placed.toSorted((one, other) => one.place - other.place).map(({ node }) => node);
}
