import type { MaskingPattern } from '../masking/pattern.ts';
import type { SeverityRule } from '../severity/severity.ts';
import type { EquivalenceRules } from './equivalence-rules.ts';
import type { NetconfRules } from './netconf-rules.ts';
import type { RemediationRules } from './remediation-rules.ts';
import type { RestRules } from './rest-rules.ts';

/**
 * Everything we know about one network operating system, as data. Adding one is a file in `platforms/`, a line in its
 * registry and a folder of fixtures; what cannot be said here becomes a new kind of rule in the domain.
 */
export interface Platform extends EquivalenceRules {
	/** netmiko's `device_type`: `cisco_ios`. */
	readonly name: string;
	/** What people call it: `Cisco IOS`. */
	readonly title: string;
	/** NAPALM's, Oxidized's and Ansible's names for it. */
	readonly aliases: readonly string[];
	readonly cli: CliRules;
	/** Left out where no API of the system gives the text that its command line shows. */
	readonly rest?: RestRules;
	readonly netconf?: NetconfRules;
	readonly syntax: Syntax;
	readonly completeness: Completeness;
	/**
	 * What the system shows in the place of a part that it leaves out, because the account may not read it or it took too long:
	 * such a config is not whole, however it ends.
	 */
	readonly withheld?: RegExp;
	/**
	 * What the system shows in the place of a secret that the account may not see. Nobody can enter it without
	 * quotes; where it stands so, it equals any secret of the intended config.
	 */
	readonly unseen?: string;
	/** How a secret that was entered in clear is shown in another form. */
	readonly secretForms?: SecretForms;
	/** Volatile lines and secrets. Order matters: the first pattern that drops a line wins. */
	readonly masks: readonly MaskingPattern[];
	/** Sections whose order has a meaning. What no rule names is unordered. */
	readonly order: readonly OrderRule[];
	/** How much commands matter that mean something else here than elsewhere; see DEFAULT_SEVERITIES. */
	readonly severity?: readonly SeverityRule[];
	/** Left out where commands follow from the syntax, or cannot be told. */
	readonly remediation?: RemediationRules;
}

/**
 * The words for the forms of secrets, each with the blank behind it, in lines whose secrets are hidden: `9 ` in
 * `enable secret 9 <secret>`. Who enters a secret in clear need not say one, and is shown one.
 */
export interface SecretForms {
	readonly any: RegExp;
	/** Of those forms whose fingerprint is that of the secret in clear: see `MaskingPattern.decode`. */
	readonly readable: RegExp;
}

/** How to get the running-config through a command line. Only what stands here is ever sent to a device. */
export interface CliRules {
	/** `exec`: one SSH exec request per command, whose end is the exit status. `shell`: typed behind a prompt. */
	readonly channel: 'shell' | 'exec';
	/**
	 * The shape of a prompt, tried on the last line of the login output only to *learn* the prompt; from then on the
	 * learnt text is matched literally. Exec channels do not need one.
	 */
	readonly prompt: RegExp;
	/** How to get to a level that may read the whole config; null where there is no such step. */
	readonly enable: {
		readonly command: string;
		readonly passwordPrompt: RegExp;
		/** A learnt prompt that matches is privileged already. */
		readonly privileged: RegExp;
	} | null;
	/** Session-only commands (pager off, wide terminal): none of them may write to the device's configuration. */
	readonly setup: readonly string[];
	/** Shows the whole running-config, and changes nothing. */
	readonly showRunning: string;
	/** What the device answers to a command that it does not take or may not run. */
	readonly failures: readonly RegExp[];
	/** Pager prompts that may come although the pager was switched off, and the key that turns the page. */
	readonly pager: { readonly prompt: RegExp; readonly answer: string };
	/** Questions at login and their safe answers. */
	readonly questions: readonly { readonly prompt: RegExp; readonly answer: string }[];
	/** Sent before the session is closed; null: closing it is enough. */
	readonly logout: string | null;
}

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

/**
 * Proof that a fetched config is whole. Without it the device is `unknown: incomplete`, never drifted. Where the line that
 * proves it tells the time, `undated` is what a config that is kept says in its place, so that it is the same at every fetch.
 */
export type Completeness =
	/** A config with no line but those that `bare` matches says nothing of the device. */
	| { readonly proof: 'last-line'; readonly pattern: RegExp; readonly bare?: RegExp; readonly undated?: string }
	| { readonly proof: 'balanced-braces'; readonly minLines: number }
	| { readonly proof: 'balanced-blocks'; readonly minLines: number }
	| { readonly proof: 'required-line'; readonly pattern: RegExp; readonly minLines: number; readonly undated?: string }
	/** The document is well-formed and has such a line at its top. */
	| { readonly proof: 'parses'; readonly pattern: RegExp }
	/** The channel's own end (exit status 0, the learnt prompt) is all there is to go by. */
	| { readonly proof: 'channel'; readonly minLines: number };

/**
 * Where order has a meaning. `within` patterns are matched against the *last* parents of the lines in question, so a rule
 * also holds inside a VRF, a logical system or a group.
 *
 * - `children`: the lines directly inside the section are ordered (route-map terms, named ACLs)
 * - `siblings`: lines that match and share the capture groups are ordered among themselves (numbered ACLs at the top level)
 * - `whole-body`: the section's text is one value, indentation and repeats included (XR route-policy). Of a set, what stands
 *   between its commas counts, in any order and on any line; remarks of it say nothing
 *
 * With `where`, the order counts only if a line of either config matches, at the top or one level below: servers are asked
 * in the order of their definitions where no group says another.
 *
 * Entries may say their place by a number, which group 1 of `numbers` catches: the device reads them by it, wherever they
 * stand in the text. A list in which one entry has none is read from top to bottom.
 *
 * They may also say at which place of the list they are put in, which group 1 of `inserts` catches: what stood there before is
 * behind them then, and one without such a number is put at the end. `placing` writes an entry that it
 * matches as the command that puts it at `{place}`: no other one has to go for it.
 *
 * Taking an entry back may take all of them. Then `whole` matches how the list is called in one, which is what is taken back.
 *
 * An entry may be several lines, as `set` lines are: group 1 of `entries` catches what it is called, group 2 what a line of it
 * is about. Entries stand where their first lines do; of the lines of one entry only those about the same thing have an order.
 */
export type OrderRule = { readonly where?: RegExp } & (
	| { readonly kind: 'children'; readonly within: readonly RegExp[]; readonly numbers?: RegExp }
	| {
			readonly kind: 'siblings';
			readonly pattern: RegExp;
			readonly within?: readonly RegExp[];
			readonly numbers?: RegExp;
			readonly inserts?: RegExp;
			readonly placing?: readonly [entry: RegExp, command: string];
			readonly whole?: RegExp;
			readonly entries?: RegExp;
	  }
	| { readonly kind: 'whole-body'; readonly within: readonly RegExp[]; readonly set?: { readonly remark: string } }
);
