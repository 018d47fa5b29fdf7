import type { LineRole } from '../config/config-line.ts';
import type { MaskingPattern } from './pattern.ts';

/** Masks in the order in which they are asked about a line: what people wrote for people is a sentence before it is a command. */
export function inOrderFor(role: LineRole, masks: readonly MaskingPattern[]): readonly MaskingPattern[] {
	return role === 'body' || role === 'comment' ? sentencesFirst(masks) : masks;
}

function sentencesFirst(masks: readonly MaskingPattern[]): readonly MaskingPattern[] {
	const known = ordered.get(masks);
	if (known !== undefined) return known;
	const sorted = masks.toSorted((one, other) => Number(other.ofSentences === true) - Number(one.ofSentences === true));
	ordered.set(masks, sorted);
	return sorted;
}

/** Once per set of masks. */
const ordered = new WeakMap<readonly MaskingPattern[], readonly MaskingPattern[]>();
