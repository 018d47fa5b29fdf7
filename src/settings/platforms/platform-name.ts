import type { Platform } from '../../domain/platform/platform.ts';
import { namesAndAliases, type PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { didYouMean } from '../findings/closest.ts';
import { quote } from '../findings/path-label.ts';
import type { ProblemList } from '../findings/problem-list.ts';
import type { Path } from '../yaml/yaml-index.ts';

/** The platform that the user named; null, and told, where there is none. */
export function knownPlatform(
	problems: ProblemList,
	{ platforms, name, path }: { readonly platforms: PlatformRegistry; readonly name: string; readonly path: Path },
): Platform | null {
	const platform = platforms.resolve(name);
	if (platform !== null) return platform;
	const near = didYouMean(name, namesAndAliases(platforms));
	const others = near === '' ? `Use one of ${platforms.names.join(', ')}` : '"fleet-drift platforms" lists them';
	problems.add(path, { message: `unknown platform ${quote(name)}`, fix: `${near}${others}` });
	return null;
}
