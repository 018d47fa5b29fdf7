/**
 * How a platform is brought from one configuration to another, where that does not follow from its syntax (see dialectOf).
 *
 * - `sections`: as its syntax says, but for sections that cannot be taken back
 * - `set-statements`: braces that are changed by `set` and `delete` of whole paths, in a candidate that is committed
 * - `paths`: the same with other words (MD-CLI, NVUE)
 * - `statements`: every line is a command by itself, and a table says what takes it back
 * - `tmsh`: objects in braces that are created, modified and deleted (F5)
 * - `json-patch`: a document that a JSON Patch changes (RFC 6902)
 */
export type RemediationRules =
	| 'set-statements'
	| 'json-patch'
	| 'tmsh'
	| SectionRemediation
	| PathRemediation
	| StatementRemediation;

/** Of systems whose commands are the lines of the configuration: `no` or `undo` takes one back, in its section. */
export interface SectionRemediation {
	readonly kind: 'sections';
	/** Headers of sections that the device always has, or has no command against: only what stands in them is taken back. */
	readonly fixed?: RegExp;
	/**
	 * Commands whose new value takes the place of the old one. An address that is taken back first ends the session in which the
	 * new one would be entered.
	 */
	readonly overwritten?: RegExp;
	/**
	 * Static routes that discard what they get, where the device refuses one beside a route to the same place that leads somewhere:
	 * the old one goes first, then.
	 */
	readonly discards?: RegExp;
	/** Texts that the device adds to where they are entered again: the old one goes first. */
	readonly recreated?: RegExp;
	/** Commands that are taken back in other words than the negation and their text: the first pattern that matches counts. */
	readonly takesBack?: readonly (readonly [pattern: RegExp, command: string])[];
	/** Negations that only a value takes back: `no ip address`, as `ip address` by itself is no command. */
	readonly unset?: RegExp;
	/** What other commands are there with: it goes behind all of them. */
	readonly carries?: RegExp;
	/** Leaves a section. @default 'exit' */
	readonly leave?: string;
	/** A command that takes an interface to another VRF, and lines that go with the old one: they are written again behind it. */
	readonly rebinding?: { readonly within: readonly RegExp[]; readonly command: RegExp; readonly loses: RegExp };
}

/** Of systems whose configuration is a document and whose commands name paths in it (NVUE). */
export interface PathRemediation {
	readonly kind: 'paths';
	/** What stands in front of a path to set it, and to take it back: `nv set `, `nv unset `. */
	readonly set: string;
	readonly unset: string;
	/** How a header or a statement of the configuration is written in a path: `mtu: 9216` is `mtu 9216`. */
	readonly spellings: readonly (readonly [pattern: RegExp, spelled: string])[];
}

/** Of systems whose configuration is a list of commands (RouterOS, Gaia). */
export interface StatementRemediation {
	readonly kind: 'statements';
	/** The first pattern that matches tells what takes a statement back. What none matches is left to people. */
	readonly takesBack: readonly (readonly [pattern: RegExp, command: string])[];
	/** Statements that a new value does not replace: the old one has to be taken back. */
	readonly accumulates: RegExp;
	/**
	 * What is taken back is searched by its words, and everything is found that has them all and more:
	 * `remove [ find chain=input ]` of RouterOS.
	 */
	readonly searches?: true;
}
