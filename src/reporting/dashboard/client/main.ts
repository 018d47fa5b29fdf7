import { deviceRows, selectRows } from '../device-list.ts';
import type { PageState } from '../page-data.ts';
import { formatRoute, parseRoute, type Route } from '../route.ts';
import { startDevicePanel } from './device-panel.ts';
import { startDeviceTable } from './device-table.ts';
import { byId } from './element.ts';
import { startHeatMap } from './heat-map.ts';
import { openSegments } from './load-segment.ts';
import { startMaskTrend } from './mask-trend.ts';
import { startTrend } from './trend.ts';

/** Makes the page answer: the address says what is shown, and everything else follows from it. */
async function start(): Promise<void> {
	const state = JSON.parse(byId('state', HTMLScriptElement).text) as PageState;
	const segments = openSegments(state);
	const hasPast = state.months.length > 0;
	if (hasPast) {
		startTrend(state, segments);
		startMaskTrend(state, segments);
	}
	const rows = deviceRows(await segments.inventory(), state.open);

	const route = (): Route => parseRoute(location.hash);
	/** A new entry of the browser's history only for a device: going back closes it. */
	const go = (change: Partial<Route>): void => {
		const fragment = formatRoute({ ...route(), ...change });
		if (change.device) location.hash = fragment;
		else history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
		show();
	};
	const table = startDeviceTable(rows, { at: state.at, go });
	const map = document.getElementById('heat') === null ? null : startHeatMap(state, { segments, rows });
	const panel = startDevicePanel(state, { segments, rows, close: () => go({ device: '' }) });
	let shown: Route | null = null;
	const show = (): void => {
		const now = route();
		const isFiltered = shown === null || formatRoute({ ...now, device: '' }) !== formatRoute({ ...shown, device: '' });
		const isOther = now.device !== (shown?.device ?? '');
		shown = now;
		if (isFiltered) {
			table.show(now);
			map?.show(selectRows(rows, { ...now, status: '' }));
		}
		if (isOther) panel.show(now.device);
	};
	addEventListener('hashchange', show);
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-device]') : null;
		if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		go({ device: link.dataset.device ?? '' });
	});
	show();
}

void start();
