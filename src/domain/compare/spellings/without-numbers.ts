import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import type { NumberRule } from '../../platform/list-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * Leaves out the numbers of lists that one side writes without: the device gives them, in the order of the entries.
 *
 * @example
 * permit ip any any    with    10 permit ip any any
 * //=> permit ip any any    with    permit ip any any
 */
export function withoutNumbers(
	siblings: Siblings,
	lineage: readonly string[],
	rules: readonly NumberRule[] = [],
): Siblings {
	return rules.filter((rule) => holdsIn(lineage, rule)).reduce(withoutNumbersOf, siblings);
}

function withoutNumbersOf(siblings: Siblings, rule: NumberRule): Siblings {
	const isNumbered = ({ text }: ConfigNode): boolean => rule.numbered.test(text);
	// Where neither side writes a number, there is none to leave out, and none to give.
	if (!siblings.intended.some(isNumbered) && !siblings.running.some(isNumbered)) return siblings;
	const intended = withAllNumbers(siblings.intended, { rule, others: siblings.running });
	const running = withAllNumbers(siblings.running, { rule, others: siblings.intended });
	const [ours, theirs] = [listsAmong(intended, rule), listsAmong(running, rule)];
	return {
		intended: withoutThoseOf(plainIn(theirs), intended, rule),
		running: withoutThoseOf(plainIn(ours), running, rule),
	};
}

function plainIn(lists: Lists): ReadonlySet<string> {
	return new Set([...lists].filter(([, written]) => written === 'plain').map(([list]) => list));
}

/** Entries of some lists without their numbers, in the order that these gave them: text may have them in any. */
function withoutThoseOf(
	lists: ReadonlySet<string>,
	nodes: readonly ConfigNode[],
	rule: NumberRule,
): readonly ConfigNode[] {
	if (lists.size === 0) return nodes;
	const entries = nodes.map((node) => numberedEntry(node, rule));
	const unclear = unclearAmong(nodes, rule);
	const found = entries.filter((entry) => entry !== null && lists.has(entry.list) && !unclear.has(entry.list));
	const inOrder = new Map(
		[...Map.groupBy(found, (entry) => entry?.list)].map(([list, all]) => [
			list,
			all.toSorted((one, other) => (one?.number ?? 0) - (other?.number ?? 0)).values(),
		]),
	);
	return nodes.map((node, at) => inOrder.get(entries[at]?.list)?.next().value?.plain ?? node);
}

/** Devices count in steps of five or of ten. */
const WIDEST_STEP = 10;

/** Lists in which an entry with a number may come before one without that was written in front of it. */
function unclearAmong(nodes: readonly ConfigNode[], rule: NumberRule): ReadonlySet<string> {
	const [unclear, plain] = [new Set<string>(), new Set<string>()];
	const highest = new Map<string, number>();
	for (const node of nodes) {
		const entry = numberedEntry(node, rule);
		const list = entry === null ? rule.plain.exec(node.text)?.groups?.head : entry.list;
		if (list === undefined) continue;
		const last = highest.get(list) ?? 0;
		if (entry === null) plain.add(list);
		else if (plain.has(list) && entry.number <= last) unclear.add(list);
		highest.set(list, entry === null ? last + WIDEST_STEP : Math.max(last, entry.number));
	}
	return unclear;
}

interface NumberedEntry {
	readonly list: string;
	readonly number: number;
	/** The entry without its number. */
	readonly plain: ConfigNode;
}

function numberedEntry(node: ConfigNode, { numbered }: NumberRule): NumberedEntry | null {
	const { head = '', rest } = numbered.exec(node.text)?.groups ?? {};
	if (rest === undefined) return null;
	return { list: head, number: Number(numberBetween(node.text, head, rest)), plain: { ...node, text: head + rest } };
}

function numberBetween(text: string, head: string, rest: string): string | undefined {
	return /\d+/.exec(text.slice(head.length, -rest.length))?.[0];
}

/**
 * Entries that stand without a number among others with theirs, with those that the device gives them, where the other side has
 * them so. Whether a remark takes one differs by release.
 */
function withAllNumbers(
	nodes: readonly ConfigNode[],
	{ rule, others }: { readonly rule: NumberRule; readonly others: readonly ConfigNode[] },
): readonly ConfigNode[] {
	const { gives, numbered, plain } = rule;
	if (gives === undefined) return nodes;
	const mixed = mixedAmong(nodes, rule);
	if (mixed.size === 0) return nodes;
	const written = new Set(others.map(({ text }) => text));
	const highest = new Map<string, number>();
	/** By list: what its entries write in front of their numbers. */
	const words = new Map<string, string>();
	return nodes.map((node) => {
		const { head = '', rest } = numbered.exec(node.text)?.groups ?? plain.exec(node.text)?.groups ?? {};
		if (rest === undefined || !mixed.has(head)) return node;
		const last = highest.get(head) ?? 0;
		const own = numberBetween(node.text, head, rest);
		const number = own === undefined ? NEXT[gives](last) : Number(own);
		highest.set(head, Math.max(last, number));
		if (own !== undefined) {
			words.set(head, node.text.slice(head.length, node.text.indexOf(own, head.length)));
			return node;
		}
		const text = `${head}${words.get(head) ?? rule.word ?? ''}${number} ${rest}`;
		return written.has(text) ? { ...node, text } : node;
	});
}

/** Lists that have entries with and without a number, none of the latter being a remark. */
function mixedAmong(nodes: readonly ConfigNode[], rule: NumberRule): ReadonlySet<string> {
	const numbered = listsAmong(nodes, rule);
	const [mixed, remarked] = [new Set<string>(), new Set<string>()];
	for (const { text } of nodes) {
		const { head, rest = '' } = rule.plain.exec(text)?.groups ?? {};
		if (head === undefined || numbered.get(head) !== 'numbered') continue;
		mixed.add(head);
		if (REMARK.test(rest)) remarked.add(head);
	}
	return mixed.difference(remarked);
}

const REMARK = /^(?:remark|comment) /;

const NEXT: Readonly<Record<NonNullable<NumberRule['gives']>, (last: number) => number>> = {
	'five-more': (last) => last + 5,
	'ten-more': (last) => last + 10,
	'next-multiple-of-five': (last) => last - (last % 5) + 5,
};

/** By the name of a list, how its entries are written. */
type Lists = ReadonlyMap<string, 'plain' | 'numbered'>;

function listsAmong(nodes: readonly ConfigNode[], { numbered, plain }: NumberRule): Lists {
	const lists = new Map<string, 'plain' | 'numbered'>();
	for (const { text } of nodes) {
		const withNumber = numbered.exec(text)?.groups;
		if (withNumber !== undefined) lists.set(withNumber.head ?? '', 'numbered');
		const without = withNumber === undefined ? plain.exec(text)?.groups : undefined;
		// One number says that numbers are meant.
		if (without !== undefined && !lists.has(without.head ?? '')) lists.set(without.head ?? '', 'plain');
	}
	return lists;
}
