import type { ReversibleForm } from './decode-secret.ts';

/**
 * - `volatile`: changes without anybody changing it (a clock, a counter); gone from the compare
 * - `secret`: replaced by a keyed fingerprint, so that a changed secret is drift and nobody sees it
 * - `volatile-secret`: re-encrypted each time it is shown; replaced by `<secret>`, never drift
 */
export const MASK_KINDS = ['volatile', 'secret', 'volatile-secret'] as const;

/** What a mask does with what it finds: see `MASK_KINDS`. */
export type MaskKind = (typeof MASK_KINDS)[number];

/**
 * One rule of what is not a change, or must not be seen.
 *
 * The pattern sees one line without its indentation and without trailing white space. With `action: 'replace'` only its
 * named groups are replaced (`secret`, `secret2`… or `volatile`, `volatile2`…), so the rest of the line stays comparable;
 * such a pattern carries the `d` flag.
 *
 * @example
 * { id: 'secret/ios-username', platform: 'cisco_ios', kind: 'secret', action: 'replace',
 *   pattern: /^username \S+ (?:.+ )?(?:password|secret) (?:\d )?(?<secret>\S+)/d, … }
 * // username anna secret 9 $9$abc  //=> username anna secret 9 <secret:1f3a9c>
 */
export interface MaskingPattern {
	/** `kind/what`, unique over all platforms: `volatile/ios-config-size`. */
	readonly id: string;
	/** A platform's name, or `*` for every platform. */
	readonly platform: string;
	readonly kind: MaskKind;
	readonly pattern: LinePattern;
	readonly action: 'drop-line' | 'replace';
	/**
	 * `line` (the default) masks the line that matches. `block` matches the first line of a multi-line block and masks the
	 * block's whole body: a certificate, a key.
	 */
	readonly scope?: 'line' | 'block';
	/** Only inside this section: matched against the last parents of the line, outermost first. */
	readonly within?: readonly LinePattern[];
	/**
	 * A volatile one takes lines of texts, too: a banner, a script. What a device writes around its config never stands in what
	 * somebody wrote; a message that it writes while it shows that may, and so may what users mean.
	 */
	readonly inTexts?: true;
	/**
	 * Knows what people say of a secret. In what they wrote for people, a comment or a banner, it is asked before all others: a mask
	 * of commands would take the `is` of `password is …` for the secret, and the secret would stand there.
	 */
	readonly ofSentences?: true;
	/**
	 * Of a section that is dropped: an entry stays, with the header of the section, if a line in it matches. Somebody made it,
	 * among others that the device keeps by itself.
	 */
	readonly keeping?: LinePattern;
	/** Named groups of the pattern that are not values to replace are kept as metadata of the report. */
	readonly surface?: 'metadata';
	/** Secrets that may stand in a reversible form are decoded before they are fingerprinted; other text is taken as it is. */
	readonly decode?: ReversibleForm;
	/** Why it is not a change, with the source of the fact. */
	readonly reason: string;
	/** Lines it must match; tested. At least one for a built-in pattern. */
	readonly matches: readonly string[];
	/** Look-alikes it must leave alone; tested. At least one for a built-in pattern. */
	readonly spares: readonly string[];
}

/** What a mask needs of a regular expression: native for built-ins, a linear-time engine for what users write. */
export interface LinePattern {
	readonly source: string;
	exec(line: string): LineMatch | null;
	test(line: string): boolean;
}

/** The part of RegExpExecArray that masking reads; `indices` is there when the pattern has the `d` flag. */
export interface LineMatch {
	readonly groups?: Readonly<Record<string, string | undefined>> | undefined;
	readonly indices?:
		| { readonly groups?: Readonly<Record<string, readonly [number, number] | undefined>> | undefined }
		| undefined;
}
