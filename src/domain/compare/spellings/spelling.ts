import type { ConfigNode } from '../../config/tree.ts';
import type { SpellingRule } from '../../platform/equivalence-rules.ts';
import type { Platform } from '../../platform/platform.ts';
import { mapInSteps, type Steps } from '../../steps.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Match, Unmatched } from '../siblings/match-siblings.ts';
import { matchTexts } from '../siblings/match-texts.ts';
import { inOwnOrder } from './attributes.ts';
import { withoutOwnNetwork } from './implied-network.ts';
import { bitsOf } from './ipv4-bits.ts';

/** Writes a line as every other line that means the same. */
export type Speller = (text: string) => string;

/** What people write for people: nothing in it is another way to write something. */
const FREE_TEXT = /(?:^|\s)(?:description|remark|comment|name|contact|location) /;

const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** Compiled once per platform. */
const spellers = new WeakMap<Platform, Speller>();

/**
 * Writes a line as every other spelling of it is written: names of interfaces in full, addresses in one form.
 * What people wrote for people stays as it is.
 *
 * @example spellerOf(ciscoIos)('interface gi0/1') //=> 'interface GigabitEthernet0/1'
 */
export function spellerOf(platform: Platform): Speller {
	const known = spellers.get(platform);
	if (known !== undefined) return known;
	const rules = platform.spellings ?? [];
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
	const speller: Speller = (text) => {
		// Nearly every line is written in one way only: what no rule matches, none rewrites.
		const isPlain = !text.includes(':') && !(isIndented && text.includes('  ')) && !mayChange(text);
		if (isPlain || FREE_TEXT.test(said(text))) return text;
		return steps.reduce((spelled, step) => step(spelled), text);
	};
	spellers.set(platform, speller);
	return speller;
}

/** Pairs lines without a partner that are two ways to write one thing; there are none that are written alike. */
export function* matchSpellings(
	{ intended, running, unmatched, leftOver }: Unmatched,
	speller: Speller,
): Steps<readonly Match[]> {
	if (unmatched.length === 0 || leftOver.length === 0) return [];
	let areAsWritten = true;
	const spelled = (node: ConfigNode | undefined): string => {
		const text = node?.text ?? '';
		const spelling = speller(text);
		areAsWritten &&= spelling === text;
		return spelling;
	};
	// To write lines as others are written takes longer than all else.
	const texts = {
		unmatched: yield* mapInSteps(unmatched, (at) => spelled(intended[at])),
		leftOver: yield* mapInSteps(leftOver, (to) => spelled(running[to])),
	};
	return areAsWritten ? [] : yield* matchTexts({ unmatched, leftOver }, texts);
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
		case 'networks':
			return (text) => (pattern.test(text) ? text.replaceAll(WITH_LENGTH, withoutHost) : text);
		case 'sorted':
			return (text) => inAnyOrder(text, pattern);
		case 'as-numbers':
			return (text) => (pattern.test(text) ? text.replaceAll(AS_DOT, withoutDot) : text);
		case 'caseless':
			return (text) => (pattern.test(text) ? text.toLowerCase() : text);
		case 'network':
			return (text) => withoutOwnNetwork(text, pattern);
		case 'attributes':
			return (text) => (pattern.test(text) ? inOwnOrder(text, rule) : text);
	}
}

/**
 * A number for each name that stands behind one of some words, or behind other names and numbers there. Goes from such a word to the
 * next: to split a line and join it again takes several times as long, and every entry of an access list would be.
 */
function portNumbersStep({ pattern, behind, values }: PortRule): Speller {
	const inFront = new RegExp(`(?:^| )(?:${[...behind].join('|')}) `, 'g');
	return (text) => {
		if (!pattern.test(text)) return text;
		let spelled = '';
		let done = 0;
		inFront.lastIndex = 0;
		while (inFront.test(text)) {
			for (let start = inFront.lastIndex, isPort = true; isPort; ) {
				const blank = text.indexOf(' ', start);
				const end = blank === -1 ? text.length : blank;
				const word = text.slice(start, end);
				const value = Object.hasOwn(values, word) ? values[word] : undefined;
				if (value !== undefined) {
					spelled += text.slice(done, start) + value;
					done = end;
				}
				isPort = blank !== -1 && (value !== undefined || behind.has(word) || /^\d+$/.test(word));
				inFront.lastIndex = end;
				start = end + 1;
			}
		}
		return done === 0 ? text : spelled + text.slice(done);
	};
}

type PortRule = SpellingRule & { readonly kind: 'ports' };

const IPV4 = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';
const ADDRESS_AND_MASK = new RegExp(`(?<=^|\\s)(${IPV4}) (${IPV4})(?=\\s|$)`, 'g');

const MASK_BEHIND_SLASH = new RegExp(`(?<=(?:^|\\s)${IPV4})/(?=${IPV4}(?:\\s|$))`, 'g');

function withLengths(text: string): string {
	return text
		.replaceAll(MASK_BEHIND_SLASH, ' ')
		.replaceAll(ADDRESS_AND_MASK, withPrefixLength)
		.replace(FIRST_ADDRESS, (whole: string, address: string, length?: string) =>
			length === undefined ? whole : `${address}/${length}`,
		);
}

/** What stands behind an address further on is no length: `10.0.0.0/8 192.0.2.1 20` ends with the distance of a route. */
const FIRST_ADDRESS = new RegExp(`(?<=^|\\s)(${IPV4})(?: (3[0-2]|[12]?\\d))?(?=[\\s/]|$)`);

const WITH_LENGTH = new RegExp(`(?<=^|\\s)(${IPV4})/(3[0-2]|[12]?\\d)(?=\\s|$)`, 'g');

function withoutHost(_: string, address: string, length: string): string {
	// Shifting by 32 shifts by nothing.
	const hostBits = length === '0' ? -1 : 2 ** (32 - Number(length)) - 1;
	return `${networkOf(address, hostBits)}/${length}`;
}

/** Two numbers of 16 bits. What is smaller than 65536 has no dot (RFC 5396, asdot). */
const AS_DOT = /(?<=\s)([1-9]\d{0,4})\.(\d{1,5})(?=[\s:]|$)/g;

function withoutDot(whole: string, high: string, low: string): string {
	return Math.max(Number(high), Number(low)) > 0xffff ? whole : `${Number(high) * 0x1_0000 + Number(low)}`;
}

function inAnyOrder(text: string, pattern: RegExp): string {
	const { head = '', values, tail = '' } = pattern.exec(text)?.groups ?? {};
	return values === undefined ? text : head + values.split(' ').toSorted().join(' ') + tail;
}

function withPrefixLength(whole: string, address: string, mask: string): string {
	const bits = bitsOf(mask);
	return bits === null ? whole : withLength(whole, address, ~bits);
}

const HOST = new RegExp(`(?<=^|\\s)host (${IPV4})(?=\\s|$)`, 'g');

function withoutWildcards(text: string): string {
	const hosts = text.includes('host ') ? text.replaceAll(HOST, '$1/32') : text;
	const lengths = hosts.replaceAll(ADDRESS_AND_MASK, (whole, address: string, wildcard: string) => {
		const bits = bitsOf(wildcard);
		return bits === null ? whole : withLength(whole, networkOf(address, bits), bits);
	});
	return lengths.includes('/0') ? lengths.replaceAll(ALL_ADDRESSES, 'any') : lengths;
}

const ALL_ADDRESSES = /(?<= )0\.0\.0\.0\/0(?= |$)/g;

/** @param hostBits - the bits that a mask leaves free; it is none where they are not all zeros and then all ones */
function withLength(whole: string, address: string, hostBits: number): string {
	return (hostBits & (hostBits + 1)) === 0 ? `${address}/${Math.clz32(hostBits)}` : whole;
}

/** What is left of an address under a wildcard: which host of the network it names says nothing. */
function networkOf(address: string, hostBits: number): string {
	const bits = (bitsOf(address) ?? 0) & ~hostBits;
	return hostBits === 0 ? address : [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

/** Addresses of IPv6 as RFC 5952 writes them. A MAC address, a clock and a BGP community have other numbers of groups. */
function withShortAddresses(text: string): string {
	return text.includes(':') ? text.replaceAll(IPV6, shortened) : text;
}

/** `00:1C:73:AA:BB:CC` and `001C.73AA.BBCC` are one address: 48 bits, however they are grouped. */
function withPlainMacs(text: string): string {
	if (!PART_OF_MAC.test(text)) return text;
	return text.replaceAll(MAC, (address) => address.replaceAll(/[.:-]/g, '').toLowerCase());
}

const MAC = /(?<=^|\s)(?:[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(?:[.-][0-9A-Fa-f]{4}){2})(?=\s|$)/g;

/** Found, or not, in a fraction of the time: a line has many places where a word begins, and few with such a group. */
const PART_OF_MAC = /[:-][0-9A-Fa-f]{2}[:-]|[.-][0-9A-Fa-f]{4}[.-]/;

const IPV6 = /(?<=^|[\s[(=])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?=$|[\s/\]);])/g;

function shortened(address: string): string {
	const parts = address.split('::');
	if (parts.length > 2) return address;
	const groupsOf = (part = ''): readonly string[] => (part === '' ? [] : part.split(':'));
	const [head, tail] = [groupsOf(parts[0]), groupsOf(parts[1])];
	const gap = parts.length === 1 ? 0 : 8 - head.length - tail.length;
	const groups = [...head, ...Array<string>(Math.max(gap, 0)).fill('0'), ...tail];
	if (groups.length !== 8 || groups.includes('')) return address;
	return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
