import type { Side } from '../sides.ts';
/** What two texts may say otherwise and mean alike, on one platform. All of it is about lines of the command line. */
export interface EquivalenceRules {
	/** Lists that are compared as sets. Where order counts, `order` wins. */
	readonly lists?: readonly ListRule[];
	/** Lines that stand for others. */
	readonly shorthands?: readonly ShorthandRule[];
	/** Lines and sections that are about several things. */
	readonly ranges?: readonly RangeRule[];
	/** Ordered values that may share a line. */
	readonly sequences?: readonly SequenceRule[];
	/** Commands of a file that take away what stands above them; the negation of a line that follows is known everywhere. */
	readonly clearing?: readonly ClearingRule[];
	/** Lists whose entries may be written without their numbers. */
	readonly numbers?: readonly NumberRule[];
	/** Lines that say what is so anyway. */
	readonly defaults?: readonly DefaultRule[];
	/** Ports that the device shows although nobody touched them. */
	readonly ports?: readonly PortRule[];
	/** Two ways to write one thing; addresses of IPv6 are known to be equal on every platform. */
	readonly spellings?: readonly SpellingRule[];
}

/**
 * A list of values that a device collapses, wraps or sorts as it likes: `vlan 10,20-25` is five lines in an intended config
 * and one on the device. Such lines are compared as sets; what is reported are the values that differ.
 */
export interface ListRule {
	/**
	 * Matches a whole statement. Lines of one section whose groups `head` and `tail` are equal are one list; `values` holds
	 * what is in it. A word between the two that only says that the list goes on (`add`) belongs to no group.
	 */
	readonly pattern: RegExp;
	/** Matched against the last parents; left out: anywhere. */
	readonly within?: readonly RegExp[];
	/** Values that are in the list whether or not they stand there: VLAN 1. */
	readonly always?: string;
	/** Matches the `head` of lists whose order counts after all: their values are tried one after the other. */
	readonly ordered?: RegExp;
	/**
	 * How values are written: `ranges` with commas (`1,3-5`), `ranges-to` with blanks (`1 3 to 5`), `words`, or `brackets`
	 * (`[ a b ]`, where a single value stands without them).
	 */
	readonly form: 'ranges' | 'ranges-to' | 'words' | 'brackets';
	/**
	 * What writing the command again does: `adds` to what is there, and its negation takes away exactly the values that it
	 * names; or it `replaces` the list, which is then changed with the keywords `add` and `remove` (`keywords`) or written
	 * as a whole.
	 */
	readonly writing: 'adds' | 'keywords' | 'replaces';
	/** Where the fact comes from: a manual, a device's output, an issue. */
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/**
 * Entries of a list that may be written without their numbers: the device numbers them in their order. Where one side has
 * numbers and the other has none, only the order counts.
 */
export interface NumberRule {
	/** Matches an entry with its number: `head` names the list, `rest` is the entry. */
	readonly numbered: RegExp;
	/** Matches an entry without: the same groups. */
	readonly plain: RegExp;
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
	/**
	 * What number an entry gets that stands without one among others with theirs: the last so far and five more (7 → 12), or the
	 * next multiple of five (7 → 10). Left out: nobody knows, and such an entry stays without.
	 */
	readonly gives?: 'five-more' | 'next-multiple-of-five';
	/** What stands in front of a number that the device gives: `seq `. @default '' */
	readonly word?: string;
	readonly source: string;
}

/**
 * One line for several, or for one in a section that it names: the device takes it and shows these, or another release does.
 * `route-target both 1:1` is an `import` and an `export`.
 */
export interface ShorthandRule {
	readonly pattern: RegExp;
	/** What is shown, `$1` or `$<rest>` for groups of the pattern. */
	readonly lines: readonly string[];
	/** The header of the section that they stand in, likewise; left out: they stand where the line does. */
	readonly section?: string;
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/**
 * Lines and sections that are about several things: `line vty 0 15`, `interface range Gi1/0/1 - 24`. Devices make one section
 * of things that are set alike, or show each by itself, and people write as they like.
 */
export interface RangeRule {
	/** Matches a line about one thing or several: `values` are the things, `head` and `tail` what stands around them. */
	readonly pattern: RegExp;
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
	/**
	 * `ranges`: `Gi1/0/1 - 4, Te1/1/1`, and what has no word of its own goes on with that of the one before; `ranges-to`:
	 * `gigabitethernet 1/0/1 to gigabitethernet 1/0/4 vlan-interface 2`, in any case; `first-last`: `0 4`, two numbers with a
	 * blank between them.
	 */
	readonly form: 'ranges' | 'ranges-to' | 'first-last';
	/** What stands in front of several things, and not of one: `range `. It belongs to none of the groups. */
	readonly several?: string;
	/** @default '-' */
	readonly dash?: string;
	/** The last of them is written with the numbers of its slot, too: `1/1/1-1/1/4`. */
	readonly wholeEnd?: true;
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/** Values that are tried one after the other, of which one line may hold several: releases differ in how they break them. */
export interface SequenceRule {
	/** Matches a whole statement: lines whose groups `head` and `tail` are equal are one sequence; `values` holds its values. */
	readonly pattern: RegExp;
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/**
 * A command that takes away what was said before, which people write in front of what they say anew: a file is what is left
 * when it is typed from top to bottom.
 */
export interface ClearingRule {
	/** Matches a whole statement. */
	readonly pattern: RegExp;
	/** What it takes away, `$1` for groups of the pattern: a statement, and all that begin with the same words. */
	readonly takes: readonly string[];
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
	/**
	 * No device shows it. What one may show as a setting (`no ip prefix-list sequence-number`) takes something away only where
	 * some of that follows.
	 */
	readonly neverShown?: true;
	/** Takes away one statement, and nothing that begins with it. */
	readonly exactly?: true;
	/** A line may hold several statements, or several values, of which it takes away one: nobody knows what is left then. */
	readonly maySplit?: true;
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/** A line that says what is so anyway, which devices leave out and people write: `no shutdown`. */
export interface DefaultRule {
	/** Matches the line that states the default. Group 1, if there is one, catches what it is about. */
	readonly line: RegExp;
	/**
	 * Matches every line of the same command: where the other side has one, the default does not hold there. What its group 1
	 * catches has to be what that of the line does.
	 */
	readonly command: RegExp;
	/** Matched against the last parents; left out: the top level. */
	readonly within?: readonly RegExp[];
	/** Where either config has such a line, at the top or one level below, the default is another one. */
	readonly unless?: RegExp;
	/**
	 * Matches the lines of the section around that bring in what the default is about, as its group 1: it holds where the other
	 * side has one that catches what group 1 of `line` does.
	 */
	readonly of?: RegExp;
	/**
	 * The one side that may leave it out, where on the other that would be a change; without it, either may.
	 *
	 * - `intended`: the device shows it as long as it holds, and shows nothing where somebody took it out
	 * - `running`: the device never shows it as long as it is the default; where it does, the default is another one
	 */
	readonly leftOutBy?: Side;
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/**
 * Ports and terminal lines that a device has whether or not somebody said so. Shown as they came, they say nothing that an
 * intended config would have to say; one that the device lacks is missing all the same.
 */
export interface PortRule {
	/** Matches their headers, at the top level. No interface that somebody created: a loopback, a VLAN, a bundle. */
	readonly header: RegExp;
	/** Every line that stands in one that nobody touched, in any order; left out: it is empty. */
	readonly says?: readonly string[];
	/** Matches lines that some models show beside these. */
	readonly mayState?: RegExp;
	readonly source: string;
	readonly matches: readonly string[];
	readonly spares: readonly string[];
}

/**
 * Two ways to write one thing, of which a device shows one.
 *
 * - `words`: what `pattern` matches is written as `spelled` (`$1` for its groups)
 * - `names`: what `pattern` matches is written as `values` say, where it stands there: `www` as `80`
 * - `ports`: in lines that match, numbers and names behind the words `behind` are written as `values` say: `eq www 443` as `eq 80 443`
 * - `netmask`: in lines that match, `192.0.2.1 255.255.255.0`, `192.0.2.1/255.255.255.0` and `192.0.2.1 24` are `192.0.2.1/24`
 * - `wildcard`: in lines that match, `192.0.2.0 0.0.0.255` and `192.0.2.9 0.0.0.255` are `192.0.2.0/24`, `host 192.0.2.1` is
 *   `192.0.2.1/32`, and all addresses are `any`
 * - `networks`: in lines that match, `192.0.2.9/24` is `192.0.2.0/24`: which host of the network it names says nothing
 * - `sorted`: the words that `pattern` catches as `values`, between its groups `head` and `tail`, may stand in any order
 * - `options`: the same, and behind a word that `valued` matches stands its value: `key 1 prefer` is `prefer key 1`
 * - `as-numbers`: in lines that match, the AS number `1.10` is `65546` (RFC 5396), also in front of a colon
 * - `caseless`: lines that match are read without regard to case
 * - `attributes`: in lines that match, words `name=value` may stand in any order, and so may the values behind commas of those
 *   that `sets` matches; those in `unsaid` say what is so anyway
 * - `network`: what `pattern` catches as `said` need not be said where `network` is that of `address` and `length`, its other groups
 *
 * With `within`, a rule holds below these last parents only, else anywhere. Free text (descriptions, remarks) is never read
 * otherwise than it stands there.
 */
export type SpellingRule = { readonly source: string; readonly within?: readonly RegExp[] } & (
	| { readonly kind: 'words'; readonly pattern: RegExp; readonly spelled: string }
	| { readonly kind: 'names'; readonly pattern: RegExp; readonly values: Readonly<Record<string, string>> }
	| {
			readonly kind: 'ports';
			readonly pattern: RegExp;
			readonly behind: ReadonlySet<string>;
			readonly values: Readonly<Record<string, string>>;
	  }
	| {
			readonly kind: 'netmask' | 'wildcard' | 'networks' | 'as-numbers' | 'caseless';
			readonly pattern: RegExp;
	  }
	| { readonly kind: 'network'; readonly pattern: RegExp }
	| { readonly kind: 'sorted'; readonly pattern: RegExp }
	| { readonly kind: 'options'; readonly pattern: RegExp; readonly valued: RegExp }
	| {
			readonly kind: 'attributes';
			readonly pattern: RegExp;
			readonly sets?: RegExp;
			readonly unsaid?: readonly string[];
	  }
);
