import { createHmac } from 'node:crypto';
import type { SyntaxStyle } from '../platform/syntax.ts';

/** What stands in place of a secret that must not be compared: re-encrypted at every show, or a placeholder. */
export const HIDDEN_SECRET = '<secret>';

/**
 * What stands in place of a secret that the device does not show to the account: it equals any secret of the intended config.
 * Written like a fingerprint, and never one.
 */
export const UNSEEN_SECRET = '<secret:000000>';

/** How a masked secret is written, as a part of patterns; a hidden one has no fingerprint. */
export const SECRET_FORM = '<secret(?::[0-9a-f]{6})?>';

/** Finds every masked secret in a line; splitting by it gives what stands between. */
export const MASKED_SECRET = new RegExp(SECRET_FORM, 'g');

const ONE_SECRET = new RegExp(`^${SECRET_FORM}$`);

/** Whether a text is a masked secret and nothing else. */
export function isMaskedSecret(text: string): boolean {
	return ONE_SECRET.test(text);
}

/**
 * A keyed fingerprint: equal secrets give equal text under one key, and without the key nobody can try passwords
 * against it. Six digits tell two secrets apart in all but one of 16 million cases.
 *
 * @example fingerprint('s3cret', key) //=> '<secret:1f3a9c>'
 */
export function fingerprint(secret: string, key: string): string {
	const hidden = `<secret:${createHmac('sha256', key).update(secret).digest('hex').slice(0, 6)}>`;
	return hidden === UNSEEN_SECRET ? '<secret:000001>' : hidden;
}

/**
 * What a key is called where its fingerprints are kept, so that nobody compares those of two keys.
 *
 * @example keyId('a key') //=> '3b9af0c2d1e4'
 */
export function keyId(key: string): string {
	return createHmac('sha256', key).update('fingerprint key').digest('hex').slice(0, 12);
}

/** What teams write into intended configs in place of a secret: `<removed>`, `${SNMP_RO}`, `{{ snmp_ro }}`, `****`. */
export function isPlaceholder(value: string): boolean {
	return /^"?(?:<[^<>]+>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\*{3,})"?;?$/.test(value);
}

/** What `withPlaceholders` writes. */
export const REMOVED = '<removed>';

/**
 * A masked text as a team may keep it in git: every secret as the placeholder `<removed>`, which equals any secret. A
 * fingerprint would not do: it belongs to the key of one run. What hides already stays as it is: nothing else would be found
 * again where a secret is known by its form (`ENC …`), and in XML `<secret>` may be an element.
 */
export function withPlaceholders(masked: string, placeholder = REMOVED): string {
	return masked.replaceAll(FINGERPRINT, placeholder);
}

/** How a placeholder is written: a tag where none belongs would be no XML to anybody else. */
export function placeholderIn(style: SyntaxStyle, placeholder: string): string {
	return style === 'xml' ? placeholder.replace('<', '&lt;').replace('>', '&gt;') : placeholder;
}

/** The same for a text that stands for what a device runs, where only what hides equals what hides. */
export function withHiddenSecrets(masked: string): string {
	return masked.replaceAll(FINGERPRINT, HIDDEN_SECRET);
}

const FINGERPRINT = /<secret:[0-9a-f]{6}>/g;
