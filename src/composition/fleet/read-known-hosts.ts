import { type KnownHosts, parseKnownHosts } from '../../adapters/ssh-connection/host-keys.ts';
import type { Bastion } from '../../domain/connection.ts';
import { NOWHERE, type Problem } from '../../errors.ts';
import type { Fleet } from '../../settings/settings.ts';
import type { RunOptions } from '../run/run-options.ts';
import { readBeside } from './beside-fleet.ts';

/** The entries of known_hosts, and what is wrong with that file. */
interface TrustedHosts {
	/** null: no key is looked up there. */
	readonly entries: KnownHosts | null;
	readonly problems: readonly Problem[];
}

/** No file of known hosts is named. */
export const NO_KNOWN_HOSTS: TrustedHosts = { entries: null, problems: [] };

/** Where the file lies, and what a run does with keys that it does not know. */
type HostsLocation = Pick<RunOptions, 'trusted' | 'appendTrusted' | 'showsHostKeys' | 'fleetFile'>;

/** Reads the known_hosts file of fleet.yml, if it names one. */
export async function readKnownHosts(
	{ knownHosts, connections }: Fleet,
	options: HostsLocation,
): Promise<TrustedHosts> {
	if (knownHosts === null) return NO_KNOWN_HOSTS;
	const { file, text } = await readBeside(knownHosts, options);
	if (text !== null) return { entries: parseKnownHosts(text), problems: [] };
	// It is made when the first key is added to it.
	if (options.appendTrusted !== undefined && acceptsNew(connections)) return { entries: null, problems: [] };
	if (options.showsHostKeys === true) return { entries: parseKnownHosts(''), problems: [] };
	return { entries: null, problems: [{ ...NOWHERE, file, ...NO_KNOWN_HOSTS_FILE }] };
}

function acceptsNew(connections: Fleet['connections']): boolean {
	const isWanted = (hop: { readonly acceptNewHostKey: boolean; readonly bastion: Bastion | null } | null): boolean =>
		hop !== null && (hop.acceptNewHostKey || isWanted(hop.bastion));
	return [...connections.values()].some(isWanted);
}

const NO_KNOWN_HOSTS_FILE = {
	message: 'the known_hosts file of fleet.yml does not exist',
	fix: 'Add the file ("fleet-drift doctor" prints its lines; compare the keys with the devices), or pin `host-key` per device',
} as const;
