import type { NewHostKeys } from '../../adapters/ssh-connection/new-host-keys.ts';
import { DriftAuditError, withCode } from '../../errors.ts';
import type { Fleet } from '../../settings/settings.ts';
import { besideFleet } from '../fleet/beside-fleet.ts';
import type { RunOptions } from './run-options.ts';

/** As many as a person will compare in one go. */
const SHOWN = 10;

/** Writes the host keys that a run was the first to see to known_hosts, and tells of them in a sentence. */
export async function keepHostKeys(
	keys: NewHostKeys,
	{ knownHosts }: Pick<Fleet, 'knownHosts'>,
	{ appendTrusted, fleetFile }: Pick<RunOptions, 'appendTrusted' | 'fleetFile'>,
): Promise<readonly string[]> {
	const taken = keys.take();
	if (taken.length === 0 || knownHosts === null || appendTrusted === undefined) return [];
	const path = besideFleet(fleetFile, knownHosts);
	const shown = taken.slice(0, SHOWN).map(({ description }) => description);
	const more = taken.length > SHOWN ? `; and ${taken.length - SHOWN} more` : '';
	const seen = `trusted at first sight, because of host-keys: accept-new: ${shown.join('; ')}${more}`;
	try {
		await appendTrusted(path, taken.map(({ line }) => `${line}\n`).join(''));
		return [`${seen}. Compare them with the devices, and commit ${path}`];
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		return [withCode(error.code, `${seen}. They were not kept, and the next run will trust anew: ${error.message}`)];
	}
}
