import { anyOf } from '../text/any-of.ts';

type Gate = (text: string) => boolean;

/**
 * Nearly no line is one that a platform's rules are about, so one question tells for all of them. It is compiled once per list of
 * rules.
 *
 * @param patternOf - matches every line that a rule is about
 */
export function gateOfRules<Rule>(patternOf: (rule: Rule) => RegExp): (rules: readonly Rule[]) => Gate {
	const gates = new WeakMap<readonly Rule[], Gate>();
	return (rules) => {
		const known = gates.get(rules);
		if (known !== undefined) return known;
		const gate = anyOf(rules.map(patternOf));
		gates.set(rules, gate);
		return gate;
	};
}
