import type { DeviceReport } from '../../domain/fleet-report.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { BAR_HEIGHT, BAR_TOPS } from '../dashboard/day-bars.ts';
import type { PageDevice, PageState } from '../dashboard/page-data.ts';
import { escapeHtml } from '../escaping/escape-html.ts';

/** Rows that are there before any script has run, and where none may; of a page that tells more of each device, all are. */
const STATIC_ROWS = 50;

const COLUMNS: readonly (readonly [title: string, sort: string, attributes: string])[] = [
	['Device', 'name', ''],
	['Status', 'status', ''],
	['Since', 'since', ''],
	['What', 'detail', ''],
	['Platform', 'platform', ' class="wide"'],
	['Site', 'site', ' class="wide"'],
	['Role', 'role', ' class="wide"'],
];

const STATES = [
	['drifted', 'drifted'],
	['unknown', 'unknown'],
	['in-sync', 'in sync'],
] as const;

/**
 * The devices that are not in sync as a table, and the place where the page's script lets a reader filter and sort all of
 * them; further the dialog with the timeline of one, and the map of devices and days.
 *
 * @param options.linkOf - address of what the page tells of a device elsewhere; left out: nothing
 * @param options.hasMap - whether there are days to show beside one another
 * @returns lines of HTML
 */
export function* deviceBrowser(
	devices: readonly DeviceReport[],
	{ open }: Pick<PageState, 'open'>,
	{ linkOf, hasMap }: { readonly linkOf?: (name: string) => string; readonly hasMap: boolean },
): Generator<string> {
	const byName = new Map(devices.map((device) => [device.name, device]));
	const shown = linkOf === undefined ? open.slice(0, STATIC_ROWS) : open;
	const heads = COLUMNS.map(
		([title, sort, attributes]) => `<th scope="col" data-sort="${sort}"${attributes}>${title}</th>`,
	).join('');
	const isPastKnown = open.some(({ since }) => since !== null);
	const rest = open.length > shown.length ? `, ${shown.length} of them here` : '';
	yield `<section aria-labelledby="devices"><h2 id="devices">Devices</h2>
<form class="filters" id="device-filter" role="search" aria-label="Filter of devices" hidden>
<label>Name <input type="search" id="filter-text" autocomplete="off" spellcheck="false"></label>
<label>Status <select id="filter-status"><option value="">any</option><option value="drifted">drifted</option><option value="unknown">unknown</option><option value="in-sync">in sync</option></select></label>
${['Site', 'Role', 'Platform'].map((title) => `<label>${title} <select id="filter-${title.toLowerCase()}"><option value="">any</option></select></label>`).join('\n')}
</form>
<p class="soft" id="device-count" role="status">${formatCount(open.length)} of ${plural(devices.length, 'device')} not in sync${rest}</p>
${hasMap ? MAP : ''}<div class="card scroll" tabindex="0" role="region" aria-label="Table of devices"><table id="device-table"${isPastKnown ? '' : ' class="no-since"'}>
<thead><tr>${heads}</tr></thead>
<tbody id="device-rows">${shown.length === 0 ? '\n' : ''}`;
	for (const device of shown) yield deviceRow(device, { linkOf, device: byName.get(device.name) });
	yield `</tbody>
</table><button type="button" class="more" id="device-more" hidden>Show more</button></div></section>
<dialog id="device" aria-labelledby="device-name"><div class="dialog"><div class="dialog-head"><h2 id="device-name">Device</h2><button type="button" id="device-close">Close</button></div><div id="device-content"></div></div></dialog>`;
}

const MAP = `<div id="heat" hidden>
<p class="legend">${STATES.map(legendKey).join('')}<span>no bar: no audit, or not known yet</span></p>
<div class="card scroll" id="heat-card" tabindex="0" role="region" aria-label="Devices and days"></div></div>
`;

function legendKey([state, word]: (typeof STATES)[number]): string {
	const top = BAR_TOPS[state];
	return `<span><svg class="key" width="9" height="${BAR_HEIGHT}" aria-hidden="true"><path class="fill-${state}" d="M0 ${top}h9v${BAR_HEIGHT - top}H0z"/></svg> ${word}</span>`;
}

function deviceRow(
	{ name, status, since, detail }: PageDevice,
	{
		device,
		linkOf,
	}: { readonly device: DeviceReport | undefined; readonly linkOf: ((name: string) => string) | undefined },
): string {
	const title =
		linkOf === undefined ? escapeHtml(name) : `<a href="${escapeHtml(linkOf(name))}">${escapeHtml(name)}</a>`;
	// Not its age: that would be another one in every commit of the branch.
	const when = since === null ? '' : `<time datetime="${escapeHtml(since)}">${escapeHtml(since.slice(0, 10))}</time>`;
	const wide = [device?.platform, device?.site, device?.role].map(
		(text) => `<td class="wide">${escapeHtml(text ?? '')}</td>`,
	);
	return `<tr data-state="${status}"><th scope="row">${title}</th><td><span class="tag ${status}">${status}</span></td><td class="when">${when}</td><td>${escapeHtml(detail)}</td>${wide.join('')}</tr>`;
}
