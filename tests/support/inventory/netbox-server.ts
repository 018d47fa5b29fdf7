import type { ServerResponse } from 'node:http';
import { json, type ReceivedRequest, type RestServer, startRestServer } from '../rest/rest-server.ts';

/** A device as a person enters it in NetBox. */
export interface NetBoxDevice {
	readonly name: string | null;
	/** With its prefix length; null: it has none. */
	readonly address: string | null;
	readonly platform: string | null;
	readonly site: string;
	readonly role: string;
	readonly tags?: readonly string[];
	readonly status?: 'active' | 'planned' | 'offline';
	/** @default false */
	readonly isVirtual?: boolean;
}

export interface NetBoxOptions {
	readonly devices: readonly NetBoxDevice[];
	/** The header that is let in. */
	readonly authorization: string;
	/** MAX_PAGE_SIZE. @default 1000 */
	readonly maxPageSize?: number;
	/** Statuses of answers that come before the first good one: `[503, 429]`. */
	readonly failures?: readonly number[];
	/** What each device has in fields of a team's own. @default {} */
	readonly customFields?: Readonly<Record<string, unknown>>;
}

/** Names of NetBox's filters that are understood; it answers 400 to a value that cannot be. */
const FILTERS: Readonly<Record<string, (device: NetBoxDevice, values: readonly string[]) => boolean>> = {
	site: ({ site }, values) => values.includes(site),
	role: ({ role }, values) => values.includes(role),
	platform: ({ platform }, values) => platform !== null && values.includes(platform),
	tag: ({ tags = [] }, values) => values.every((value) => tags.includes(value)),
	status: ({ status = 'active' }, values) => values.includes(status),
};

/** As much of NetBox 4's REST API as a reader of its device lists meets, over HTTPS on loopback. */
export function startNetBox(options: NetBoxOptions): Promise<RestServer> {
	const failures = [...(options.failures ?? [])];
	return startRestServer((request, response) => {
		const failure = failures.shift();
		if (failure !== undefined) {
			response.writeHead(failure, { 'retry-after': '0' }).end('{"detail":"later"}');
			return;
		}
		answer(request, response, options);
	});
}

function answer(
	{ url, headers }: ReceivedRequest,
	response: ServerResponse,
	{ devices, authorization, maxPageSize = 1000, customFields = {} }: NetBoxOptions,
): void {
	const reply = (value: unknown, status = 200): void => json(response, value, status);
	const { pathname, searchParams } = new URL(url, 'https://netbox.invalid');
	const isVirtual = pathname === '/api/virtualization/virtual-machines/';
	const own = devices.filter((device) => (device.isVirtual ?? false) === isVirtual);
	const isKnown = (site: string): boolean => devices.some((device) => device.site === site);
	const found = own.filter((device) =>
		Object.entries(FILTERS).every(([name, holds]) => {
			const values = searchParams.getAll(name);
			return values.length === 0 || holds(device, values);
		}),
	);
	const limit = Math.min(Number(searchParams.get('limit') ?? 50), maxPageSize);
	const offset = Number(searchParams.get('offset') ?? 0);
	const end = offset + limit;
	if (headers.authorization !== authorization) reply({ detail: 'Invalid token' }, 403);
	else if (!isVirtual && pathname !== '/api/dcim/devices/') reply({ detail: 'Not found.' }, 404);
	else if (!searchParams.getAll('site').every(isKnown)) reply({ site: ['Select a valid choice.'] }, 400);
	else
		reply({
			count: found.length,
			// Behind a proxy that ends TLS, NetBox often names itself without it.
			next: end < found.length ? `http://netbox.invalid${pathname}?limit=${limit}&offset=${end}` : null,
			previous: null,
			results: found
				.slice(offset, end)
				.map((device) => ({ ...representation(device, devices.indexOf(device) + 1), custom_fields: customFields })),
		});
}

/** As dcim/api/serializers of NetBox 4 write it, without what nobody reads. */
function representation(
	{ name, address, platform, site, role, tags = [], status = 'active' }: NetBoxDevice,
	id: number,
) {
	const nested = (slug: string) => ({ id: 1, display: slug.toUpperCase(), name: slug.toUpperCase(), slug });
	return {
		id,
		display: name ?? `device ${id}`,
		name,
		device_type: { id: 1, model: 'X', slug: 'x' },
		role: nested(role),
		platform: platform === null ? null : nested(platform),
		site: nested(site),
		status: { value: status, label: status },
		primary_ip: address === null ? null : { id, display: address, family: { value: 4, label: 'IPv4' }, address },
		tags: tags.map(nested),
	};
}
