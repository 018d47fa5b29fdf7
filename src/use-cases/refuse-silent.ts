import type { DiffOptions } from '../domain/compare/calculate-diff.ts';
import { saysSomething } from '../domain/config/says-something.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { Syntax } from '../domain/platform/syntax.ts';
import { DeviceError } from '../errors.ts';

/**
 * Throws a `DeviceError` where an intended config holds nothing but remarks and only what it says counts: it would be in sync
 * with anything. That is what a template leaves behind that was rendered without its data.
 */
export function refuseSilent(
	{ name }: Device,
	{ lines }: Pick<DeviceConfig, 'lines'>,
	{ scope = 'full', syntax }: Pick<DiffOptions, 'scope'> & { readonly syntax: Syntax },
): void {
	if (scope === 'full' || saysSomething(lines, syntax)) return;
	const message =
		'its intended config says nothing, and with scope: declared only what it says counts. Write the config into it';
	throw new DeviceError(name, 'ERR_NO_INTENDED', message, { reachable: true });
}
