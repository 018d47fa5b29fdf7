import type { Connection } from '../../domain/connection.ts';
import { filterInSteps, inPortions, type Steps } from '../../domain/steps.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import { bastionReader } from './bastions.ts';
import type { CredentialReader } from './credentials.ts';
import type { DeviceEntry } from './devices.ts';

/** Tells which devices and bastions cannot be logged in to, whatever the environment holds. */
export function* checkLogins(source: FleetSource, entries: readonly DeviceEntry[]): Steps<void> {
	const { draft, document, problems } = source;
	const isPinned = (path: readonly string[]): boolean =>
		document.has([...path, 'host-key']) || document.has(['known-hosts']);
	const unpinned = (subject: string) => ({
		message: `${subject} no host-key, and there is no known-hosts file to verify it by`,
		fix: 'Add known-hosts: PATH at the top level, or host-key: "SHA256:…" here',
	});
	const devices = entries.map(({ device }) => device);
	const strangers = document.has(['defaults', 'credentials'])
		? []
		: yield* filterInSteps(devices, ({ name }) => !document.has(['devices', name, 'credentials']));
	const names = Object.keys(draft.credentials ?? {});
	yield* inPortions(strangers, ({ name }) =>
		problems.addAtKey(['devices', name], {
			message: `device ${name} has no credentials`,
			fix: `Add credentials: NAME to it or to defaults. Names: ${names.join(', ') || 'none yet; add them under credentials'}`,
		}),
	);
	yield;
	yield* inPortions(devices, ({ name, transport }) => {
		if (transport !== 'rest' && !isPinned(['devices', name]))
			problems.addAtKey(['devices', name], unpinned(`device ${name} has`));
	});
	yield;
	checkNewHostKeys(source);
	for (const name of Object.keys(draft.bastions ?? {})) {
		if (!isPinned(['bastions', name])) problems.addAtKey(['bastions', name], unpinned(`bastion ${name} has`));
	}
}

/** Tells where new keys are to be trusted although there is no file to keep them in: every run would trust anew. */
function checkNewHostKeys({ draft, document, problems }: FleetSource): void {
	if (document.has(['known-hosts'])) return;
	const owners = [
		[['defaults'], draft.defaults] as const,
		...Object.entries(draft.devices ?? {}).map(([name, device]) => [['devices', name], device] as const),
		...Object.entries(draft.bastions ?? {}).map(([name, bastion]) => [['bastions', name], bastion] as const),
	];
	for (const [path, owner] of owners) {
		if (owner?.['host-keys'] !== 'accept-new' || document.has([...path, 'host-key'])) continue;
		problems.add([...path, 'host-keys'], {
			message: `${path.join('.')} trusts new host keys, and there is no known-hosts file to keep them in`,
			fix: 'Add known-hosts: PATH at the top level; the file is made where there is none',
		});
	}
}

/** What it takes to reach each device, by name. Devices whose credentials cannot be read are told and left out. */
export function* readConnections(
	source: FleetSource,
	entries: readonly DeviceEntry[],
	reader: CredentialReader,
): Steps<ReadonlyMap<string, Connection>> {
	const bastions = bastionReader(source, reader);
	const connections = new Map<string, Connection>();
	yield* inPortions(entries, ({ device, credentials: name, username, bastion: hop, ...settings }) => {
		const { hostKey, acceptNewHostKey, sshAlgorithms, caFile, vdom, timeouts } = settings;
		const credentials = name === null ? null : reader.read(name, username);
		const bastion = hop === null ? null : bastions(hop);
		// A device behind a bastion is never tried without it.
		if (credentials === null || (hop !== null && bastion === null)) return;
		connections.set(device.name, {
			credentials,
			hostKey,
			acceptNewHostKey,
			sshAlgorithms,
			caFile,
			vdom,
			bastion,
			timeouts,
		});
	});
	return connections;
}
