import { type DeviceQuery, SORT_KEYS } from './device-list.ts';

/** What the page shows, as the fragment of its address says: `#device=edge-01`, `#site=ams&status=drifted&sort=-since`. */
export interface Route extends DeviceQuery {
	/** The device whose timeline is open; empty: none. */
	readonly device: string;
}

const TEXTS = ['text', 'platform', 'site', 'role', 'device'] as const;

/** Reads a fragment, with or without its `#`. What it does not say, or says wrongly, is as on the untouched page. */
export function parseRoute(fragment: string): Route {
	const given = new URLSearchParams(fragment.replace(/^#/u, ''));
	const sort = given.get('sort') ?? '';
	const key = SORT_KEYS.find((one) => one === sort.replace(/^-/u, ''));
	const status = given.get('status');
	return {
		...(Object.fromEntries(TEXTS.map((name) => [name, given.get(name) ?? ''])) as Record<
			(typeof TEXTS)[number],
			string
		>),
		status: status === 'drifted' || status === 'unknown' || status === 'in-sync' ? status : '',
		sort: key ?? 'status',
		descending: key !== undefined && sort.startsWith('-'),
	};
}

/** The fragment that says the same, without `#`; empty for the untouched page. */
export function formatRoute({ sort, descending, ...texts }: Route): string {
	const said = Object.entries(texts).filter(([, value]) => value !== '');
	const order = `${descending ? '-' : ''}${sort}`;
	return new URLSearchParams(Object.fromEntries(order === 'status' ? said : [...said, ['sort', order]])).toString();
}
