import type { SyntaxStyle } from './syntax.ts';
import type { TextForm } from './text-form.ts';

/** How to get the running-config over NETCONF (RFC 6241). Nothing but this request and `close-session` is ever sent. */
export interface NetconfRules {
	/** What kind of text comes back, as in `RestRules`. */
	readonly yields: SyntaxStyle;
	/** How that text is read, where it is not the command line's. */
	readonly form?: TextForm;
	/**
	 * The operation inside `<rpc>`. It reads what the device runs: never the candidate, which many systems take where
	 * nothing else is said.
	 */
	readonly request: string;
	/**
	 * Path of the element that holds the config, by names without their prefixes: `/rpc-reply/configuration-text`. Where XML is
	 * yielded, that element is the document; where anything else is, its text.
	 */
	readonly text: string;
	/** What switches NETCONF over SSH on, as an administrator would type it. */
	readonly enabledBy: string;
}
