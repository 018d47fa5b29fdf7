import type { Platform } from '../domain/platform.ts';
import { ConfigurationError } from '../errors.ts';
import { platforms } from '../platforms/index.ts';

/** A platform by name or alias. Throws a `ConfigurationError` that lists the known ones. */
export function knownPlatform(name: string): Platform {
	const platform = platforms.resolve(name);
	if (platform !== null) return platform;
	throw new ConfigurationError([
		{
			file: null,
			line: null,
			column: null,
			message: `unknown platform ${JSON.stringify(name)}`,
			fix: `Use one of ${platforms.names.join(', ')}, or one of their aliases (fleet-drift platforms)`,
		},
	]);
}
