/**
 * - `indented`: IOS and its relatives, a child is indented deeper than its parent
 * - `braces`: Junos, `name { … }` and `statement;`
 * - `set`: one absolute statement per line
 * - `edit-blocks`: FortiOS, `config … / edit … / next / end`
 * - `paths`: RouterOS, `/ip address` and the lines that belong there below it
 * - `json`, `xml`: a document, read as one line per key or element however its lines are broken
 */
export type SyntaxStyle = 'indented' | 'braces' | 'set' | 'edit-blocks' | 'paths' | 'json' | 'xml';

/** How the texts of a platform are split into lines, sections and blocks. */
export interface Syntax {
	readonly style: SyntaxStyle;
	/** A line that starts with one of these (after its indentation) is a comment: not compared, but still redacted. */
	readonly comments: readonly string[];
	/** What takes a command back: `no `, `undo `, `delete `. */
	readonly negation: string;
	/** Commands are taken in capitals, too, and shown in small letters. */
	readonly takesCapitals?: true;
	/** The word `interface` may be cut short where no other command begins so: `int Gi0/1`. */
	readonly shortInterface?: true;
	/** Lines that only close a section: `exit-address-family`, `end-set`, `!`. They are not compared. */
	readonly closers: readonly RegExp[];
	/** Lines around the config that are not config, and what a device writes into the middle of it: `end`, a log message. */
	readonly frame: readonly RegExp[];
	/** What stands at the end of a line that the device went on with in the next one: `\\` of RouterOS. */
	readonly continuation?: string;
	/** Several statements may stand on one line: `system { host-name a; services { ssh; } }`. */
	readonly inlineBraces?: true;
	/** A section may be written on one line with what is in it, `ntp server 192.0.2.1`, and is shown as a section: IOS XR. */
	readonly oneLiners?: true;
	/** Words in front of a section that are a state of it: `inactive: bgp {`. */
	readonly states?: RegExp;
	/** Names are taken without quotes and shown with them: ProCurve. What is not `indented` is read so anyway. */
	readonly needlessQuotes?: true;
	/** `'a b'` means the same as `"a b"`: VyOS. */
	readonly singleQuotes?: true;
	/** A `set` statement makes the nodes on its path, and each stays when nothing is left in it: VyOS, Junos. */
	readonly keepsNodes?: true;
	/** Matches paths of nodes that can be taken back by themselves, with what is in them; left out: all can. */
	readonly wholeNodes?: RegExp;
	/**
	 * Where braces can be compared with `set` lines: how a statement begins that differs between the two. Group 1 is
	 * what is left of it in both.
	 */
	readonly setPath?: RegExp;
	/** How the entries of a document's lists are told apart. */
	readonly entries?: readonly EntryRule[];
	/** Attributes of an XML document that say who touched an element, and when: they are not a part of the configuration. */
	readonly unsaidAttributes?: readonly string[];
	/** Blocks in which lines are data, whatever they look like. */
	readonly blocks: readonly BlockRule[];
	/** Sections that end with a word, so that what stands in them may begin anywhere. */
	readonly programs?: readonly ProgramRule[];
}

/**
 * A program that a device holds as one text, with what begins and what ends it: `route-policy A` … `end-policy`. Both patterns
 * see lines without their indentation.
 */
export interface ProgramRule {
	readonly start: RegExp;
	readonly end: RegExp;
}

/**
 * An entry of a list in a document is known by one of the values in it: the first key that it has. An entry without a key is
 * known by its place.
 */
export interface EntryRule {
	/** Matches the line that opens the entry: `<user>`. */
	readonly entry: RegExp;
	/** Match a line in the entry: `<name>anna</name>`. */
	readonly keys: readonly RegExp[];
}

/**
 * A multi-line block. The `start` pattern sees the line without its indentation. Everything up to the line that ends the
 * block is body, kept letter for letter.
 *
 * `end` is a pattern for the last line; with `end: 'delimiter'` the block runs to the next occurrence of what the named
 * group `delimiter` of `start` caught (IOS banners). A start line that holds its own end is a block of one line.
 * With `end: 'braces'` it runs to where the braces that the first line opens are closed again (iRules of F5, any Tcl).
 * What the group `punctuation` of `end` catches is no part of the text: the `;` behind a quoted one.
 */
export interface BlockRule {
	readonly id: string;
	readonly start: RegExp;
	readonly end: RegExp | 'delimiter' | 'braces';
	/**
	 * A text or a script, and as a whole no secret. Where its end never comes, it is read as ordinary lines, so that a
	 * forgotten delimiter does not swallow the rest.
	 */
	readonly prose?: true;
	/**
	 * May hold a key. Where its end never comes, it holds all that looks like a part of one, and the rest is read as ordinary
	 * lines. A block that is neither holds all that follows.
	 */
	readonly key?: true;
}
