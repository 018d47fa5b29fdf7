import type { CompiledMasks } from './registry.ts';

/**
 * The same masks, less those of volatile lines: what they leave is a text of the device to the letter, but for its secrets. It
 * still holds what proves that it is whole.
 */
export function secretsOnly(masks: CompiledMasks): CompiledMasks {
	const isSecret = ({ kind }: { readonly kind: string }): boolean => kind !== 'volatile';
	return { ...masks, lineMasks: masks.lineMasks.filter(isSecret), blockMasks: masks.blockMasks.filter(isSecret) };
}
