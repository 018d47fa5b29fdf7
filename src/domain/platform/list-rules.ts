import type { Fact, LineRule } from './fact.ts';

/**
 * A list of values that a device collapses, wraps or sorts as it likes: `vlan 10,20-25` is five lines in an intended config
 * and one on the device. Such lines are compared as sets; what is reported are the values that differ.
 */
export interface ListRule extends Fact {
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
}

/** Values that are tried one after the other, of which one line may hold several: releases differ in how they break them. */
export interface SequenceRule extends LineRule {
	/** Matches a whole statement: lines whose groups `head` and `tail` are equal are one sequence; `values` holds its values. */
	readonly pattern: RegExp;
}

/**
 * Lines and sections that are about several things: `line vty 0 15`, `interface range Gi1/0/1 - 24`. Devices make one section
 * of things that are set alike, or show each by itself, and people write as they like.
 */
export interface RangeRule extends LineRule {
	/** Matches a line about one thing or several: `values` are the things, `head` and `tail` what stands around them. */
	readonly pattern: RegExp;
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
	 * What number an entry gets that stands without one among others with theirs: the last so far and five or ten more (7 → 12,
	 * 7 → 17), or the next multiple of five (7 → 10). Left out: nobody knows, and such an entry stays without.
	 */
	readonly gives?: 'five-more' | 'ten-more' | 'next-multiple-of-five';
	/** What stands in front of a number that the device gives: `seq `. @default '' */
	readonly word?: string;
	readonly source: string;
}
