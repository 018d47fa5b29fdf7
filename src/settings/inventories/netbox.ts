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
			for await (const page of pagesOf(kind, entry, world))
				for (const object of page) found.push(readObject(object, { kind, entry }));
		}
		const lacking = found.filter(({ address }) => address === null).map(({ host }) => host.name);
		const names = nameSome(lacking, { most: NAMES_SHOWN });
		return {
			hosts: found.filter(({ address }) => address !== null).map(({ host }) => host),
			problems: [],
			warnings:
				lacking.length === 0
					? []
					: [`${entry.url}: ${lacking.length} without a primary address were left out: ${names}`],
		};
	},
};

interface Found {
	readonly host: InventoryHost;
	/** null: nobody can connect to it. */
	readonly address: string | null;
}

/** Goes from page to page by our own counting: what `next` names is the server's idea of itself, perhaps without TLS. */
async function* pagesOf(
	kind: string,
	entry: InventoryEntry,
	world: InventoryWorld,
): AsyncGenerator<readonly unknown[], void> {
	let offset = 0;
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const url = new URL(`${(entry.url ?? '').replace(/\/+$/, '')}/api/${kind}/`);
		for (const [key, value] of Object.entries({ status: 'active', ...entry.filter })) append(url, key, value);
		url.searchParams.set('limit', String(PAGE_SIZE));
		url.searchParams.set('offset', String(offset));
		const answer = await world.getJson({
			url,
			authorization: authorizationOf(entry.token),
			caFile: entry['ca-file'] ?? null,
		});
		if (!isRecord(answer) || !Array.isArray(answer.results)) throw notNetBox(url);
		yield answer.results;
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
	return new ConfigurationError([{ file: `${origin}${pathname}`, line: null, column: null, message, fix }]);
}
