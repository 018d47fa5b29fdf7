import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import { childrenAt } from '../../config/tree-paths.ts';
import type { DefaultRule } from '../../platform/equivalence-rules.ts';
import type { Side } from '../../sides.ts';
import { gateOfRules } from '../gate-of-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * Whether a line of one side only says what holds on the other side anyway: it states a default, and the other side has no
 * line of that command that says otherwise.
 */
export type StatesDefault = (
	node: ConfigNode,
	place: {
		/** The side that does not have the line. */
		readonly leftOutBy: Side;
		/** What that side has in the section. */
		readonly others: readonly ConfigNode[];
		readonly lineage: readonly string[];
	},
) => boolean;

/**
 * The defaults that hold for two whole configs; nothing is read before the first line asks.
 *
 * @param facts - what says which defaults hold: the two, and what runs where both are files
 */
export function statedDefaults(
	trees: Siblings,
	{ rules, facts }: { readonly rules: readonly DefaultRule[]; readonly facts: Siblings },
): StatesDefault {
	const mayState = gateOf(rules);
	const isKnown = knownThings(trees);
	let valid: readonly DefaultRule[] | null = null;
	const statesDefault: StatesDefault = ({ text, children, body }, { leftOutBy, others, lineage }) => {
		if (body !== null || !mayState(text)) return false;
		valid ??= rules.filter((rule) => holds(rule, facts));
		const inside = { leftOutBy, others: [], lineage: [...lineage, text] };
		return valid.some(
			(rule) =>
				(rule.leftOutBy ?? leftOutBy) === leftOutBy &&
				rule.line.test(text) &&
				holdsIn(lineage, rule) &&
				isKnown(rule, text, { leftOutBy, lineage }) &&
				!others.some((other) => isOfSame(rule.command, rule, [text, other.text])) &&
				(rule.beside === undefined || others.some((other) => isOfSame(rule.beside, rule, [text, other.text]))) &&
				(children.length === 0 || (rule.opens === true && children.every((child) => statesDefault(child, inside)))),
		);
	};
	return statesDefault;
}

/** Whether a side has, in the section around, what a line of the other one is about; read once for every section. */
function knownThings(
	trees: Siblings,
): (
	rule: DefaultRule,
	text: string,
	place: { readonly leftOutBy: Side; readonly lineage: readonly string[] },
) => boolean {
	const bySection = new Map<string, ReadonlySet<string>>();
	return ({ line, of }, text, { leftOutBy, lineage }) => {
		if (of === undefined) return true;
		const around = lineage.slice(0, -1);
		const section = JSON.stringify([of.source, leftOutBy, ...around]);
		const known =
			bySection.get(section) ??
			new Set(childrenAt(trees[leftOutBy], around).map((node) => of.exec(node.text)?.[1] ?? ''));
		bySection.set(section, known);
		return known.has(line.exec(text)?.[1] ?? '');
	};
}

/** Whether a pattern matches another line that is about the same: where both catch what they are about, it has to be one thing. */
function isOfSame(
	pattern: RegExp | undefined,
	{ line }: DefaultRule,
	[text, other]: readonly [text: string, other: string],
): boolean {
	const found = pattern?.exec(other);
	const [, about] = line.exec(text) ?? [];
	if (!found) return false;
	return about === undefined || found[1] === undefined || about === found[1];
}

const gateOf = gateOfRules<DefaultRule>(({ line }) => line);

function holds({ unless, where }: DefaultRule, facts: Siblings): boolean {
	return (unless === undefined || !areSaid(facts, unless)) && (where === undefined || areSaid(facts, where));
}

function areSaid({ intended, running }: Siblings, pattern: RegExp): boolean {
	const says = ({ text }: ConfigNode): boolean => pattern.test(text);
	return [...intended, ...running].some((node) => says(node) || node.children.some(says));
}
