import { basename, dirname, relative, resolve } from 'node:path';
import { appendToTrusted, trustedFiles } from '../../composition/fleet/trusted-files.ts';
import { createProgress } from '../../composition/run/progress.ts';
import type { RunOptions } from '../../composition/run/run-options.ts';
import { systemClock } from '../../composition/system-clock.ts';
import { ConfigurationError } from '../../errors.ts';
import { fingerprintKey, optional } from '../../settings/input-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { enclosingRepository } from './enclosing-repository.ts';

/**
 * What the commands that work on a fleet have in common: the user's own disk is trusted, and paths are relative to the
 * folder of fleet.yml.
 */
export function localRunOptions(fleet: string, line: CommandLine): Omit<RunOptions, 'source' | 'select'> {
	const path = resolve(line.cwd, fleet);
	const root = dirname(path);
	return {
		fleetFile: basename(path),
		trusted: trustedFiles(root),
		root,
		boundary: enclosingRepository(root),
		shownRoot: relative(line.cwd, root),
		fingerprintKey: fingerprintKeyOf(line.env),
		env: line.env,
		clock: systemClock,
		progress: createProgress({ log: line.log, terminal: line.stderr.interactive ? line.stderr : null }),
		signal: line.signal,
		registerSecrets: (values) => line.log.registerSecrets(values),
	};
}

/** The variable FLEET_FINGERPRINT_KEY, read as the input `fingerprint-key` is; empty: there is none. */
export function fingerprintKeyOf(env: CommandLine['env']): string {
	const key = optional(fingerprintKey)(env.FLEET_FINGERPRINT_KEY?.trim() ?? '');
	if (key.status === 'valid') return key.value ?? '';
	throw ConfigurationError.of('FLEET_FINGERPRINT_KEY is too short', key.fix);
}

/**
 * For the commands that ask devices for the user's own sake, not for a change's: where fleet.yml says so, new keys are
 * kept.
 */
export function learningHostKeys(fleet: string, line: CommandLine): Pick<RunOptions, 'appendTrusted'> {
	return { appendTrusted: appendToTrusted(dirname(resolve(line.cwd, fleet))) };
}
