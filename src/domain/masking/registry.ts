import { DriftAuditError } from '../../errors.ts';
import { withoutIndent } from '../config/blanks.ts';
import type { Device } from '../device.ts';
import type { Platform } from '../platform/platform.ts';
import type { PlatformRegistry } from '../platform/platform-registry.ts';
import { readAs } from '../platform/text-form.ts';
import { mayBeAnyOf } from '../text/any-of.ts';
import { LinearRegExp } from '../text/linear-reg-exp.ts';
import { type Sweep, sweepFor } from '../text/sweep.ts';
import { withIgnoredSecrets } from './ignored-secrets.ts';
import { anyOfLinear } from './linear-pattern.ts';
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
	/** Cheap and exact in one direction: false means that no line mask can match, whatever a template in the line stands for. */
	mayMatch(text: string): boolean;
}

/** What is compiled beside a platform's own masks. */
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

/** The masks that hold for a device: those of its platform, in the form that its transport gives, less what it ignores. */
export type MasksOf = (device: Pick<Device, 'name' | 'platform' | 'transport'>) => CompiledMasks;

/** Masks by platform and transport, each compiled on first use and once per run. */
export function createMaskRegistry(
	{ resolve }: PlatformRegistry,
	{
		ignoredSecretsOf = () => [],
		...options
	}: MaskOptions & {
		/** Pattern ids and globs of the secrets that are not compared on a device; see withIgnoredSecrets. */
		readonly ignoredSecretsOf?: (device: string) => readonly string[];
	},
): MasksOf {
	const compiled = new Map<string, CompiledMasks>();
	const once = (key: string, compile: () => CompiledMasks): CompiledMasks => {
		const known = compiled.get(key);
		if (known !== undefined) return known;
		const masks = compile();
		compiled.set(key, masks);
		return masks;
	};
	return ({ name, platform: platformName, transport }) => {
		const masks = once(JSON.stringify([platformName, transport]), () => {
			const platform = resolve(platformName);
			if (platform === null) throw new DriftAuditError('ERR_CONFIGURATION', `unknown platform "${platformName}"`);
			return compileMasks(readAs(platform, transport), options);
		});
		const ignored = ignoredSecretsOf(name);
		if (ignored.length === 0) return masks;
		return once(JSON.stringify([platformName, transport, ignored]), () => withIgnoredSecrets(masks, ignored));
	};
}

/** Masks see a template as one word (see maskContent), so that whether one matches is not to be seen in the line as it is. */
const TEMPLATE = /\{\{/;

/** So they see what only looks like a masked secret as a word of its own: see `withoutLookAlikes`. */
const LOOK_ALIKE = /<secret[:>]/;

/** Most lines of a configuration match no pattern at all: two questions tell, one per engine. */
function gateOf(patterns: readonly LinePattern[]): (text: string) => boolean {
	const { native, users } = byEngine(patterns);
	const isNative = mayBeAnyOf([...native, TEMPLATE, LOOK_ALIKE]);
	if (users.length === 0) return isNative;
	const linear = anyOfLinear(users.map(({ source }) => source));
	return (text) => isNative(text) || linear(text);
}

/** The same for all lines of a text at once; some lines more than match. Only patterns of users are asked about each of them. */
export function sweepOf(patterns: readonly LinePattern[]): Sweep {
	const { native, users } = byEngine(patterns);
	const sweep = sweepFor([...native, TEMPLATE]);
	if (sweep === null) return lineByLine(gateOf(patterns));
	if (users.length === 0) return sweep;
	const sweepForOthers = lineByLine(anyOfLinear(users.map(({ source }) => source)));
	return (text) => {
		const [swept, others] = [sweep(text), sweepForOthers(text)];
		return { mayMatch: (start, end) => swept.mayMatch(start, end) || others.mayMatch(start, end) };
	};
}

function lineByLine(mayMatch: (line: string) => boolean): Sweep {
	return (text) => ({ mayMatch: (start, end) => mayMatch(withoutIndent(text.slice(start, end))) });
}

function byEngine(patterns: readonly LinePattern[]): {
	readonly native: readonly RegExp[];
	readonly users: readonly LinePattern[];
} {
	const isNative = (pattern: LinePattern): pattern is RegExp =>
		pattern instanceof RegExp && !(pattern instanceof LinearRegExp);
	return { native: patterns.filter(isNative), users: patterns.filter((pattern) => !isNative(pattern)) };
}
