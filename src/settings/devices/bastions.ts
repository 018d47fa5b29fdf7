import type { Bastion } from '../../domain/connection.ts';
import type { FleetDraft, FleetSource } from '../findings/fleet-draft.ts';
import { checkReference } from '../findings/reference.ts';
import type { CredentialReader } from './credentials.ts';

const SSH_PORT = 22;

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

/** Every bastion on the way to a device, the last one first. */
export function bastionsTo(last: string | null, { bastions = {} }: FleetDraft): readonly string[] {
	const way: string[] = [];
	// A way that leads in circles has been told, and nobody will go it.
	for (let name = last ?? undefined; name !== undefined && !way.includes(name); name = bastions[name]?.bastion) {
		way.push(name);
	}
	return way;
}

/** Reads bastions by name, each once; null: it cannot be used, and the problem has been told. */
export function bastionReader({ draft }: FleetSource, reader: CredentialReader): (name: string) => Bastion | null {
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
			acceptNewHostKey: entry['host-keys'] === 'accept-new',
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
