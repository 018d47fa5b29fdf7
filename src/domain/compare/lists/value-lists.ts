import { matchesLastParents } from '../../config/lineage.ts';
import { HIDDEN_SECRET, REMOVED } from '../../masking/fingerprint.ts';
import type { ListRule } from '../../platform/list-rules.ts';
import { gateOfRules } from '../gate-of-rules.ts';
import type { Speller } from '../spellings/spelling.ts';
import { parseValues, type ValueSet } from './value-set.ts';

/** One line of a list. */
export interface ListLine {
	readonly rule: ListRule;
	/** Equal for all lines of one list. */
	readonly key: string;
	readonly head: string;
	readonly tail: string;
	readonly values: ValueSet;
}

/** The line as a part of a list; null where it is none. */
export function listLineOf(
	text: string,
	lineage: readonly string[],
	{ rules, speller = (value) => value }: { readonly rules: readonly ListRule[]; readonly speller?: Speller },
): ListLine | null {
	if (rules.length === 0 || !gateOf(rules)(text)) return null;
	for (const [index, rule] of rules.entries()) {
		const groups = rule.pattern.exec(text)?.groups;
		if (groups === undefined || (rule.within !== undefined && !matchesLastParents(lineage, rule.within))) continue;
		const { head = '', values: written = '', tail = '' } = groups;
		// Values that are hidden cannot be told apart.
		if (rule.ordered?.test(head) || written.includes(HIDDEN_SECRET) || written.includes(REMOVED)) return null;
		const values = parseValues(speller(written), rule.form);
		if (values !== null) return { rule, key: `${index} ${speller(head)}\0${tail}`, head, tail, values };
	}
	return null;
}

const gateOf = gateOfRules<ListRule>(({ pattern }) => pattern);
