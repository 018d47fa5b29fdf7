import type { Platform } from '../../domain/platform/platform.ts';
import { namesAndAliases, type PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { readAs } from '../../domain/platform/text-form.ts';
import { type DeviceTransport, transportsOf } from '../../domain/platform/transports.ts';
import { ConfigurationError } from '../../errors.ts';
import { didYouMean } from '../../settings/findings/closest.ts';

/**
 * A platform by name or alias, as the text of a transport is to be read. Throws a `ConfigurationError` that lists what there
 * is.
 */
export function resolvePlatform(
	platforms: PlatformRegistry,
	{ name, transport }: { readonly name: string; readonly transport: DeviceTransport },
): Platform {
	const platform = platforms.resolve(name);
	if (platform === null) {
		throw ConfigurationError.of(
			`unknown platform ${JSON.stringify(name)}`,
			`${didYouMean(name, namesAndAliases(platforms))}Use one of ${platforms.names.join(', ')}, or one of their aliases (fleet-drift platforms)`,
		);
	}
	const transports = transportsOf(platform);
	if (transports.includes(transport)) return readAs(platform, transport);
	throw ConfigurationError.of(
		`${platform.name} cannot be fetched over ${transport}`,
		`Use one of ${transports.join(', ')}`,
	);
}
