import type { Bastion, Connection } from '../use-cases/ports.ts';
import type { CredentialReader } from './credentials.ts';
import type { DeviceEntry } from './devices.ts';
import type { FleetDraft, FleetSource } from './fleet-draft.ts';
import { checkReference } from './reference.ts';

const SSH_PORT = 22;

/** Tells which devices and bastions cannot be logged in to, whatever the environment holds. */
export function checkLogins(source: FleetSource, entries: readonly DeviceEntry[]): void {
	const { draft, document, problems } = source;
	const isPinned = (path: readonly string[]): boolean =>
		document.has([...path, 'host-key']) || document.has(['known-hosts']);
	const unpinned = (what: string) => ({
		message: `${what} has no host-key, and there is no known-hosts file to verify it by`,
		fix: 'Add known-hosts: PATH at the top level, or host-key: "SHA256:…" here',
	});
	for (const { device } of entries) {
		const path = ['devices', device.name];
		if (!document.has([...path, 'credentials']) && !document.has(['defaults', 'credentials'])) {
			const names = Object.keys(draft.credentials ?? {});
			problems.addAtKey(path, {
				message: `device ${device.name} has no credentials`,
				fix: `Add credentials: NAME to it or to defaults. Names: ${names.join(', ') || 'none yet; add them under credentials'}`,
			});
		}
		if (device.transport !== 'rest' && !isPinned(path)) {
			problems.addAtKey(path, unpinned(`device ${device.name}`));
		}
	}
	for (const name of Object.keys(draft.bastions ?? {})) {
		if (!isPinned(['bastions', name])) problems.addAtKey(['bastions', name], unpinned(`bastion ${name}`));
	}
}

/** Tells bastions that name credentials or bastions which do not exist, and those that lead back to themselves. */
export function checkBastions(source: FleetSource): void {
	const { draft, problems } = source;
	const bastions = draft.bastions ?? {};
	const known = { credentials: Object.keys(draft.credentials ?? {}), bastions: Object.keys(bastions) };
	for (const [bastion, entry] of Object.entries(bastions)) {
		const path = ['bastions', bastion];
		if (entry?.credentials !== undefined) {
			const what = { what: 'credentials', section: ['credentials'], names: known.credentials };
			checkReference(source, { ...what, name: entry.credentials, path: [...path, 'credentials'] });
		}
		if (entry?.bastion === undefined) continue;
		const what = { what: 'bastion', section: ['bastions'], names: known.bastions };
		if (!checkReference(source, { ...what, name: entry.bastion, path: [...path, 'bastion'] })) continue;
		const loop = loopFrom(bastion, bastions);
		// Once per loop is enough, at the first of its bastions.
		if (loop === null || known.bastions.find((name) => loop.includes(name)) !== bastion) continue;
		problems.add([...path, 'bastion'], {
			message: `bastion ${bastion} is reached through itself: ${[...loop, bastion].join(' → ')}`,
			fix: 'Take out the bastion of the one that is reached directly',
		});
	}
}

/** The names from a bastion back to itself; null where the way ends. */
function loopFrom(start: string, bastions: NonNullable<FleetDraft['bastions']>): readonly string[] | null {
	const way = [start];
	for (let name = bastions[start]?.bastion; name !== undefined; name = bastions[name]?.bastion) {
		if (name === start) return way;
		// It runs into a loop that it is no part of.
		if (way.includes(name)) return null;
		way.push(name);
	}
	return null;
}

/** What it takes to reach each device, by name. Devices whose credentials cannot be read are told and left out. */
export function readConnections(
	source: FleetSource,
	entries: readonly DeviceEntry[],
	reader: CredentialReader,
): ReadonlyMap<string, Connection> {
	const bastions = bastionReader(source, reader);
	const connections = new Map<string, Connection>();
	for (const { device, credentials: name, bastion: hop, hostKey, sshAlgorithms, caFile, timeouts } of entries) {
		const credentials = name === null ? null : reader.read(name);
		const bastion = hop === null ? null : bastions(hop);
		// A device behind a bastion is never tried without it.
		if (credentials === null || (hop !== null && bastion === null)) continue;
		connections.set(device.name, { credentials, hostKey, sshAlgorithms, caFile, bastion, timeouts });
	}
	return connections;
}

/** Reads bastions by name, each once; null: it cannot be used, and the problem has been told. */
function bastionReader({ draft }: FleetSource, reader: CredentialReader): (name: string) => Bastion | null {
	const read = new Map<string, Bastion | null>();
	const readNew = (name: string): Bastion | null => {
		const entry = draft.bastions?.[name];
		if (entry?.credentials === undefined) return null;
		const credentials = reader.read(entry.credentials);
		const before = entry.bastion === undefined ? null : bastion(entry.bastion);
		if (credentials === null || entry.host === undefined || (before === null && entry.bastion !== undefined))
			return null;
		return {
			name,
			host: entry.host,
			port: entry.port ?? SSH_PORT,
			credentials,
			hostKey: entry['host-key']?.replace(/=$/, '') ?? null,
			sshAlgorithms: entry['ssh-algorithms'] ?? 'modern',
			bastion: before,
		};
	};
	const bastion = (name: string): Bastion | null => {
		const known = read.get(name);
		if (known !== undefined) return known;
		// One that leads back to itself is told elsewhere; until it is read it cannot be used.
		read.set(name, null);
		const found = readNew(name);
		read.set(name, found);
		return found;
	};
	return bastion;
}
