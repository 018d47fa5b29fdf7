import type { DeviceStatus } from '../../domain/fleet-report.ts';
import { compareTexts } from '../../domain/text/compare-texts.ts';
import type { Inventory, PageDevice } from './page-data.ts';

/** A device in the table. */
export interface DeviceRow {
	readonly name: string;
	readonly platform: string;
	readonly site: string;
	readonly role: string;
	readonly status: DeviceStatus;
	/** Place among those that are not in sync, the most urgent first; those in sync share the last one. */
	readonly rank: number;
	/** ISO 8601, UTC; null: in sync, or not known. */
	readonly since: string | null;
	readonly detail: string;
}

/** What rows can be ordered by; the first is how the page begins. */
export const SORT_KEYS = ['status', 'name', 'platform', 'site', 'role', 'since', 'detail'] as const;

/** What rows are ordered by: see `SORT_KEYS`. */
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

/** All devices of the inventory, and those that are open without being in it. @param open - the most urgent first */
export function deviceRows(inventory: Inventory, open: readonly PageDevice[]): readonly DeviceRow[] {
	const ill = new Map(open.map((device, rank) => [device.name, { ...device, rank }]));
	const well = { status: 'in-sync', rank: open.length, since: null, detail: '' } as const;
	const rows = inventory.groups.flatMap(({ prefix, names, platform, site, role }) =>
		names.map((rest): DeviceRow => {
			const name = prefix + rest;
			const found = ill.get(name) ?? well;
			ill.delete(name);
			return { platform, site, role, ...found, name };
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
	if (key === 'status') return RANKS[one.status] - RANKS[other.status] || one.rank - other.rank;
	// What has no date comes last: it is well, or nobody knows.
	if (key === 'since') return compareTexts(one.since ?? '~', other.since ?? '~');
	return key === 'name' ? compareNames(one.name, other.name) : compareTexts(one[key], other[key]);
}

const NAMES = new Intl.Collator('en', { numeric: true });

function compareNames(one: string, other: string): number {
	return NAMES.compare(one, other);
}
