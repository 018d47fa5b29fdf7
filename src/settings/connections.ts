import type { Bastion, Connection } from '../use-cases/ports.ts';
import type { CredentialReader } from './credentials.ts';
import type { DeviceEntry } from './devices.ts';
import type { FleetSource } from './fleet-draft.ts';
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

/** Tells bastions that name credentials which do not exist. */
export function checkBastions(source: FleetSource): void {
	const names = Object.keys(source.draft.credentials ?? {});
	for (const [bastion, entry] of Object.entries(source.draft.bastions ?? {})) {
		if (entry?.credentials === undefined) continue;
		const path = ['bastions', bastion, 'credentials'];
		checkReference(source, { what: 'credentials', section: ['credentials'], names, name: entry.credentials, path });
	}
}

/** What it takes to reach each device, by name. Devices whose credentials cannot be read are told and left out. */
export function readConnections(
	source: FleetSource,
	entries: readonly DeviceEntry[],
	reader: CredentialReader,
): ReadonlyMap<string, Connection> {
	const bastions = new Map<string, Bastion | null>();
	const connections = new Map<string, Connection>();
	for (const { device, credentials: name, bastion: hop, hostKey, sshAlgorithms, caFile, timeouts } of entries) {
		if (hop !== null && !bastions.has(hop)) bastions.set(hop, readBastion(source, hop, reader));
		const credentials = name === null ? null : reader.read(name);
		const bastion = hop === null ? null : (bastions.get(hop) ?? null);
		// A device behind a bastion is never tried without it.
		if (credentials === null || (hop !== null && bastion === null)) continue;
		connections.set(device.name, { credentials, hostKey, sshAlgorithms, caFile, bastion, timeouts });
	}
	return connections;
}

function readBastion({ draft }: FleetSource, name: string, reader: CredentialReader): Bastion | null {
	const entry = draft.bastions?.[name];
	if (entry?.credentials === undefined) return null;
	const credentials = reader.read(entry.credentials);
	if (credentials === null || entry.host === undefined) return null;
	return {
		name,
		host: entry.host,
		port: entry.port ?? SSH_PORT,
		credentials,
		hostKey: entry['host-key']?.replace(/=$/, '') ?? null,
		sshAlgorithms: entry['ssh-algorithms'] ?? 'modern',
	};
}
