import { matchesLastParents } from '../../config/lineage.ts';
import type { Platform } from '../../platform/platform.ts';
import type { SpellingRule } from '../../platform/spelling-rules.ts';
import { anyOf } from '../../text/any-of.ts';
import { withLengths, withoutFreeBits, withoutHosts, withoutWildcards } from './address-lengths.ts';
import { inOwnOrder } from './attributes.ts';
import { withoutOwnNetwork } from './implied-network.ts';
import { inAnyOrder } from './in-any-order.ts';
import { portNumbersStep } from './port-numbers.ts';
import { PART_OF_MAC, withPlainMacs, withShortAddresses } from './short-addresses.ts';

/** Writes a line as every other line that means the same. */
export type Speller = (text: string) => string;

/**
 * What people write for people: nothing in it is another way to write something. A name that is a number was given by a device.
 */
const FREE_TEXT = /(?:^|\s)(?:(?:description|remark|comment|contact|location) |name (?!"?\d+"?(?: |$)))/;

const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/**
 * What is known of a platform: the rules that hold in some sections only, and a speller for each set of them that was asked for.
 */
interface Spellers {
	readonly bound: readonly SpellingRule[];
	readonly compiled: Map<string, Speller>;
}

const spellers = new WeakMap<Platform, Spellers>();

/**
 * Writes a line as every other spelling of it is written: names of interfaces in full, addresses in one form.
 * What people wrote for people stays as it is.
 *
 * @param lineage - the section of the lines; left out: none, and rules of sections do not hold
 *
 * @example spellerOf(ciscoIos)('interface gi0/1') //=> 'interface GigabitEthernet0/1'
 */
export function spellerOf(platform: Platform, lineage: readonly string[] = []): Speller {
	const known = spellers.get(platform) ?? { bound: (platform.spellings ?? []).filter(isBound), compiled: new Map() };
	spellers.set(platform, known);
	const holds = ({ within = [] }: SpellingRule): boolean => within.length === 0 || matchesLastParents(lineage, within);
	const key = known.bound.map((rule) => (holds(rule) ? '+' : '-')).join('');
	const compiled = known.compiled.get(key) ?? compile(platform, (platform.spellings ?? []).filter(holds));
	known.compiled.set(key, compiled);
	return compiled;
}

/** A line is asked for several times while a section is read, and to spell it takes longer than to find it again. */
export function remembering(speller: Speller): Speller {
	const spelled = new Map<string, string>();
	return (text) => {
		const known = spelled.get(text);
		if (known !== undefined) return known;
		const fresh = speller(text);
		spelled.set(text, fresh);
		return fresh;
	};
}

function isBound({ within }: SpellingRule): boolean {
	return within !== undefined;
}

function compile(platform: Platform, rules: readonly SpellingRule[]): Speller {
	const others = rules.findIndex(({ kind }) => kind !== 'words');
	const words = others === -1 ? rules : rules.slice(0, others);
	const isIndented = platform.syntax.style === 'indented';
	const blanks = isIndented ? [withSingleBlanks] : [];
	const steps = [
		...blanks,
		withShortAddresses,
		withPlainMacs,
		// Names of interfaces may stand anywhere, commands at the start: few lines have both.
		wordsStep(words.filter((rule) => !isOfCommand(rule))),
		wordsStep(words.filter(isOfCommand)),
		...rules.slice(words.length).map(stepOf),
	];
	const mayChange = anyOf([...rules.map(({ pattern }) => pattern), PART_OF_MAC]);
	// Behind `name=` a text stands in quotes, and its words say nothing of the line.
	const said: Speller = platform.syntax.style === 'paths' ? (text) => text.replaceAll(QUOTED, '') : (text) => text;
	return (text) => {
		// Nearly every line is written in one way only: what no rule matches, none rewrites.
		const isPlain = !text.includes(':') && !(isIndented && text.includes('  ')) && !mayChange(text);
		if (isPlain || FREE_TEXT.test(said(text))) return text;
		return steps.reduce((spelled, step) => step(spelled), text);
	};
}

/** Command lines read words: IOS shows `deny   ip any any`, NX-OS `password 5 …  role …`. What is quoted is a text. */
function withSingleBlanks(text: string): string {
	return text.includes('  ') && !text.includes('"') ? text.replaceAll(/ {2,}/g, ' ') : text;
}

function isOfCommand({ pattern }: SpellingRule): boolean {
	return pattern.source.startsWith('^');
}

/** A dozen rules each: a line is asked once whether one of them rewrites it. */
function wordsStep(rules: readonly SpellingRule[]): Speller {
	const mayChange = anyOf(rules.map(({ pattern }) => pattern));
	const steps = rules.map(stepOf);
	return (text) => (mayChange(text) ? steps.reduce((spelled, step) => step(spelled), text) : text);
}

function stepOf(rule: SpellingRule): Speller {
	const { pattern } = rule;
	switch (rule.kind) {
		case 'words':
			return (text) => text.replace(pattern, rule.spelled);
		case 'names':
			return (text) =>
				text.replace(pattern, (name) => (Object.hasOwn(rule.values, name) ? rule.values[name] : undefined) ?? name);
		case 'ports':
			return portNumbersStep(rule);
		case 'netmask':
			return (text) => (pattern.test(text) ? withLengths(text) : text);
		case 'wildcard':
			return (text) => (pattern.test(text) ? withoutWildcards(text) : text);
		case 'free-bits':
			return (text) => (pattern.test(text) ? withoutFreeBits(text) : text);
		case 'networks':
			return (text) => (pattern.test(text) ? withoutHosts(text) : text);
		case 'sorted':
			return (text) => inAnyOrder(text, rule);
		case 'as-numbers':
			return (text) => (pattern.test(text) ? text.replaceAll(AS_DOT, withoutDot) : text);
		case 'caseless':
			return (text) => (pattern.test(text) ? text.toLowerCase() : text);
		case 'implied-network':
			return (text) => withoutOwnNetwork(text, pattern);
		case 'attributes':
			return (text) => (pattern.test(text) ? inOwnOrder(text, rule) : text);
	}
}

/** Two numbers of 16 bits. What is smaller than 65536 has no dot (RFC 5396, asdot). */
const AS_DOT = /(?<=\s)([1-9]\d{0,4})\.(\d{1,5})(?=[\s:]|$)/g;

function withoutDot(whole: string, high: string, low: string): string {
	return Math.max(Number(high), Number(low)) > 0xffff ? whole : `${Number(high) * 0x1_0000 + Number(low)}`;
}
