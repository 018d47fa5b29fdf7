import { LinearRegExp } from './linear-reg-exp.ts';
import { anyOfLinear } from './masking/linear-pattern.ts';

/**
 * Asks many patterns at once whether one of them matches: one regular expression answers for most lines, which match none.
 * Exact, and much faster than one question per pattern.
 *
 * Patterns that stand at the start of a line are asked apart from those that may stand anywhere, because the engine then
 * looks there only; and what many of them begin with (`(?:no )?`) is read once for all of them.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
	const linear = patterns.filter((pattern) => pattern instanceof LinearRegExp);
	const native = anyOfNative(patterns.filter((pattern) => !(pattern instanceof LinearRegExp)));
	if (linear.length === 0) return native;
	const ofUsers = anyOfLinear(linear.map(({ source }) => source));
	return (text) => native(text) || ofUsers(text);
}

function anyOfNative(patterns: readonly RegExp[]): (text: string) => boolean {
	const groups = Map.groupBy(patterns, (pattern) => (staysAlone(pattern) ? pattern : groupOf(pattern)));
	const gates = [...groups.values()].map(alternation);
	return (text) => {
		for (const gate of gates) if (gate.test(text)) return true;
		return false;
	};
}

/** A back-reference means another group among others, and an alternative of its own is not bound by the start of the line. */
function staysAlone({ source }: RegExp): boolean {
	return /\\(?:[1-9]|k<)/.test(source) || hasAlternatives(source);
}

function groupOf({ source, flags }: RegExp): string {
	return `${source.startsWith('^') ? 'start' : 'anywhere'} ${comparable(flags)}`;
}

function alternation(patterns: readonly RegExp[]): RegExp {
	const byLead = Map.groupBy(patterns, ({ source }) => leadOf(source));
	const alternatives = [...byLead].map(([lead, group]) => {
		const rests = group.map(({ source }) => withoutGroupNames(source.slice(lead.length)));
		return `${lead}(?:${rests.join('|')})`;
	});
	const [first] = patterns;
	const isOne = patterns.length === 1;
	return new RegExp(isOne ? (first?.source ?? '') : alternatives.join('|'), comparable(first?.flags ?? ''));
}

/** The start of the line and the optional words behind it, or the start of a word. */
function leadOf(source: string): string {
	return /^\^(?:\(\?:[^()]*\)\?)*|^\(\?<=\^\|\\s\)/.exec(source)?.[0] ?? '';
}

/** Whether there is a `|` outside of all groups and classes. */
function hasAlternatives(source: string): boolean {
	let rest = source.replaceAll(/\\./g, '').replaceAll(/\[[^\]]*\]/g, '');
	for (let before = ''; before !== rest; ) {
		before = rest;
		rest = rest.replaceAll(/\([^()]*\)/g, '');
	}
	return rest.includes('|');
}

/** Without the flags that change what a match tells, and not whether there is one. */
function comparable(flags: string): string {
	return flags.replaceAll(/[dgy]/g, '');
}

/** A name may stand only once in a regular expression. */
function withoutGroupNames(source: string): string {
	return source.replaceAll(/\(\?<(?![=!])[^>]+>/g, '(?:');
}
