import { compareConfigs } from '../domain/compare/calculate-diff.ts';
import { hasShrunk, isAsLongAs, type LastSize, longestIntended, provesItsEnd } from '../domain/config/shrink.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { Sides } from '../domain/sides.ts';
import { DeviceError } from '../errors.ts';
import type { AuditTools } from './audit-tools.ts';

/** What the last audits know of the size of a device's config; null: nothing. */
export type SizeBefore = LastSize | null;

/** How long a device's config was when it was judged last; a run that is over waits for nothing. */
export async function sizeBefore(
	{ name }: Device,
	{ lastSizes }: AuditTools,
	signal: AbortSignal,
): Promise<SizeBefore> {
	if (lastSizes === undefined || signal.aborted) return null;
	const { promise: over, resolve } = Promise.withResolvers<null>();
	const end = (): void => resolve(null);
	signal.addEventListener('abort', end, { once: true });
	try {
		return (await Promise.race([lastSizes(), over]))?.get(name) ?? null;
	} finally {
		signal.removeEventListener('abort', end);
	}
}

/**
 * Looks whether a config that proved to be whole has lost most of its lines since it was judged last. Throws a `DeviceError`
 * where it may have been cut: nothing but the prompt tells its end, and the intended config does not ask for so short a one.
 *
 * @returns what people should know of it; null: nothing
 */
export function checkShrink(
	device: Device,
	sides: Sides<DeviceConfig>,
	{ before, tools }: { readonly before: SizeBefore; readonly tools: AuditTools },
): string | null {
	const now = sides.running.masked.total;
	if (before === null || before.platform !== device.platform || !hasShrunk(now, { before: before.lines })) return null;
	const sizes = `the running-config has ${now} lines, and about ${before.lines} when it was judged last`;
	const { completeness } = tools.masksOf(device).platform;
	if (provesItsEnd(completeness) || isWanted(device, sides, tools)) return sizes;
	const wayOut =
		tools.optionsFor(device).scope === 'declared'
			? 'as soon as all that the intended config declares runs'
			: `as soon as the intended config has at most ${longestIntended(now)} lines`;
	throw new DeviceError(
		device.name,
		'ERR_INCOMPLETE',
		`${sizes}, and on ${device.platform} only the prompt shows where it ends: it may have been cut off. Look for a dropped line or missing rights. If it is meant to be that short, it is judged again ${wayOut}; fetch --write --force writes it from what runs`,
		{ reachable: true },
	);
}

/** An intended config that declares a part of the whole says by its length nothing about the whole. */
function isWanted(device: Device, { intended, running }: Sides<DeviceConfig>, tools: AuditTools): boolean {
	const options = tools.optionsFor(device);
	return options.scope === 'declared'
		? compareConfigs({ intended, running }, tools.masksOf(device), options).changes.length === 0
		: isAsLongAs(running.masked.total, { intended: intended.masked.total });
}
