import { anyOfLinear } from '../masking/linear-pattern.ts';
import { LinearRegExp } from './linear-reg-exp.ts';

/**
 * Asks many patterns at once whether one of them matches: one regular expression answers for most lines, which match none.
 * Exact, and much faster than one question per pattern.
 *
 * Patterns that stand at the start of a line are asked apart from those that may stand anywhere, because the engine then
 * looks there only; and what many of them begin with (`(?:no )?`) is read once for all of them. Those that may stand anywhere are
 * asked apart by what they begin with: the engine passes over what none of one question can begin with, which is hardly
 * anything where words and signs are asked for at once.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
	const linear = patterns.filter((pattern) => pattern instanceof LinearRegExp);
	const native = anyOfNative(patterns.filter((pattern) => !(pattern instanceof LinearRegExp)));
	if (linear.length === 0) return native;
	const ofUsers = anyOfLinear(linear.map(({ source }) => source));
	return (text) => native(text) || ofUsers(text);
}

function anyOfNative(patterns: readonly RegExp[]): (text: string) => boolean {
	const gates = alternationsOf(patterns).map(compiled);
	return (text) => {
		for (const gate of gates) if (gate.test(text)) return true;
		return false;
	};
}

/** As few regular expressions as can be that match a text if one of the patterns does, none of them of a user's. */
export function alternationsOf(patterns: readonly RegExp[]): readonly RegExp[] {
	const groups = Map.groupBy(patterns.map(partsOf), ({ group }) => group);
	return [...groups.values()].map(alternation);
}

/** What of a pattern stands beside others. */
interface Parts {
	readonly pattern: RegExp;
	/** Without the flags that change what a match tells, and not whether there is one. */
	readonly flags: string;
	/** Equal for patterns that are asked together. */
	readonly group: string | RegExp;
	/** The start of the line and the optional words behind it, or the start of a word: asked once for all that share it. */
	readonly lead: string;
	/** What follows; a name of a group may stand only once in a regular expression, so that groups have none. */
	readonly rest: string;
}

function partsOf(pattern: RegExp): Parts {
	const known = parts.get(pattern);
	if (known !== undefined) return known;
	const { source } = pattern;
	const flags = pattern.flags.replaceAll(/[dgy]/g, '');
	const [lead = ''] = /^\^(?:\(\?:[^()]*\)\?(?!\?))*|^\(\?<=\^\|\\s\)|^\(\?:\^\|[^()|]*\)(?![?*+{])/.exec(source) ?? [];
	const place = source.startsWith('^') ? 'start' : `behind ${lead}`;
	const found: Parts = {
		pattern,
		flags,
		group: staysAlone(source) ? pattern : `${place} ${flags}`,
		lead,
		rest: source.slice(lead.length).replaceAll(/\(\?<(?![=!])[^>]+>/g, '(?:'),
	};
	parts.set(pattern, found);
	return found;
}

/** Platforms share many of their patterns. */
const parts = new WeakMap<RegExp, Parts>();

/** A back-reference means another group among others, and an alternative of its own is not bound by the start of the line. */
function staysAlone(source: string): boolean {
	return hasBackReference(source) || hasAlternatives(source);
}

/** Whether a regular expression speaks of what one of its groups matched. */
export function hasBackReference(source: string): boolean {
	return /\\(?:[1-9]|k<)/.test(source);
}

function alternation(patterns: readonly Parts[]): RegExp {
	const byLead = Map.groupBy(patterns, ({ lead }) => lead);
	const alternatives = [...byLead].map(
		([lead, group]) => `${lead}(?:${[...new Set(group.map(({ rest }) => rest))].join('|')})`,
	);
	const [first] = patterns;
	const source = patterns.length === 1 ? (first?.pattern.source ?? '') : anyAlternative(alternatives);
	const flags = first?.flags ?? '';
	const key = `${flags} ${source}`;
	const known = alternations.get(key) ?? new RegExp(source, flags);
	alternations.set(key, known);
	return known;
}

/** All of a group stand at the start of the line, or none does. */
function anyAlternative(alternatives: readonly string[]): string {
	if (!alternatives.every((alternative) => alternative.startsWith('^'))) return alternatives.join('|');
	return `^(?:${alternatives.map((alternative) => alternative.slice(1)).join('|')})`;
}

/** What every platform asks for is there once for all of them. */
const alternations = new Map<string, RegExp>();

/**
 * V8 makes bytecode of a regular expression at its first use, and machine code at the second; of a large one the first
 * takes three times as long as the other. For a text of a thousand characters it begins with machine code
 * (`kTierUpForSubjectLengthValue` in V8's js-regexp.h).
 */
function compiled(pattern: RegExp): RegExp {
	if (!alreadyCompiled.has(pattern)) pattern.test(LONG_TEXT);
	alreadyCompiled.add(pattern);
	return pattern;
}

const alreadyCompiled = new WeakSet<RegExp>();

const LONG_TEXT = ' '.repeat(1_000);

/** Whether there is a `|` outside of all groups and classes. */
function hasAlternatives(source: string): boolean {
	if (!source.includes('|')) return false;
	let depth = 0;
	for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/g)) {
		if (token === '|' && depth === 0) return true;
		if (token === '(') depth += 1;
		if (token === ')') depth -= 1;
	}
	return false;
}
