import type { Place, Problem } from '../../errors.ts';

/** A value and where it stands. */
export interface Sourced {
	readonly value: unknown;
	readonly place: Place;
}

/** Settings of a device that an inventory may know, under their names in fleet.yml. */
export const INVENTORY_SETTINGS = [
	'host',
	'port',
	'platform',
	'transport',
	'username',
	'credentials',
	'bastion',
	'site',
	'role',
	'tags',
	'groups',
] as const;

/** A setting of a device that an inventory may state. */
export type InventorySetting = (typeof INVENTORY_SETTINGS)[number];

/** A device as an inventory describes it. */
export interface InventoryHost {
	readonly name: string;
	readonly place: Place;
	/** What the inventory says about it; nothing of it has been checked. */
	readonly settings: Readonly<Partial<Record<InventorySetting, Sourced>>>;
}

/** What an inventory came to. */
export interface InventoryReading {
	readonly hosts: readonly InventoryHost[];
	readonly problems: readonly Problem[];
	/** Sentences for people: what was left out, and why. */
	readonly warnings: readonly string[];
}

/** An entry of `inventory`, as the schema of fleet.yml takes it. */
export interface InventoryEntry {
	readonly from?: string | undefined;
	readonly file?: string | undefined;
	readonly 'groups-file'?: string | undefined;
	readonly 'defaults-file'?: string | undefined;
	readonly groups?: readonly (string | undefined)[] | undefined;
	readonly delimiter?: string | undefined;
	readonly columns?: Readonly<Record<string, string | number | undefined>> | undefined;
	readonly 'unread-columns'?: readonly (string | number | undefined)[] | undefined;
	readonly url?: string | undefined;
	readonly token?: string | undefined;
	readonly 'ca-file'?: string | undefined;
	readonly filter?: Readonly<Record<string, FilterValue | undefined>> | undefined;
	readonly 'virtual-machines'?: boolean | undefined;
	readonly platforms?: Readonly<Record<string, string | null | undefined>> | undefined;
}

/** One value of a filter, or several of which any will do. */
export type FilterValue = FilterScalar | readonly (FilterScalar | undefined)[];
type FilterScalar = string | number | boolean;

/** A file as it was found. */
export interface InventoryFile {
	/** As messages name it: relative to the repository. */
	readonly file: string;
	/** null: it is not there. */
	readonly text: string | null;
}

/** What an inventory is read through. Paths are relative to the folder of fleet.yml. */
export interface InventoryWorld {
	read(path: string): Promise<InventoryFile>;
	/** Paths of all files below a folder, relative to it; empty where it is not there. */
	list(folder: string): Promise<readonly string[]>;
	/** A JSON document behind an address. Throws a `ConfigurationError` that says why not. */
	getJson(request: JsonRequest): Promise<unknown>;
}

/** A request to an inventory server for a JSON document. */
export interface JsonRequest {
	readonly url: URL;
	/** The whole header; null: the address asks for no login. */
	readonly authorization: string | null;
	/** Path of the certificates that TLS is verified by; null: the public ones. */
	readonly caFile: string | null;
}

/** How one kind of inventory is read. Adding one is a file like its neighbours and a line in the registry. */
export interface InventoryKind {
	/** What `from` says. */
	readonly name: string;
	/** Keys of an entry that it cannot do without, and those that it takes as well. */
	readonly required: readonly (keyof InventoryEntry)[];
	readonly optional: readonly (keyof InventoryEntry)[];
	/** Its own words for platforms, where neither our names nor their aliases are meant. */
	readonly platformNames?: Readonly<Record<string, string>>;
	/**
	 * Whether its fields are known by their position alone. One that is counted wrongly may hold passwords, so a mistake in
	 * such a file is told by its place, and nothing of it is quoted.
	 *
	 * @default false
	 */
	readonly isCounted?: boolean;
	/** @param entry - its required keys are there, and a reference in `token` has been looked up */
	read(entry: InventoryEntry, world: InventoryWorld): Promise<InventoryReading>;
}

/** An inventory of which nothing could be read. */
export function unread(...problems: readonly Problem[]): InventoryReading {
	return { hosts: [], problems, warnings: [] };
}
