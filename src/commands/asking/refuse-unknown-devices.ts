import type { PreparedRun } from '../../composition/run/set-up-run.ts';
import { ConfigurationError, NOWHERE } from '../../errors.ts';
import { didYouMean } from '../../settings/findings/closest.ts';

/** Throws a `ConfigurationError` that names every name that is no device of the fleet; a glob may match none. */
export function refuseUnknownDevices(names: readonly string[], { deviceNames }: PreparedRun): void {
	const known = new Set(deviceNames);
	const unknown = names.filter((name) => !/[*?]/.test(name) && !known.has(name));
	if (unknown.length === 0) return;
	throw new ConfigurationError(
		unknown.map((name) => ({
			...NOWHERE,
			message: `there is no device ${JSON.stringify(name)} in the fleet`,
			fix: `${didYouMean(name, deviceNames)}Use a name from fleet.yml, or a glob`,
		})),
	);
}
