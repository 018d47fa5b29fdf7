import { holdsIn } from '../../config/lineage.ts';
import type { ConfigNode } from '../../config/tree.ts';
import type { NumberRule } from '../../platform/equivalence-rules.ts';
import type { Siblings } from '../siblings/match-siblings.ts';

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
	const intended = withAllNumbers(siblings.intended, rule);
	const running = withAllNumbers(siblings.running, rule);
	const isNumbered = ({ text }: ConfigNode): boolean => rule.numbered.test(text);
	// Where neither side writes a number, there is none to leave out.
	if (!intended.some(isNumbered) && !running.some(isNumbered)) return { intended, running };
	const [ours, theirs] = [listsAmong(intended, rule), listsAmong(running, rule)];
	const isPlain = (list: string, lists: Lists): boolean => lists.get(list) === 'plain';
	const stripped = (nodes: readonly ConfigNode[], other: Lists): readonly ConfigNode[] =>
		nodes.map((node) => {
			const { head, rest } = rule.numbered.exec(node.text)?.groups ?? {};
			return rest !== undefined && isPlain(head ?? '', other) ? { ...node, text: (head ?? '') + rest } : node;
		});
	const hasPlain = (lists: Lists): boolean => [...lists.values()].includes('plain');
	return {
		intended: hasPlain(theirs) ? stripped(intended, theirs) : intended,
		running: hasPlain(ours) ? stripped(running, ours) : running,
	};
}

/** Entries that stand without a number among others with theirs, with those that the device gives them. */
function withAllNumbers(nodes: readonly ConfigNode[], rule: NumberRule): readonly ConfigNode[] {
	const { gives, numbered, plain, word = '' } = rule;
	if (gives === undefined) return nodes;
	const lists = listsAmong(nodes, rule);
	const highest = new Map<string, number>();
	return nodes.map((node) => {
		const { head = '', rest } = numbered.exec(node.text)?.groups ?? plain.exec(node.text)?.groups ?? {};
		if (rest === undefined || lists.get(head) !== 'numbered') return node;
		const last = highest.get(head) ?? 0;
		const own = /\d+/.exec(node.text.slice(head.length, -rest.length))?.[0];
		const number = own === undefined ? (gives === 'five-more' ? last : last - (last % 5)) + 5 : Number(own);
		highest.set(head, Math.max(last, number));
		return own === undefined ? { ...node, text: `${head}${word}${number} ${rest}` } : node;
	});
}

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
