import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { transportsOf } from '../../domain/platform/transports.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { NOWHERE } from '../../errors.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import { label, quote } from '../findings/path-label.ts';
import { device as deviceSchema } from '../schema/device-schema.ts';
import { name as deviceName } from '../schema/fleet-fields.ts';
import { REPEATED_NAME, sharedName, unknownPlatform, unusableName } from './inventory-findings.ts';
import type { InventoryEntry, InventoryHost, InventoryKind, Sourced } from './inventory-kind.ts';
import { translatePlatform } from './translate-platform.ts';

/** Hosts of one entry of `inventory`. */
export interface InventoryHosts {
	readonly entry: InventoryEntry;
	readonly kind: InventoryKind;
	readonly hosts: readonly InventoryHost[];
}

/** A host that can be a device. */
export interface FittingHost extends InventoryHost {
	/** What may be used. */
	readonly settings: Settings;
	/** What its inventory says, mistakes included: told already, and not missing. */
	readonly said: Settings;
}

type Settings = Record<string, Sourced>;

interface Context {
	readonly source: FleetSource;
	readonly platforms: PlatformRegistry;
	readonly refused: Set<string>;
}

/** The hosts that can be devices, with what fits the schema. */
export function* fittingHosts(
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
	problems.addAll([{ ...place, message: `this value is not a ${key} of this fleet`, fix }]);
	return false;
}
