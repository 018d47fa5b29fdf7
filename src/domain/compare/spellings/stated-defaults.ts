import { matchesLastParents } from '../../config/lineage.ts';
import type { ConfigNode } from '../../config/tree.ts';
import type { DefaultRule } from '../../platform/equivalence-rules.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Siblings } from '../siblings/match-siblings.ts';

/**
 * Whether a line of one side only says what holds on the other side anyway: it states a default, and the other side has no
 * line of that command that says otherwise.
 */
export type StatesDefault = (
	node: ConfigNode,
	place: { readonly others: readonly ConfigNode[]; readonly lineage: readonly string[] },
) => boolean;

/** The defaults that hold for two whole configs; nothing is read before the first line asks. */
export function statedDefaults(trees: Siblings, rules: readonly DefaultRule[] = []): StatesDefault {
	const mayState = gateOf(rules);
	let valid: readonly DefaultRule[] | null = null;
	return ({ text, children, body }, { others, lineage }) => {
		if (children.length > 0 || body !== null || !mayState(text)) return false;
		valid ??= rules.filter((rule) => holds(rule, trees));
		return valid.some(
			({ line, command, within = [] }) =>
				line.test(text) &&
				(within.length === 0 ? lineage.length === 0 : matchesLastParents(lineage, within)) &&
				!others.some((other) => command.test(other.text)),
		);
	};
}

/** Nearly no line states a default: one question tells for all rules. */
function gateOf(rules: readonly DefaultRule[]): (text: string) => boolean {
	const known = gates.get(rules);
	if (known !== undefined) return known;
	const gate = anyOf(rules.map(({ line }) => line));
	gates.set(rules, gate);
	return gate;
}

const gates = new WeakMap<readonly DefaultRule[], (text: string) => boolean>();

function holds({ unless }: DefaultRule, { intended, running }: Siblings): boolean {
	const says = ({ text }: ConfigNode): boolean => unless?.test(text) === true;
	return unless === undefined || ![...intended, ...running].some((node) => says(node) || node.children.some(says));
}
