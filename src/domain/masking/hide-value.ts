import { decodeSecret } from './decode-secret.ts';
import type { Span } from './find-values.ts';
import { fingerprint, HIDDEN_SECRET, isMaskedSecret, isPlaceholder, UNSEEN_SECRET } from './fingerprint.ts';
import type { MaskingPattern } from './pattern.ts';
import type { CompiledMasks } from './registry.ts';

/** What is shown for a value that a mask takes: nobody can tell it, and that it changed is still seen where it may be. */
export function hideValue(value: string, mask: MaskingPattern, masks: CompiledMasks): string {
	return hide({ value, before: '' }, mask, masks);
}

function hide(
	{ value, before }: { readonly value: string; readonly before: string },
	{ kind, decode }: MaskingPattern,
	{ fingerprintKey }: CompiledMasks,
): string {
	if (kind === 'volatile') return '<volatile>';
	// Masking masked text changes nothing.
	if (isMaskedSecret(value)) return value;
	if (kind === 'volatile-secret' || isPlaceholder(value)) return HIDDEN_SECRET;
	return fingerprint(decodeSecret(value, decode, before), fingerprintKey);
}

/**
 * The same for a value in a line. What says that a secret is not shown says it in the words of the device; in quotes somebody
 * wrote it.
 */
export function hideValueAt(
	{ line, span: [start, end] }: { readonly line: string; readonly span: Span },
	mask: MaskingPattern,
	masks: CompiledMasks,
): string {
	const value = line.slice(start, end);
	const { unseen } = masks.platform;
	if (unseen === undefined || (value !== unseen && value !== UNSEEN_SECRET)) {
		return hide({ value, before: line.slice(0, start) }, mask, masks);
	}
	return isQuoted(line, start) ? fingerprint(value, masks.fingerprintKey) : UNSEEN_SECRET;
}

/** Whether a place in a line stands between quotes. */
function isQuoted(line: string, place: number): boolean {
	const quotes = line.slice(0, place).matchAll(/\\.|"/g);
	return [...quotes].filter(([sign]) => sign === '"').length % 2 === 1;
}
