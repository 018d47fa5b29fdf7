import type { DeviceReport } from '../../domain/fleet-report.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { rankDevices } from '../rank-devices.ts';
import type { DeviceState } from '../wording/describe-device.ts';
import { describeOutcome, nameState, stateOf } from '../wording/describe-device.ts';

/** A column that only one kind of page has. */
export interface ExtraColumn {
	readonly title: string;
	/** HTML of the cell. */
	cell(device: DeviceReport): string;
}

/** The first one that finds a device is chosen when the page opens. */
const FILTERS: readonly { readonly value: string; readonly label: string; readonly states: readonly DeviceState[] }[] =
	[
		{ value: 'attention', label: 'needs a look', states: ['conflict', 'drifted', 'unknown', 'planned', 'applied'] },
		{ value: 'all', label: 'all', states: ['conflict', 'drifted', 'unknown', 'planned', 'applied', 'in-sync'] },
		{ value: 'drifted', label: 'drifted', states: ['conflict', 'drifted'] },
		{ value: 'unknown', label: 'unknown', states: ['unknown'] },
		{ value: 'planned', label: 'planned', states: ['planned'] },
		{ value: 'applied', label: 'already applied', states: ['applied'] },
		{ value: 'in-sync', label: 'in sync', states: ['in-sync'] },
	];

/** A column that a phone has no room for. */
const WIDE = ' class="wide"';

/** Every device, worst first, with buttons that filter by state; they work by CSS alone. Lines of HTML. */
export function* fleetTable(options: {
	readonly devices: readonly DeviceReport[];
	readonly extra: readonly ExtraColumn[];
	/** Address of a device's details on this page; null: it has none. */
	linkOf(device: DeviceReport): string | null;
}): Generator<string> {
	const { devices, extra, linkOf } = options;
	const changesWidth = extra.length === 0 ? '' : WIDE;
	const heads = [
		headCell('Device'),
		...['Platform', 'Site', 'Role'].map((title) => headCell(title, WIDE)),
		headCell('Status'),
		headCell('Changes', changesWidth),
		...extra.map(({ title }) => headCell(title)),
	];
	yield `<section class="fleet" aria-labelledby="devices">
<h2 id="devices">Devices</h2>
${stateFilter(devices)}
<div class="card scroll"><table>
<caption>${plural(devices.length, 'device')}, worst first</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>${devices.length === 0 ? '\n' : ''}`;
	for (const device of rankDevices(devices)) yield fleetRow(device, { extra, link: linkOf(device) });
	yield `</tbody>
</table></div>
</section>`;
}

/** The state as a coloured word. */
export function stateTag(state: DeviceState): string {
	return `<span class="tag ${state}">${nameState(state)}</span>`;
}

function fleetRow(
	device: DeviceReport,
	{ extra, link }: { readonly extra: readonly ExtraColumn[]; readonly link: string | null },
): string {
	const state = stateOf(device);
	const name = escapeHtml(device.name);
	const changes = describeOutcome(device);
	const cells = [
		`<th scope="row">${link === null ? name : `<a href="${escapeHtml(link)}">${name}</a>`}</th>`,
		`<td class="wide">${escapeHtml(device.platform)}</td>`,
		`<td class="wide">${escapeHtml(device.site ?? '')}</td>`,
		`<td class="wide">${escapeHtml(device.role ?? '')}</td>`,
		`<td>${stateTag(state)}</td>`,
		`<td${extra.length === 0 ? '' : WIDE}>${changes}</td>`,
		...extra.map(({ cell }) => `<td class="when">${cell(device)}</td>`),
	];
	return `<tr data-state="${state}">${cells.join('')}</tr>`;
}

function headCell(title: string, attributes = ''): string {
	return `<th scope="col"${attributes}>${title}</th>`;
}

function stateFilter(devices: readonly DeviceReport[]): string {
	const states = devices.map(stateOf);
	const choices = FILTERS.map(({ value, label, states: wanted }) => ({
		value,
		label,
		count: states.filter((state) => wanted.includes(state)).length,
	})).filter(({ count }) => count > 0);
	const buttons = choices.map(({ value, label, count }, index) => {
		const checked = index === 0 ? ' checked' : '';
		return `<label><input type="radio" name="state" value="${value}"${checked}> ${label} ${formatCount(count)}</label>`;
	});
	return `<fieldset class="filter"><legend>Show</legend>${buttons.join('')}</fieldset>`;
}
