import type { SshAlgorithms, Timeouts } from '../../domain/connection.ts';
import type { Device } from '../../domain/device.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { type DeviceTransport, transportsOf } from '../../domain/platform/transports.ts';
import { Portion, type Steps } from '../../domain/steps.ts';
import { detached } from '../../domain/text/detached.ts';
import { type FleetDraft, type FleetSource, present } from '../findings/fleet-draft.ts';
import { checkReference } from '../findings/reference.ts';
import { knownPlatform } from '../platforms/platform-name.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { checkPresence } from './check-presence.ts';
import { timeoutsOf } from './timeouts.ts';
import { checkTransportSettings } from './unused-settings.ts';

/** One entry of `devices`, with what `defaults` add. */
export interface DeviceEntry {
	readonly device: Device;
	/** Names of entries of the file; null where there is none. */
	readonly credentials: string | null;
	/** null: that of the credentials. */
	readonly username: string | null;
	readonly bastion: string | null;
	readonly hostKey: string | null;
	readonly acceptNewHostKey: boolean;
	readonly sshAlgorithms: SshAlgorithms;
	/** Path of a PEM file, relative to the folder of the file. */
	readonly caFile: string | null;
	/** Part of the device that is fetched; null: all of it. */
	readonly vdom: string | null;
	readonly timeouts: Timeouts;
	/** Its own template of the path of its intended config; null: that of the fleet. */
	readonly intended: string | null;
	/** Ids and globs of the masks whose secrets are not compared. */
	readonly ignoredSecrets: readonly string[];
}

type DeviceDraft = NonNullable<NonNullable<FleetDraft['devices']>[string]>;
type Settings = NonNullable<FleetDraft['defaults']>;

/**
 * Reads every device and tells what is wrong with it. A device with a mistake is returned with blanks in its place, so that
 * the run goes on to find the other mistakes; the caller throws before anything is done with it.
 */
export function* readDevices(source: FleetSource, platforms: PlatformRegistry): Steps<readonly DeviceEntry[]> {
	checkDefaults(source, platforms);
	warnOfLikeNames(source);
	yield* checkPresence(source, platforms);
	yield;
	const { draft, problems } = source;
	const timeouts = timeoutsOf(draft.defaults?.timeouts ?? {});
	const entries: DeviceEntry[] = [];
	const portion = new Portion();
	for (const [name, own] of Object.entries(draft.devices ?? {})) {
		const told = problems.size;
		if (own !== undefined) entries.push(readDevice({ source, platforms, timeouts, name, own }));
		if (portion.isFull(problems.size === told ? 1 : TIMES_WRONG)) yield;
	}
	return entries;
}

/** How many devices without a mistake can be read while one is told, with the names that were most likely meant. */
const TIMES_WRONG = 20;

/** Also what no device takes from them: it was meant. */
function checkDefaults(source: FleetSource, platforms: PlatformRegistry): void {
	const { platform: name, credentials, bastion, groups } = source.draft.defaults ?? {};
	if (name !== undefined) knownPlatform(source.problems, { platforms, name, path: ['defaults', 'platform'] });
	knownName(source, { section: 'credentials', name: credentials, path: ['defaults', 'credentials'] });
	knownName(source, { section: 'bastions', name: bastion, path: ['defaults', 'bastion'] });
	knownGroups(source, groups, ['defaults', 'groups']);
}

/** Most likely one device, which fleet.yml and an inventory write otherwise; and on some systems their files are the same. */
function warnOfLikeNames({ draft, problems }: FleetSource): void {
	const names = new Map<string, string>();
	for (const name of Object.keys(draft.devices ?? {})) {
		const other = names.get(name.toLowerCase());
		if (other === undefined) names.set(name.toLowerCase(), name);
		else
			problems.warn(
				['devices', name],
				`${name} and ${other} differ only in case: they may be one device, and where case means nothing to a disk they share files`,
			);
	}
}

interface Reading {
	readonly source: FleetSource;
	readonly platforms: PlatformRegistry;
	/** Those of `defaults`. */
	readonly timeouts: Timeouts;
	readonly name: string;
	readonly own: DeviceDraft;
}

function readDevice({ source, platforms, timeouts, name, own }: Reading): DeviceEntry {
	const { draft, document, problems } = source;
	const settings: Settings = { ...draft.defaults, ...own };
	/** Where a setting of this device is written. */
	const at = (key: keyof Settings): Path =>
		document.has(['devices', name, key]) ? ['devices', name, key] : ['defaults', key];

	if (!document.has(['devices', name, 'host'])) problems.addAtKey(['devices', name], NO_HOST(name));
	const platform =
		settings.platform === undefined
			? null
			: knownPlatform(problems, { platforms, name: settings.platform, path: at('platform') });

	const transport = settings.transport ?? 'ssh';
	if (platform !== null) {
		const isFetched = checkTransport(source, { name, platform, transport, path: at('transport') });
		if (isFetched) checkTransportSettings(source, { name, own, transport });
		if (own.vdom !== undefined) checkVdom(source, { name, platform, transport });
	}

	return {
		device: {
			name,
			host: kept(own.host) ?? '',
			port: settings.port ?? null,
			platform: platform?.name ?? '',
			transport,
			site: kept(settings.site),
			role: kept(settings.role),
			tags: present(settings.tags),
			groups: knownGroups(source, settings.groups, at('groups')),
		},
		credentials: knownName(source, { section: 'credentials', name: settings.credentials, path: at('credentials') }),
		username: settings.username ?? null,
		bastion: knownName(source, { section: 'bastions', name: settings.bastion, path: at('bastion') }),
		hostKey: kept(own['host-key']?.replace(/=$/, '')),
		acceptNewHostKey: settings['host-keys'] === 'accept-new',
		sshAlgorithms: settings['ssh-algorithms'] ?? 'modern',
		caFile: settings['ca-file'] ?? null,
		vdom: own.vdom ?? null,
		timeouts: own.timeouts === undefined ? timeouts : timeoutsOf({ ...draft.defaults?.timeouts, ...own.timeouts }),
		intended: kept(own.intended),
		ignoredSecrets: settings.secrets === 'ignore' ? ['*'] : present(settings['ignore-secrets']),
	};
}

/** What a run keeps of a device is detached from the text of the file, all of which would be kept with it. */
function kept(value: string | undefined): string | null {
	return value === undefined ? null : detached(value);
}

const NO_HOST = (name: string) => ({
	message: `devices.${name} has no host`,
	fix: 'Add host. Write a host name or an IP address, such as 192.0.2.1; a port or a user name has a key of its own',
});

/** A device is fetched by the transport that it says, or not at all: another one may give another document. */
function checkTransport(
	{ problems }: FleetSource,
	device: {
		readonly name: string;
		readonly platform: Platform;
		readonly transport: DeviceTransport;
		readonly path: Path;
	},
): boolean {
	const { name, platform, transport, path } = device;
	const transports = transportsOf(platform);
	if (transports.includes(transport)) return true;
	const finding = {
		message: `device ${name} cannot be fetched over ${transport}: its platform ${platform.name} has no rules for it`,
		fix: `Write one of ${transports.join(', ')}`,
	};
	problems.add(path, finding, name);
	return false;
}

/** A part of a device that the transport cannot ask for would be the whole device, and all of the rest drift. */
function checkVdom(
	{ problems }: FleetSource,
	device: { readonly name: string; readonly platform: Platform; readonly transport: DeviceTransport },
): void {
	const { name, platform, transport } = device;
	if (transport === 'rest' && platform.rest?.showVdom !== undefined) return;
	problems.add(['devices', name, 'vdom'], {
		message: `device ${name} cannot be fetched by vdom: ${platform.name} over ${transport} knows none`,
		fix: 'Write transport: rest where the platform is fortinet, or delete vdom',
	});
}

function knownName(
	source: FleetSource,
	{
		section,
		name,
		path,
	}: { readonly section: 'credentials' | 'bastions'; readonly name: string | null | undefined; readonly path: Path },
): string | null {
	if (name === undefined || name === null) return null;
	const what = section === 'bastions' ? 'bastion' : section;
	const names = Object.keys(source.draft[section] ?? {});
	return checkReference(source, { what, section: [section], names, name, path }) ? name : null;
}

function knownGroups(source: FleetSource, groups: Settings['groups'], path: Path): readonly string[] {
	const names = Object.keys(source.draft.concurrency?.['per-group'] ?? {});
	for (const [index, name] of (groups ?? []).entries()) {
		if (name === undefined) continue;
		checkReference(source, {
			what: 'group',
			section: ['concurrency', 'per-group'],
			names,
			name,
			path: [...path, index],
		});
	}
	return present(groups);
}
