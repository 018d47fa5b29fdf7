import { oncePer } from '../once-per.ts';
import { anyOf } from '../text/any-of.ts';

/**
 * Nearly no line is one that a platform's rules are about, so one question tells for all of them. It is compiled once per list of
 * rules.
 *
 * @param patternOf - matches every line that a rule is about
 */
export function gateOfRules<Rule>(
	patternOf: (rule: Rule) => RegExp,
): (rules: readonly Rule[]) => (text: string) => boolean {
	return oncePer((rules) => anyOf(rules.map(patternOf)));
}
