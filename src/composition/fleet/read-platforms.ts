import { basename, dirname, resolve } from 'node:path';
import { ConfigurationError } from '../../errors.ts';
import { platforms } from '../../platforms/index.ts';
import { loadFleet } from '../../settings/load-fleet.ts';
import type { Fleet } from '../../settings/settings.ts';
import { dayOf, systemClock } from '../system-clock.ts';
import { trustedFiles } from './trusted-files.ts';

/** What a config is read by where no device is asked. */
export type KnownPlatforms = Pick<Fleet, 'platforms' | 'masks'>;

/**
 * The platforms that a command knows, and the masks on top of theirs: those that ship, and those of a fleet.yml where one is
 * named. Throws a `ConfigurationError` where that cannot be read.
 */
export async function readPlatforms(
	fleet: string | undefined,
	{ cwd }: { readonly cwd: string },
): Promise<KnownPlatforms> {
	if (fleet === undefined) return { platforms, masks: [] };
	const path = resolve(cwd, fleet);
	const text = await trustedFiles(dirname(path)).read(basename(path));
	if (text === null) {
		throw ConfigurationError.inFile(fleet, 'there is no such file', 'Name a fleet.yml');
	}
	const today = dayOf(systemClock.now());
	return loadFleet({ file: fleet, text, env: {}, today, platforms, logins: 'unused' }).fleet;
}
