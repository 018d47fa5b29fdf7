/**
 * `community {{ snmp_ro }} RO` → `community {{snmp_ro}} RO`: the blanks of a placeholder must not end the word that stands in
 * a secret's place.
 */
export function joinPlaceholderWords(text: string): string {
	if (!text.includes('{{') && !text.includes('<')) return text;
	return text.replaceAll(PLACEHOLDER_OF_WORDS, (placeholder) => placeholder.replaceAll(/\s/g, ''));
}

/** A template's, and what Oxidized writes in place of a secret (`remove_secret` in its models). */
const PLACEHOLDER_OF_WORDS = /\{\{[^{}]*\}\}|<(?:secret (?:hidden|removed)|configuration removed)>/g;

/**
 * A line whose templates are words like any other: where braces open a section or a list, masks do not take them for the
 * beginning of a secret, and quotes end one. Every sign stays in its place.
 *
 * @example
 * // secret {{key("a")}}  //=> secret \u{e001}\u{e001}key(\u{e001}a\u{e001})\u{e001}\u{e001}
 */
export function withoutTemplates(line: string): string {
	if (!line.includes('}')) return line;
	return line.replaceAll(TEMPLATE, (template) => template.replaceAll(/[\s"'{}[\],;<>\\]/g, TEMPLATE_SIGN));
}

/** `{{ snmp_ro }}` of Jinja and its relatives, `${SNMP_RO}` of shells and Terraform. */
const TEMPLATE = /(?:\{\{[^{}]*\}|\$\{[^{}]*)\}/g;

/** In place of the signs: a character of private use. Masks of sentences ask for it, because one that says a placeholder says no secret. */
const TEMPLATE_SIGN = '\u{e001}';
