import type { Side } from '../sides.ts';
import type { Fact, LineRule } from './fact.ts';
import type { ListRule, NumberRule, RangeRule, SequenceRule } from './list-rules.ts';
import type { SpellingRule } from './spelling-rules.ts';

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
	/** Commands of one value: of two in one section, a device shows the last; left out: nobody knows of any. */
	readonly overwritten?: OverwrittenRule;
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
 * One line for several, or for one in a section that it names: the device takes it and shows these, or another release does.
 * `route-target both 1:1` is an `import` and an `export`.
 */
export interface ShorthandRule extends LineRule {
	readonly pattern: RegExp;
	/** What is shown, `$1` or `$<rest>` for groups of the pattern. */
	readonly lines: readonly string[];
	/** The header of the section that they stand in, likewise; left out: they stand where the line does. */
	readonly section?: string;
	/** That section stands at the top, and not where the line does. Matches what it says of the same. */
	readonly atTop?: RegExp;
}

/** Patterns whose match is what the values of one command have in common. */
export interface OverwrittenRule {
	/** Of lines that stand in no section. */
	readonly atTop: RegExp;
	readonly inSections: RegExp;
}

/**
 * A command that takes away what was said before, which people write in front of what they say anew: a file is what is left
 * when it is typed from top to bottom.
 */
export interface ClearingRule extends LineRule {
	/** Matches a whole statement. */
	readonly pattern: RegExp;
	/** What it takes away, `$1` for groups of the pattern: a statement, and all that begin with the same words. */
	readonly takes: readonly string[];
	/**
	 * No device shows it. What one may show as a setting (`no ip prefix-list sequence-number`) takes something away only where
	 * some of that follows.
	 */
	readonly neverShown?: true;
	/** Takes away one statement, and nothing that begins with it. */
	readonly exactly?: true;
	/** A line may hold several statements, or several values, of which it takes away one: nobody knows what is left then. */
	readonly maySplit?: true;
}

/** A line that says what is so anyway, which devices leave out and people write: `no shutdown`. */
export interface DefaultRule extends LineRule {
	/** Matches the line that states the default. Group 1, if there is one, catches what it is about. */
	readonly line: RegExp;
	/** The line begins a section, which is left out with all that is in it where that states defaults, too. */
	readonly opens?: true;
	/**
	 * Matches every line of the same command: where the other side has one, the default does not hold there. What its group 1
	 * catches has to be what that of the line does.
	 */
	readonly command: RegExp;
	/** Where either config has such a line, at the top or one level below, the default is another one. */
	readonly unless?: RegExp;
	/** It is the default only where either config has such a line, at the top or one level below. */
	readonly where?: RegExp;
	/**
	 * Matches the lines of the section around that bring in what the default is about, as its group 1: it holds where the other
	 * side has one that catches what group 1 of `line` does.
	 */
	readonly of?: RegExp;
	/**
	 * It is the default only where the side that leaves it out has such a line beside it, in the same section. What its group 1
	 * catches has to be what that of the line does, if there is one.
	 */
	readonly beside?: RegExp;
	/**
	 * The one side that may leave it out, where on the other that would be a change; without it, either may.
	 *
	 * - `intended`: the device shows it as long as it holds, and shows nothing where somebody took it out
	 * - `running`: the device never shows it as long as it is the default; where it does, the default is another one
	 */
	readonly leftOutBy?: Side;
}

/**
 * Ports and terminal lines that a device has whether or not somebody said so. Shown as they came, they say nothing that an
 * intended config would have to say; one that the device lacks is missing all the same.
 */
export interface PortRule extends Fact {
	/** Matches their headers, at the top level. No interface that somebody created: a loopback, a VLAN, a bundle. */
	readonly header: RegExp;
	/** Every line that stands in one that nobody touched, in any order; left out: it is empty. */
	readonly says?: readonly string[];
	/** Matches lines that some models show beside these. */
	readonly mayState?: RegExp;
}
