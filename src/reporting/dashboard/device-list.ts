import type { DeviceStatus } from '../../domain/fleet-report.ts';
import type { Inventory, PageDevice } from './page-data.ts';

/** A device in the table. */
export interface DeviceRow {
	readonly name: string;
	readonly platform: string;
	readonly site: string;
	readonly role: string;
	readonly status: DeviceStatus;
	/** ISO 8601, UTC; null: in sync, or not known. */
	readonly since: string | null;
	readonly detail: string;
}

export const SORT_KEYS = ['status', 'name', 'platform', 'site', 'role', 'since', 'detail'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What of the fleet is shown, and in which order. Empty texts: everything. */
export interface DeviceQuery {
	/** Part of a name. */
	readonly text: string;
	readonly platform: string;
	readonly site: string;
	readonly role: string;
	readonly status: '' | DeviceStatus;
	readonly sort: SortKey;
	readonly descending: boolean;
}

/** All devices of the inventory, and those that are open without being in it. */
export function deviceRows(inventory: Inventory, open: readonly PageDevice[]): readonly DeviceRow[] {
	const ill = new Map(open.map((device) => [device.name, device]));
	const rows = inventory.groups.flatMap(({ prefix, names, platform, site, role }) =>
		names.map((rest): DeviceRow => {
			const name = prefix + rest;
			const { status = 'in-sync', since = null, detail = '' } = ill.get(name) ?? {};
			ill.delete(name);
			return { name, platform, site, role, status, since, detail };
		}),
	);
	return [...rows, ...[...ill.values()].map((device) => ({ platform: '', site: '', role: '', ...device }))];
}

/** The devices that a query asks for, in its order; ties by name, numbers in names by their value. */
export function selectRows(rows: readonly DeviceRow[], query: DeviceQuery): readonly DeviceRow[] {
	const text = query.text.trim().toLowerCase();
	const sign = query.descending ? -1 : 1;
	return rows
		.filter(
			(row) =>
				(text === '' || row.name.toLowerCase().includes(text)) &&
				(['platform', 'site', 'role', 'status'] as const).every((key) => query[key] === '' || row[key] === query[key]),
		)
		.toSorted((one, other) => sign * compareBy(query.sort, one, other) || compareNames(one.name, other.name));
}

/** Worst first. */
const RANKS: Readonly<Record<DeviceStatus, number>> = { drifted: 0, unknown: 1, 'in-sync': 2 };

function compareBy(key: SortKey, one: DeviceRow, other: DeviceRow): number {
	if (key === 'status') return RANKS[one.status] - RANKS[other.status];
	// What has no date comes last: it is well, or nobody knows.
	if (key === 'since') return compareTexts(one.since ?? '~', other.since ?? '~');
	return key === 'name' ? compareNames(one.name, other.name) : compareTexts(one[key], other[key]);
}

const NAMES = new Intl.Collator('en', { numeric: true });

function compareNames(one: string, other: string): number {
	return NAMES.compare(one, other);
}

function compareTexts(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
