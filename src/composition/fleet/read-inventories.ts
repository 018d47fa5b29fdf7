import { posix } from 'node:path';
import { openJsonClient } from '../../adapters/inventory/json-client.ts';
import { ConfigurationError } from '../../errors.ts';
import { lookUpReference } from '../../settings/devices/environment-reference.ts';
import type { FleetSource } from '../../settings/findings/fleet-draft.ts';
import type { InventoryHosts } from '../../settings/inventories/fitting-hosts.ts';
import type { InventoryEntry, InventoryWorld } from '../../settings/inventories/inventory-kind.ts';
import { type ReadableEntry, readableEntries } from '../../settings/inventory-entries.ts';
import type { TrustedFiles } from './trusted-files.ts';

/** A fleet.yml that names inventories, and what they may be read from. */
export interface ReadInventoriesOptions {
	readonly source: FleetSource;
	/** Folder of fleet.yml, as trusted files name it. */
	readonly folder: string;
	readonly trusted: TrustedFiles;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Whether servers may be asked: a pull request of a fork has no token, and none is sent for it. */
	readonly online: boolean;
	readonly signal: AbortSignal;
	readonly registerSecrets: (values: readonly string[]) => void;
}

/** Reads every inventory that fleet.yml names. What is wrong with them is told in the problems of the source. */
export async function readInventories(options: ReadInventoriesOptions): Promise<readonly InventoryHosts[]> {
	const read: InventoryHosts[] = [];
	const world = worldOf(options);
	// One after the other: what is told first is what stands first.
	for (const readable of readableEntries(options.source)) {
		const hosts = await readEntry(readable, { ...options, world });
		if (hosts !== null) read.push(hosts);
	}
	return read;
}

async function readEntry(
	{ entry, kind, path }: ReadableEntry,
	{ source, env, online, registerSecrets, world }: ReadInventoriesOptions & { readonly world: InventoryWorld },
): Promise<InventoryHosts | null> {
	const { problems } = source;
	if (entry.url !== undefined && !online) {
		problems.warn(path, `${entry.url} is not asked for its devices in this run, because it has no credentials`);
		return null;
	}
	const resolved: { token?: string } = {};
	if (entry.token !== undefined) {
		const token = lookUpReference(entry.token, { env, kind: 'line' });
		if (token.status === 'unusable') {
			problems.add([...path, 'token'], token.finding);
			return null;
		}
		registerSecrets([token.value]);
		resolved.token = token.value;
	}
	try {
		const { hosts, problems: found, warnings } = await kind.read({ ...entry, ...resolved } as InventoryEntry, world);
		problems.addAll(found);
		problems.warnAll(warnings);
		return { entry, kind, hosts };
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		for (const problem of error.problems) {
			const { file, message, fix } = problem;
			if (file === null) problems.addAtKey(path, { message, fix });
			else problems.addAll([problem]);
		}
		return null;
	}
}

function worldOf({ folder, trusted, signal }: ReadInventoriesOptions): InventoryWorld {
	const read: InventoryWorld['read'] = async (path) => {
		const file = posix.join(folder, path);
		return { file, text: await trusted.read(file) };
	};
	const getJson = openJsonClient({
		signal,
		authority: async (path) => {
			const { file, text } = await read(path);
			if (text !== null) return text;
			const message = 'there is no such file, and a ca-file of fleet.yml names it';
			throw ConfigurationError.inFile(file, message, 'Put the certificates in PEM there');
		},
	});
	return { read, list: (below) => trusted.list(posix.join(folder, below)), getJson };
}
