import type { DeviceTransport } from '../../domain/platform/transports.ts';
import { alternatives } from '../../domain/text/alternatives.ts';
import type { FleetDraft, FleetSource } from '../findings/fleet-draft.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { bastionsTo } from './bastions.ts';
import type { DeviceEntry } from './devices.ts';

type DeviceDraft = NonNullable<NonNullable<FleetDraft['devices']>[string]>;

interface Bound {
	readonly key: keyof DeviceDraft;
	readonly transports: readonly DeviceTransport[];
	/** What to write where it has no effect. */
	readonly fix: string;
}

const SSH: readonly DeviceTransport[] = ['ssh', 'netconf'];
const BY_CERTIFICATE =
	'Delete it: over rest a device is verified by its certificate, by those of ca-file where it is given';

/** Settings of a device by which it is verified over some transports, and over others by nothing that they say. */
const BOUND: readonly Bound[] = [
	{ key: 'host-key', transports: SSH, fix: BY_CERTIFICATE },
	{ key: 'host-keys', transports: SSH, fix: BY_CERTIFICATE },
	{ key: 'ssh-algorithms', transports: SSH, fix: 'Delete it: nothing is negotiated by SSH over rest' },
	{
		key: 'ca-file',
		transports: ['rest'],
		fix: 'Delete it, or write transport: rest. Over SSH a device is verified by its host key: host-key, or known-hosts',
	},
];

/** Tells what a device itself says of its verification and its transport does not look at: it would seem to be verified so. */
export function checkTransportSettings(
	{ problems }: FleetSource,
	{ name, own, transport }: { readonly name: string; readonly own: DeviceDraft; readonly transport: DeviceTransport },
): void {
	for (const { key, transports, fix } of BOUND) {
		if (own[key] === undefined || transports.includes(transport)) continue;
		problems.addAtKey(['devices', name, key], {
			message: `device ${name} is fetched over ${transport}, where its ${key} has no effect`,
			fix,
		});
	}
}

/**
 * Warns of what is set for the way to devices and has no effect on any of them. What `defaults` say for a part of the fleet
 * has one: the others have been given it without a word of theirs. `known-hosts` may stand in any fleet, as `init` writes it.
 */
export function warnOfUnusedSettings(source: FleetSource, entries: readonly DeviceEntry[]): void {
	const { draft, document, problems } = source;
	if (entries.length === 0) return;
	const warn = (path: Path, sentence: string): void => {
		if (document.has(path)) problems.warnAtKey(path, sentence);
	};
	const transports = new Set(entries.map(({ device }) => device.transport));
	for (const { key, transports: bound } of BOUND) {
		if (bound.some((transport) => transports.has(transport))) continue;
		warn(['defaults', key], `${key} of defaults has no effect: no device is fetched over ${alternatives(bound)}`);
	}
	warnOfPins(source);
	const last = new Set(entries.flatMap(({ bastion }) => (bastion === null ? [] : [bastion])));
	const used = new Set([...last].flatMap((name) => bastionsTo(name, draft)));
	for (const name of Object.keys(draft.bastions ?? {})) {
		if (!used.has(name)) warn(['bastions', name], `no device is reached through the bastion ${name}`);
	}
	const groups = new Set(entries.flatMap(({ device }) => device.groups));
	for (const name of Object.keys(draft.concurrency?.['per-group'] ?? {})) {
		if (!groups.has(name)) {
			warn(['concurrency', 'per-group', name], `no device is of the group ${name}, whose limit has no effect`);
		}
	}
}

/** Who pins a key and wants new ones accepted gets the stricter of the two. */
function warnOfPins({ draft, problems }: FleetSource): void {
	for (const section of ['devices', 'bastions'] as const) {
		for (const [name, entry] of Object.entries(draft[section] ?? {})) {
			if (entry?.['host-key'] === undefined || entry['host-keys'] !== 'accept-new') continue;
			problems.warnAtKey(
				[section, name, 'host-keys'],
				`host-keys: accept-new of ${section}.${name} has no effect: only its host-key is accepted`,
			);
		}
	}
}
