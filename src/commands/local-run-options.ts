import { basename, dirname, resolve } from 'node:path';
import { createProgress } from '../composition/progress.ts';
import { trustedFiles } from '../composition/read-trusted.ts';
import type { RunOptions } from '../composition/set-up-run.ts';
import { systemClock } from '../composition/system-clock.ts';
import type { CommandLine } from './command-line.ts';

/**
 * What the commands that work on a fleet have in common: the user's own disk is trusted, and paths are relative to the
 * folder of fleet.yml.
 */
export function localRunOptions(fleet: string, line: CommandLine): Omit<RunOptions, 'source' | 'select'> {
	const path = resolve(line.cwd, fleet);
	const root = dirname(path);
	return {
		fleetFile: basename(path),
		readTrusted: trustedFiles(root),
		root,
		fingerprintKey: line.env.FLEET_FINGERPRINT_KEY ?? '',
		env: line.env,
		clock: systemClock,
		progress: createProgress({ log: line.log, terminal: line.stderr.interactive ? line.stderr : null }),
		signal: line.signal,
		registerSecrets: (values) => line.log.registerSecrets(values),
	};
}
