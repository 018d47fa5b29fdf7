import { matchesGlob } from '../text/glob.ts';
import type { MaskingPattern } from './pattern.ts';
import type { CompiledMasks } from './registry.ts';

/**
 * The same masks, with the secrets of some patterns hidden as `<secret>` instead of fingerprinted: whatever they are, they
 * are equal. For hashes that are salted anew whenever a team deploys, where a fingerprint tells nothing.
 *
 * @param globs - over pattern ids: `secret/ios-*`; `*` for every pattern
 */
export function withIgnoredSecrets(masks: CompiledMasks, globs: readonly string[]): CompiledMasks {
	const hide = (mask: MaskingPattern): MaskingPattern =>
		mask.kind === 'secret' && globs.some((glob) => matchesGlob(glob, mask.id))
			? { ...mask, kind: 'volatile-secret' }
			: mask;
	return { ...masks, lineMasks: masks.lineMasks.map(hide), blockMasks: masks.blockMasks.map(hide) };
}
