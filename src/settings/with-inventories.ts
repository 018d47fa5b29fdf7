import type { PlatformRegistry } from '../domain/platform/platform-registry.ts';
import { inPortions, type Steps } from '../domain/steps.ts';
import type { FleetSource } from './findings/fleet-draft.ts';
import { type FittingHost, fittingHosts, type InventoryHosts } from './inventories/fitting-hosts.ts';
import { noPlatform } from './inventories/inventory-findings.ts';
import type { InventoryKind } from './inventories/inventory-kind.ts';
import { overlayDocument } from './inventories/overlay-document.ts';

type DevicesDraft = Record<string, NonNullable<FleetSource['draft']['devices']>[string]>;

interface MergedHost extends Pick<FittingHost, 'place' | 'settings' | 'said'> {
	readonly kind: InventoryKind;
}

/**
 * The source with the devices of its inventories: what `devices` say wins, then the inventory that comes first. Everything
 * that is wrong with a host is told where it stands; such a host is left out, so that the other mistakes are found too.
 */
export function* withInventories(
	source: FleetSource,
	inventories: readonly InventoryHosts[],
	platforms: PlatformRegistry,
): Steps<FleetSource> {
	const merged = new Map<string, MergedHost>();
	/** What they should be has been asked already. */
	const refused = new Set<string>();
	for (const inventory of inventories) {
		for (const host of yield* fittingHosts(inventory, { source, platforms, refused })) {
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
	const document = overlayDocument(source.document, merged);
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
