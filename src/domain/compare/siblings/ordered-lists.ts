import { holdsIn, matchesLastParents } from '../../config/lineage.ts';
import { oncePer } from '../../once-per.ts';
import type { OrderRule } from '../../platform/order-rules.ts';
import { anyOf } from '../../text/any-of.ts';

type ChildrenRule = OrderRule & { readonly kind: 'children' };
/** Lines that match are ordered among themselves: see `OrderRule`. */
export type SiblingsRule = OrderRule & { readonly kind: 'siblings' };

/** A list whose entries have their place. */
export interface OrderedList {
	/** An own name for every list of the section. */
	readonly name: string;
	/** What says how its entries tell their place. */
	readonly rule: ChildrenRule | SiblingsRule;
}

/** The ordered list that a line belongs to; null: the line has no place. */
export type ListOf = (text: string) => OrderedList | null;

/** What is ordered in a section: all of its lines as one list, lists by the lines' text, or nothing. */
export type OrderedLists = OrderedList | ListOf | null;

/** The rules of a platform, ready to be asked. */
interface Asked {
	readonly children: readonly ChildrenRule[];
	readonly mayBeOneList: (header: string) => boolean;
	readonly siblings: readonly SiblingsRule[];
	readonly mayHoldLists: (header: string) => boolean;
	readonly listsAtTop: ListOf | null;
}

/** What the rules say of the section with these headers, outermost first. */
export function orderedLists(lineage: readonly string[], rules: readonly OrderRule[]): OrderedLists {
	const { children, mayBeOneList, siblings, mayHoldLists, listsAtTop } = askedOf(rules);
	const header = lineage.at(-1) ?? '';
	if (mayBeOneList(header)) {
		const rule = children.find(({ within }) => matchesLastParents(lineage, within));
		if (rule !== undefined) return { name: '', rule };
	}
	if (lineage.length === 0) return listsAtTop;
	return mayHoldLists(header) ? listsBy(siblings.filter((rule) => holdsIn(lineage, rule))) : null;
}

/** Whether every line of a section has its place: none of them is a set of values then. */
export function isOneList(lineage: readonly string[], rules: readonly OrderRule[]): boolean {
	const lists = orderedLists(lineage, rules);
	return lists !== null && typeof lists !== 'function';
}

/** Names the ordered list that a line belongs to: an own name for every list of the section; null: the line has no place. */
export function orderedListOf(text: string, lineage: readonly string[], rules: readonly OrderRule[]): string | null {
	return listAround(text, lineage, rules)?.name ?? null;
}

/** The rule of the ordered list that a line belongs to. */
export function orderRuleOf(
	text: string,
	lineage: readonly string[],
	rules: readonly OrderRule[],
): OrderedList['rule'] | null {
	return listAround(text, lineage, rules)?.rule ?? null;
}

function listAround(text: string, lineage: readonly string[], rules: readonly OrderRule[]): OrderedList | null {
	const lists = orderedLists(lineage, rules);
	return typeof lists === 'function' ? lists(text) : lists;
}

/** Nearly no section is ordered: one question tells for all rules. */
const askedOf = oncePer((rules: readonly OrderRule[]): Asked => {
	const children = rules.filter((rule) => rule.kind === 'children');
	const siblings = rules.filter((rule) => rule.kind === 'siblings');
	const atTop = siblings.filter((rule) => holdsIn([], rule));
	const isEntry = anyOf(atTop.map(({ pattern }) => pattern));
	const listOf = listsBy(atTop);
	return {
		children,
		mayBeOneList: anyOf(children.map(innermost)),
		siblings,
		mayHoldLists: anyOf(siblings.filter(({ within }) => within !== undefined).map(innermost)),
		listsAtTop: listOf === null ? null : (text) => (isEntry(text) ? listOf(text) : null),
	};
});

/** What the header of the section itself has to be. */
function innermost({ within }: ChildrenRule | SiblingsRule): RegExp {
	return within?.at(-1) ?? /^/;
}

function listsBy(rules: readonly SiblingsRule[]): ListOf | null {
	if (rules.length === 0) return null;
	return (text) => {
		for (const [index, rule] of rules.entries()) {
			const match = rule.pattern.exec(text);
			if (match !== null) return { name: `${index} ${match.slice(1).join(' ')}`, rule };
		}
		return null;
	};
}
