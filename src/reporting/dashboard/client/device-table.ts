import { formatCount, plural } from '../../../domain/text/count-words.ts';
import { ageInDays } from '../age-in-days.ts';
import { type DeviceRow, SORT_KEYS, type SortKey, selectRows } from '../device-list.ts';
import type { Route } from '../route.ts';
import { deviceLink, statusTag } from './device-link.ts';
import { byId, element } from './element.ts';

/** Rows that are added at once: five thousand would take a browser seconds. */
const PAGE = 50;

/** The table of devices, which filters and sorts by the route. */
export interface DeviceTable {
	show(route: Route): void;
}

/** @param go - called with what a reader chose, to become the route */
export function startDeviceTable(
	rows: readonly DeviceRow[],
	{ at, go }: { readonly at: string; readonly go: (change: Partial<Route>) => void },
): DeviceTable {
	const body = byId('device-rows', HTMLElement);
	const count = byId('device-count', HTMLElement);
	const more = byId('device-more', HTMLButtonElement);
	const filters = startFilters(rows, go);
	const heads = startSorting(go);
	let shown: readonly DeviceRow[] = [];
	let length = PAGE;
	const draw = (): void => {
		body.replaceChildren(...shown.slice(0, length).map((row) => tableRow(row, at)));
		more.hidden = shown.length <= length;
	};
	more.addEventListener('click', () => {
		const first = length;
		length += PAGE;
		draw();
		body.children[first]?.querySelector('a')?.focus();
	});
	return {
		show(route) {
			shown = selectRows(rows, route);
			length = PAGE;
			count.textContent = `${formatCount(shown.length)} of ${plural(rows.length, 'device')}`;
			filters.show(route);
			heads.show(route);
			draw();
		},
	};
}

function tableRow({ name, platform, site, role, status, since, detail }: DeviceRow, at: string): HTMLElement {
	const wide = (text: string): HTMLElement => element('td', { class: 'wide' }, text);
	return element(
		'tr',
		{ 'data-state': status },
		element('th', { scope: 'row' }, deviceLink(name)),
		element('td', {}, statusTag(status)),
		element('td', { class: 'when' }, since === null ? '' : sinceText(since, at)),
		element('td', {}, detail),
		...[platform, site, role].map(wide),
	);
}

function sinceText(since: string, at: string): HTMLElement {
	return element('time', { datetime: since, title: since }, ageInDays(since, at));
}

function startFilters(rows: readonly DeviceRow[], go: (change: Partial<Route>) => void): { show(route: Route): void } {
	const form = byId('device-filter', HTMLFormElement);
	const text = byId('filter-text', HTMLInputElement);
	const status = byId('filter-status', HTMLSelectElement);
	const words = (['platform', 'site', 'role'] as const).map((key) => {
		const select = byId(`filter-${key}`, HTMLSelectElement);
		const values = [...new Set(rows.map((row) => row[key]))].filter((value) => value !== '').sort();
		select.append(...values.map((value) => element('option', { value }, value)));
		return [key, select] as const;
	});
	form.hidden = false;
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('input', () =>
		go({
			text: text.value,
			status: status.value as Route['status'],
			...Object.fromEntries(words.map(([key, select]) => [key, select.value])),
		}),
	);
	return {
		show(route) {
			if (text.value !== route.text) text.value = route.text;
			status.value = route.status;
			for (const [key, select] of words) select.value = route[key];
		},
	};
}

function startSorting(go: (change: Partial<Route>) => void): { show(route: Route): void } {
	const heads = [...document.querySelectorAll<HTMLElement>('#device-table th[data-sort]')].map((cell) => {
		const key = SORT_KEYS.find((one) => one === cell.dataset.sort) ?? 'name';
		const button = element('button', { type: 'button', class: 'sort' }, cell.textContent);
		cell.replaceChildren(button);
		return { cell, key, button };
	});
	let current: { readonly sort: SortKey; readonly descending: boolean } = { sort: 'status', descending: false };
	for (const { key, button } of heads) {
		button.addEventListener('click', () => go({ sort: key, descending: current.sort === key && !current.descending }));
	}
	return {
		show({ sort, descending }) {
			current = { sort, descending };
			for (const { cell, key } of heads) {
				if (key === sort) cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
				else cell.removeAttribute('aria-sort');
			}
		},
	};
}
