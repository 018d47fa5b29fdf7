import { anyOfLinear } from '../masking/linear-pattern.ts';
import { oncePer } from '../once-per.ts';
import { headOf } from './head-of.ts';
import { LinearRegExp } from './linear-reg-exp.ts';

/**
 * Asks many patterns at once whether one of them matches: one regular expression answers for most lines, which match none.
 * Exact, and much faster than one question per pattern.
 *
 * Patterns that stand at the start of a line are asked apart from those that may stand anywhere, because the engine then
 * looks there only; and what many of them begin with (`(?:no )?`) is read once for all of them. Those that may stand anywhere are
 * asked apart by what they begin with: the engine passes over what none of one question can begin with, which is hardly
 * anything where words and signs are asked for at once. So is what begins with a blank: a line has many.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
	const linear = patterns.filter((pattern) => pattern instanceof LinearRegExp);
	const others = patterns.filter((pattern) => !(pattern instanceof LinearRegExp));
	const native = anyMatches(inGroups(others, { upTo: ({ rest }) => rest, behind: onceBehind }));
	if (linear.length === 0) return native;
	const ofUsers = anyOfLinear(linear.map(({ source }) => source));
	return (text) => native(text) || ofUsers(text);
}

/**
 * The same as a gate, none of the patterns being a user's: false means that none of them matches, and true that one may. Patterns
 * are read up to what they capture (see `headOf`), which takes about half as long to compile.
 */
export function mayBeAnyOf(patterns: readonly RegExp[]): (text: string) => boolean {
	return anyMatches(inGroups(patterns, { upTo: headIn, behind: onceBehind }));
}

/** As few regular expressions as can be that together match where one of the patterns does, none of which is a user's. */
export function alternationsOf(patterns: readonly RegExp[]): readonly RegExp[] {
	return inGroups(patterns, { upTo: ({ rest }) => rest, behind: (lead, texts) => `${lead}(?:${texts})` });
}

function anyMatches(expressions: readonly RegExp[]): (text: string) => boolean {
	const gates = expressions.map(compiled);
	return (text) => {
		for (const gate of gates) if (gate.test(text)) return true;
		return false;
	};
}

/** How patterns become one regular expression. */
interface Alternation {
	/** How much of a pattern is asked for. */
	upTo(parts: Parts): string;
	/** Texts of which one follows. */
	behind(lead: string, texts: string): string;
}

function inGroups(patterns: readonly RegExp[], how: Alternation): readonly RegExp[] {
	const groups = Map.groupBy(patterns.map(partsOf), ({ group }) => group);
	const expressions = [...groups.values()].map((group) => alternation(group, how));
	// The start of a line is soonest asked about, and a yes spares the others.
	return expressions.toSorted((one, other) => Number(isOfStart(other)) - Number(isOfStart(one)));
}

function isOfStart({ source }: RegExp): boolean {
	return source.startsWith('^');
}

/** What of a pattern stands beside others. */
interface Parts {
	/** Without the flags that change what a match tells, and not whether there is one. */
	readonly flags: string;
	/** Equal for patterns that are asked together. */
	readonly group: string | RegExp;
	/** The start of the line and the optional words behind it, or the start of a word: asked once for all that share it. */
	readonly lead: string;
	/** What follows. */
	readonly rest: string;
}

/** Platforms share many of their patterns. */
const partsOf = oncePer((pattern: RegExp): Parts => {
	const { source } = pattern;
	const flags = pattern.flags.replaceAll(/[dgy]/g, '');
	const alone = staysAlone(source);
	const lead = alone ? '' : (LEAD.exec(source)?.[0] ?? '');
	const place = isOfStart(pattern) ? 'start' : `behind ${source.startsWith(' ') ? 'a blank' : lead}`;
	return { flags, group: alone ? pattern : `${place} ${flags}`, lead, rest: source.slice(lead.length) };
});

const LEAD = /^\^(?:\(\?:[^()]*\)\?(?!\?))*|^\(\?<=\^\|\\s\)|^\(\?:\^\|[^()|]*\)(?![?*+{])/;

const headIn = oncePer(({ group, rest }: Parts) => (typeof group === 'string' ? headOf(rest) : rest));

/** A back-reference means another group among others, and an alternative of its own is not bound by the start of the line. */
function staysAlone(source: string): boolean {
	return hasBackReference(source) || hasAlternatives(source);
}

/** Whether a regular expression speaks of what one of its groups matched. */
export function hasBackReference(source: string): boolean {
	return /\\(?:[1-9]|k<)/.test(source);
}

function alternation(patterns: readonly Parts[], { upTo, behind }: Alternation): RegExp {
	const leads = [...new Set(patterns.map(({ lead }) => lead))];
	const byLead = Map.groupBy(patterns, ({ lead }) => sharedLead(lead, leads));
	const alternatives = [...byLead].map(([lead, group]) => {
		const texts = group.map((of) => of.lead.slice(lead.length) + upTo(of));
		return behind(lead, [...new Set(texts)].join('|'));
	});
	const [{ flags, group } = { flags: '', group: '' }] = patterns;
	const source = typeof group === 'string' ? withoutNames(anyAlternative(alternatives)) : group.source;
	const key = `${flags} ${source}`;
	const known = alternations.get(key) ?? new RegExp(source, flags);
	alternations.set(key, known);
	return known;
}

/** Of `^(?:no )?(?:ap )?` it is `^(?:no )?`, if others begin so: what they share is read once, and not once more for each. */
function sharedLead(lead: string, leads: readonly string[]): string {
	const shared = leads.filter((other) => other.endsWith('?') && lead.startsWith(other));
	return shared.toSorted((one, other) => one.length - other.length)[0] ?? lead;
}

/**
 * Behind optional words V8 compiles what follows once per way to get there, unless it is one look ahead: a large one in half the
 * time. One line takes 2 to 40 ns more for it; in a text the engine would no longer see from the first letters what to pass over.
 */
function onceBehind(lead: string, texts: string): string {
	return lead.endsWith('?') ? `${lead}(?=${texts})` : `${lead}(?:${texts})`;
}

/** A name of a group may stand only once in a regular expression. */
function withoutNames(source: string): string {
	return source.replaceAll(/\(\?<(?![=!])[^>]+>/g, '(?:');
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
export const compiled: (pattern: RegExp) => RegExp = oncePer((pattern) => {
	pattern.test(LONG_TEXT);
	return pattern;
});

const LONG_TEXT = ' '.repeat(1_000);

/** Whether there is a `|` outside of all groups and classes. */
function hasAlternatives(source: string): boolean {
	if (!source.includes('|')) return false;
	let signs = source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|[^\\[()|]+/g, '');
	for (let before = ''; signs !== before; ) {
		before = signs;
		signs = signs.replaceAll(/\([^()]*\)/g, '');
	}
	return signs !== '';
}
