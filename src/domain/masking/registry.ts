import { DriftAuditError } from '../../errors.ts';
import type { Platform } from '../platform.ts';
import type { PlatformRegistry } from '../platform-registry.ts';
import type { LinePattern, MaskingPattern } from './pattern.ts';

/** The masks of one platform, compiled once per run and used for every config of that platform. */
export interface CompiledMasks {
	readonly platform: Platform;
	/** Masks of single lines, in order. */
	readonly lineMasks: readonly MaskingPattern[];
	/** Masks of whole multi-line blocks, matched on the block's first line. */
	readonly blockMasks: readonly MaskingPattern[];
	/** Secret, random or the user's: fingerprints of one key can be compared. */
	readonly fingerprintKey: string;
	/** Cheap and exact in one direction: false means that no line mask can match. */
	mayMatch(text: string): boolean;
}

export interface MaskOptions {
	/** Masks of the user's fleet.yml; those of other platforms are left out. */
	readonly userMasks?: readonly MaskingPattern[];
	readonly fingerprintKey: string;
}

/** Compiles the masks of a platform: its own first, then the user's. */
export function compileMasks(platform: Platform, { userMasks = [], fingerprintKey }: MaskOptions): CompiledMasks {
	const masks = [
		...platform.masks,
		...userMasks.filter((mask) => mask.platform === '*' || mask.platform === platform.name),
	];
	const lineMasks = masks.filter(({ scope }) => scope !== 'block');
	return {
		platform,
		lineMasks,
		blockMasks: masks.filter(({ scope }) => scope === 'block'),
		fingerprintKey,
		mayMatch: gateOf(lineMasks.map(({ pattern }) => pattern)),
	};
}

/** Masks by platform name, each compiled on first use and once per run. */
export function createMaskRegistry(
	{ resolve }: PlatformRegistry,
	options: MaskOptions,
): (platform: string) => CompiledMasks {
	const compiled = new Map<string, CompiledMasks>();
	return (name) => {
		const known = compiled.get(name);
		if (known !== undefined) return known;
		const platform = resolve(name);
		if (platform === null) throw new DriftAuditError('ERR_CONFIGURATION', `unknown platform "${name}"`);
		const masks = compileMasks(platform, options);
		compiled.set(name, masks);
		return masks;
	};
}

/**
 * One alternation of all built-in patterns decides about a line in one pass; most lines of a configuration match none.
 * Patterns of a user's linear-time engine cannot join it and are asked one by one.
 */
function gateOf(patterns: readonly LinePattern[]): (text: string) => boolean {
	const native = patterns.filter((pattern) => pattern instanceof RegExp);
	const others = patterns.filter((pattern) => !(pattern instanceof RegExp));
	const gates = [...Map.groupBy(native, ({ flags }) => flags.replaceAll(/[dgy]/g, '')).entries()].map(
		([flags, group]) => new RegExp(group.map(({ source }) => `(?:${withoutGroupNames(source)})`).join('|'), flags),
	);
	return (text) => gates.some((gate) => gate.test(text)) || others.some((pattern) => pattern.test(text));
}

/** A name may stand only once in a regular expression. */
function withoutGroupNames(source: string): string {
	return source.replaceAll(/\(\?<(?![=!])[^>]+>/g, '(?:');
}
