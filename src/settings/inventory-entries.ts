import type { FleetSource } from './findings/fleet-draft.ts';
import { INVENTORY_KINDS } from './inventories/all-kinds.ts';
import type { InventoryEntry, InventoryKind } from './inventories/inventory-kind.ts';
import type { Path } from './yaml/yaml-index.ts';

/** An entry of `inventory` that can be read. */
export interface ReadableEntry {
	readonly entry: InventoryEntry;
	readonly kind: InventoryKind;
	/** Where it stands in fleet.yml. */
	readonly path: Path;
}

/** Keys that every kind takes. */
const COMMON: readonly (keyof InventoryEntry)[] = ['from', 'platforms'];

/** The entries of `inventory` that can be read; what is wrong with the others is told. */
export function readableEntries({ draft, document, problems }: FleetSource): readonly ReadableEntry[] {
	return (draft.inventory ?? []).flatMap((entry, index): readonly ReadableEntry[] => {
		const kind = INVENTORY_KINDS.find(({ name }) => name === entry?.from);
		if (entry === undefined || kind === undefined) return [];
		const path = ['inventory', index];
		const lacking = kind.required.filter((key) => !document.has([...path, key]));
		for (const key of lacking) {
			problems.addAtKey(path, {
				message: `inventory[${index}] has no ${key}, which ${kind.name} needs`,
				fix: `Add ${key}. Keys of ${kind.name}: ${keysOf(kind).join(', ')}`,
			});
		}
		for (const key of Object.keys(entry).filter((name) => !(keysOf(kind) as readonly string[]).includes(name))) {
			problems.addAtKey([...path, key], {
				message: `${key} has no effect for an inventory of ${kind.name}`,
				fix: `Delete it. Keys of ${kind.name}: ${keysOf(kind).join(', ')}`,
			});
		}
		// An entry with a mistake of its own would be read as something else than was meant.
		const isWhole = keysOf(kind).every((key) => entry[key] !== undefined || !document.has([...path, key]));
		return isWhole && lacking.length === 0 ? [{ entry, kind, path }] : [];
	});
}

function keysOf(kind: InventoryKind): readonly (keyof InventoryEntry)[] {
	return [...COMMON, ...kind.required, ...kind.optional];
}
