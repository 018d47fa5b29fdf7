import type { MaskingPattern } from '../masking/pattern.ts';
import type { SeverityRule } from '../severity/severity.ts';
import type { CliRules } from './cli-rules.ts';
import type { EquivalenceRules } from './equivalence-rules.ts';
import type { NetconfRules } from './netconf-rules.ts';
import type { OrderRule } from './order-rules.ts';
import type { RemediationRules } from './remediation-rules.ts';
import type { RestRules } from './rest-rules.ts';
import type { Syntax } from './syntax.ts';

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
