import { isRecord } from '../../domain/is-record.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { ConfigurationError } from '../../errors.ts';
import { asSlug } from './as-slug.ts';
import type {
	FilterValue,
	InventoryEntry,
	InventoryHost,
	InventoryKind,
	InventoryWorld,
	Sourced,
} from './inventory-kind.ts';

/** NetBox answers with at most 1,000 objects unless its MAX_PAGE_SIZE says otherwise. */
const PAGE_SIZE = 500;
/** More pages are a server that never comes to an end. */
const MAX_PAGES = 2_000;
/** How often a list is read that changes while it is read. */
const READS = 3;
/** Names in a warning. */
const NAMES_SHOWN = 5;

const DEVICES = 'dcim/devices';
const VIRTUAL_MACHINES = 'virtualization/virtual-machines';

/** Devices of NetBox, by its REST API: what has a primary address and passes the filter. */
export const netbox: InventoryKind = {
	name: 'netbox',
	required: ['url'],
	optional: ['token', 'ca-file', 'filter', 'virtual-machines'],
	async read(entry, world) {
		const kinds = entry['virtual-machines'] === true ? [DEVICES, VIRTUAL_MACHINES] : [DEVICES];
		const found: Found[] = [];
		for (const kind of kinds) {
			for (const object of await readList(kind, entry, world)) found.push(readObject(object, { kind, entry }));
		}
		const lacking = found.filter(({ address }) => address === null).map(({ host }) => host.name);
		const names = nameSome(lacking, { most: NAMES_SHOWN });
		const warnings: string[] = [];
		// NetBox does not list what a token may not view: that looks like a filter that nothing passes.
		if (found.length === 0) {
			warnings.push(`${entry.url}: gave no device. Check filter, and what its token may view`);
		}
		if (lacking.length > 0) {
			warnings.push(`${entry.url}: ${lacking.length} without a primary address were left out: ${names}`);
		}
		return {
			hosts: found.filter(({ address }) => address !== null).map(({ host }) => host),
			problems: [],
			warnings,
		};
	},
};

interface Found {
	readonly host: InventoryHost;
	/** null: nobody can connect to it. */
	readonly address: string | null;
}

/** All objects of a kind. What is added or deleted meanwhile shifts the pages, and a device between two of them is not seen. */
async function readList(kind: string, entry: InventoryEntry, world: InventoryWorld): Promise<readonly unknown[]> {
	for (let read = 0; read < READS; read += 1) {
		const objects: unknown[] = [];
		const counts = new Set<unknown>();
		for await (const page of pagesOf(kind, entry, world)) {
			objects.push(...page.results);
			counts.add(page.count);
		}
		const [count] = counts;
		if (typeof count !== 'number' || (counts.size === 1 && count === objects.length)) return objects;
	}
	const message = `${entry.url} gives another number of devices than it counts, ${READS} times in a row`;
	throw ConfigurationError.of(message, 'Try again when nothing is being changed there');
}

interface Page {
	readonly results: readonly unknown[];
	/** How many objects there are in all. */
	readonly count: unknown;
}

/** Goes from page to page by our own counting: what `next` names is the server's idea of itself, perhaps without TLS. */
async function* pagesOf(kind: string, entry: InventoryEntry, world: InventoryWorld): AsyncGenerator<Page, void> {
	let offset = 0;
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const url = new URL(`${(entry.url ?? '').replace(/\/+$/, '')}/api/${kind}/`);
		for (const [key, value] of Object.entries({ status: 'active', ...entry.filter })) append(url, key, value);
		// What NetBox would have to work out for each device, and nobody reads (nb_inventory.py of netbox.netbox leaves it
		// out so).
		url.searchParams.append('exclude', 'config_context');
		url.searchParams.set('limit', String(PAGE_SIZE));
		url.searchParams.set('offset', String(offset));
		const answer = await world.getJson({
			url,
			authorization: authorizationOf(entry.token),
			caFile: entry['ca-file'] ?? null,
		});
		if (!isRecord(answer) || !Array.isArray(answer.results)) throw notNetBox(url);
		yield { results: answer.results, count: answer.count };
		offset += answer.results.length;
		if (answer.next == null || answer.results.length === 0) return;
	}
}

/** An empty list takes a default filter away: `status: []`. */
function append(url: URL, key: string, value: FilterValue | undefined): void {
	const values: readonly unknown[] = Array.isArray(value) ? value : [value];
	for (const one of values) if (one !== undefined) url.searchParams.append(key, String(one));
}

/** Tokens of version 2 (NetBox 4.5) say so themselves. */
function authorizationOf(token: string | undefined): string | null {
	if (token === undefined) return null;
	return token.startsWith('nbt_') ? `Bearer ${token}` : `Token ${token}`;
}

function readObject(
	object: unknown,
	{ kind, entry }: { readonly kind: string; readonly entry: InventoryEntry },
): Found {
	const record = isRecord(object) ? object : {};
	const name = typeof record.name === 'string' && record.name !== '' ? record.name : `device-${String(record.id)}`;
	const place = { file: `${entry.url}/${kind}/${String(record.id)}/`, line: null, column: null };
	const from = (value: string | null): Sourced | undefined => (value === null ? undefined : { value, place });
	const address = addressOf(record.primary_ip);
	const tags = Array.isArray(record.tags) ? record.tags.flatMap((tag) => slugOf(tag) ?? []) : [];
	const settings = {
		host: from(address),
		platform: from(slugOf(record.platform)),
		site: from(slugOf(record.site)),
		// `device_role` until NetBox 3.5.
		role: from(slugOf(record.role) ?? slugOf(record.device_role)),
		tags: tags.length === 0 ? undefined : { value: tags, place },
	};
	const present = Object.entries(settings).filter(([, value]) => value !== undefined);
	return { host: { name: asSlug(name), place, settings: Object.fromEntries(present) }, address };
}

/** `192.0.2.1/24` → `192.0.2.1` */
function addressOf(ip: unknown): string | null {
	const address = isRecord(ip) && typeof ip.address === 'string' ? ip.address.split('/', 1)[0] : undefined;
	return address === undefined || address === '' ? null : address;
}

function slugOf(object: unknown): string | null {
	return isRecord(object) && typeof object.slug === 'string' ? object.slug : null;
}

function notNetBox({ origin, pathname }: URL): ConfigurationError {
	const message = 'the answer is not a list of NetBox';
	const fix = 'Check url under inventory of fleet.yml: the address of NetBox, without /api';
	return ConfigurationError.inFile(`${origin}${pathname}`, message, fix);
}
