import type { Platform } from '../../src/domain/platform/platform.ts';
import { platforms } from '../../src/platforms/index.ts';

/** The platform of that name; a test that names an unknown one is wrong. */
export function platformOf(name: string): Platform {
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`no platform "${name}"`);
	return platform;
}
