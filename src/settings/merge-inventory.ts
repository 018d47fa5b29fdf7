import type { PlatformRegistry } from '../domain/platform/platform-registry.ts';
import { transportsOf } from '../domain/platform/transports.ts';
import { flatMapInSteps, inPortions, type Steps } from '../domain/steps.ts';
import { NOWHERE } from '../errors.ts';
import type { FleetDocument } from './findings/fleet-document.ts';
import type { FleetSource } from './findings/fleet-draft.ts';
import { label, quote } from './findings/path-label.ts';
import type { Path } from './findings/yaml-index.ts';
import {
	noPlatform,
	REPEATED_NAME,
	sharedName,
	unknownPlatform,
	unusableName,
} from './inventories/inventory-findings.ts';
import type { InventoryEntry, InventoryHost, InventoryKind, Sourced } from './inventories/inventory-kind.ts';
import { translatePlatform } from './inventories/translate-platform.ts';
import { name as deviceName } from './schema/fleet-fields.ts';
import { device as deviceSchema } from './schema/fleet-schema.ts';

/** Hosts of one entry of `inventory`. */
export interface InventoryHosts {
	readonly entry: InventoryEntry;
	readonly kind: InventoryKind;
	readonly hosts: readonly InventoryHost[];
}

type Settings = Record<string, Sourced>;

type DevicesDraft = Record<string, NonNullable<FleetSource['draft']['devices']>[string]>;

interface MergedHost {
	readonly kind: InventoryKind;
	readonly place: Sourced['place'];
	/** What may be used. */
	readonly settings: Settings;
	/** What its inventories say, mistakes included: told already, and not missing. */
	readonly said: Settings;
}

type FittingHost = InventoryHost & Pick<MergedHost, 'settings' | 'said'>;

/**
 * The source with the devices of its inventories: what `devices` say wins, then the inventory that comes first. Everything
 * that is wrong with a host is told where it stands; such a host is left out, so that the other mistakes are found too.
 */
export function* withInventory(
	source: FleetSource,
	inventories: readonly InventoryHosts[],
	platforms: PlatformRegistry,
): Steps<FleetSource> {
	const merged = new Map<string, MergedHost>();
	/** What they should be has been asked already. */
	const refused = new Set<string>();
	for (const inventory of inventories) {
		for (const host of yield* fitting(inventory, { source, platforms, refused })) {
			const known = merged.get(host.name);
			merged.set(host.name, {
				kind: known?.kind ?? inventory.kind,
				place: known?.place ?? host.place,
				settings: { ...host.settings, ...known?.settings },
				said: { ...host.said, ...known?.said },
			});
		}
	}
	yield;
	for (const name of withoutPlatform(merged, source)) {
		refused.add(name);
		merged.delete(name);
	}
	const own = source.draft.devices ?? {};
	yield;
	const devices: DevicesDraft = {};
	yield* inPortions([...merged], ([name, { settings }]) => {
		const read = Object.entries(settings).map(([key, { value }]) => [key, value]);
		devices[name] = { ...Object.fromEntries(read), ...own[name] };
	});
	yield;
	const document = overlay(source.document, merged);
	source.problems.lookUpIn(document);
	const others = Object.entries(own).filter(([name]) => !merged.has(name) && !refused.has(name));
	return {
		...source,
		document,
		draft: { ...source.draft, devices: Object.assign(devices, Object.fromEntries(others)) },
	};
}

/**
 * Hosts whose platform nobody says: servers, most often, in an inventory that is not of the network alone. One problem for
 * all of an inventory.
 */
function withoutPlatform(
	merged: ReadonlyMap<string, MergedHost>,
	{ draft, document, problems }: FleetSource,
): readonly string[] {
	if (document.has(['defaults', 'platform'])) return [];
	const lacking = [...merged].filter(
		([name, { said }]) => said.platform === undefined && draft.devices?.[name]?.platform === undefined,
	);
	for (const [first, ...others] of Map.groupBy(lacking, ([, { place }]) => place.file).values()) {
		if (first === undefined) continue;
		const [name, { place, kind }] = first;
		problems.addAll([{ ...place, ...noPlatform(name, { more: others.length, kind }) }]);
	}
	return lacking.map(([name]) => name);
}

/** Looks devices up in fleet.yml first and in the inventories second. */
function overlay(document: FleetDocument, merged: ReadonlyMap<string, MergedHost>): FleetDocument {
	const hostAt = ([section, name]: Path): MergedHost | undefined =>
		section === 'devices' ? merged.get(String(name)) : undefined;
	const settingAt = (path: Path): Sourced | undefined => hostAt(path)?.said[String(path[2])];
	return {
		...document,
		has: (path) => document.has(path) || (path.length === 2 ? hostAt(path) : settingAt(path)) !== undefined,
		placeOf: (path) => (document.has(path) ? undefined : settingAt(path)?.place) ?? document.placeOf(path),
		placeOfKey: (path) => {
			if (document.has(path)) return document.placeOfKey(path);
			const isKnownHere = document.has(path.slice(0, 2));
			return settingAt(path)?.place ?? (isKnownHere ? undefined : hostAt(path)?.place) ?? document.placeOfKey(path);
		},
	};
}

interface Context {
	readonly source: FleetSource;
	readonly platforms: PlatformRegistry;
	readonly refused: Set<string>;
}

/** The hosts that can be devices, with what fits the schema. */
function* fitting(
	{ entry, kind, hosts }: InventoryHosts,
	{ source, platforms, refused }: Context,
): Steps<readonly FittingHost[]> {
	const { problems, draft } = source;
	// What a column holds that somebody pointed at, or counted, may be a password, if the wrong one was hit: it is not quoted.
	const isQuotable = (key: string): boolean => kind.isCounted !== true && !Object.hasOwn(entry.columns ?? {}, key);
	/** null: the name is not quoted either. */
	const shownName = ({ name }: InventoryHost): string | null => (isQuotable('name') ? name : null);
	const seen = new Set<string>();
	const unknown = new Map<string | null, InventoryHost[]>();
	const result = yield* flatMapInSteps(hosts, (host): readonly FittingHost[] => {
		const own = draft.devices?.[host.name];
		if (!deviceName.safeParse(host.name).success) {
			problems.addAll([{ ...host.place, ...unusableName(host.name, { isQuotable: isQuotable('name') }) }]);
			return [];
		}
		if (seen.has(host.name) && shownName(host) === null) {
			problems.addAll([{ ...host.place, ...REPEATED_NAME }]);
			return [];
		}
		seen.add(host.name);
		const settings: Settings = {};
		const said: Settings = { ...host.settings };
		for (const [key, sourced] of Object.entries(host.settings)) {
			if (own !== undefined && Object.hasOwn(own, key)) continue;
			const isFine =
				key === 'platform' ||
				(fits(key, sourced, { name: shownName(host), source, isQuotable: isQuotable(key) }) &&
					(isQuotable(key) || isDefined(key, sourced, source)));
			if (isFine) settings[key] = sourced;
		}
		const { platform: word, transport } = settings;
		if (word === undefined) return [{ ...host, settings, said }];
		const platform = translatePlatform(word.value, { entry, kind, platforms });
		if (platform === null) return [];
		if (platform === undefined) {
			const text = isQuotable('platform') ? String(word.value) : null;
			refused.add(host.name);
			const namesakes = unknown.get(text);
			if (namesakes === undefined) unknown.set(text, [host]);
			else namesakes.push(host);
			return [];
		}
		settings.platform = { ...word, value: platform.name };
		if (transport !== undefined && !(transportsOf(platform) as readonly unknown[]).includes(transport.value)) {
			// Another tool's way in, for which we have no rules: ssh then, and not at that port.
			delete settings.transport;
			delete settings.port;
		}
		return [{ ...host, settings, said }];
	});
	for (const [word, [first, ...others]] of unknown) {
		const name = first === undefined ? null : shownName(first);
		const finding = unknownPlatform(word, { name, more: others.length, platforms });
		problems.addAll([{ ...(first?.settings.platform?.place ?? NOWHERE), ...finding }]);
	}
	const [namesake, ...more] = namesakesIn(result);
	if (namesake !== undefined) problems.addAll([{ ...namesake.place, ...sharedName(namesake.name, more.length) }]);
	return result;
}

/** Hosts with the name of one before them and another address: only one of the two would be asked, and nobody would know. */
function namesakesIn(hosts: readonly InventoryHost[]): readonly InventoryHost[] {
	const addresses = new Map<string, unknown>();
	return hosts.filter(({ name, settings }) => {
		const address = settings.host?.value;
		if (addresses.has(name)) return addresses.get(name) !== address;
		addresses.set(name, address);
		return false;
	});
}

function fits(
	key: string,
	{ value, place }: Sourced,
	{
		name,
		source,
		isQuotable,
	}: { readonly name: string | null; readonly source: FleetSource; readonly isQuotable: boolean },
): boolean {
	const shape = deviceSchema.shape[key as keyof typeof deviceSchema.shape];
	const result = shape.safeParse(value);
	if (result.success) return true;
	const shown = isQuotable && typeof value === 'string' && !value.includes('@') ? quote(value) : 'this value';
	const message = `${name === null ? `${key} of a device` : label(['devices', name, key])} cannot be ${shown}`;
	source.problems.addAll([{ ...place, message, fix: result.error.issues[0]?.message ?? '' }]);
	return false;
}

/** What a name of another section may refer to, for a field that is not quoted: those that are quoted are looked up later. */
function isDefined(key: string, { value, place }: Sourced, { draft, problems }: FleetSource): boolean {
	const sections: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> = {
		credentials: draft.credentials ?? {},
		bastion: draft.bastions ?? {},
		groups: draft.concurrency?.['per-group'] ?? {},
	};
	const section = sections[key];
	if (section === undefined || [value].flat().every((name) => Object.hasOwn(section, String(name)))) return true;
	const fix = `Check the column; ${key} can be one of: ${Object.keys(section).join(', ') || 'none is defined yet'}`;
	problems.addAll([{ ...place, message: `this value is no ${key} of this fleet`, fix }]);
	return false;
}
