import type { DeviceReport } from '../../domain/fleet-report.ts';
import { ignoredInFleet } from '../../domain/ignored-changes.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { deviceFragment } from '../dashboard/device-fragment.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { ChangeGroup } from '../group-changes.ts';
import { groupFailures } from '../group-failures.ts';

const NAMES_SHOWN = 12;

/** What several devices share, one line each; empty without any. */
export function sharedChanges(groups: readonly ChangeGroup[]): string {
	return listCard('shared', 'The same change on several devices', groups.map(groupItem));
}

/** Devices that could not be judged, with what happened and what to do; empty without any. */
export function unknownDevices(devices: readonly DeviceReport[], shown = Number.POSITIVE_INFINITY): string {
	const unknown = devices.filter((device) => device.status === 'unknown');
	const items = groupFailures(unknown.slice(0, shown)).map(({ devices: members, reason, message }) => {
		const names = members.map(({ name }) => `<b id="${deviceFragment(neutraliseLine(name))}">${escapeHtml(name)}</b>`);
		const why = message === null ? '' : `<br><span class="soft">${escapeHtml(neutraliseLine(message))}</span>`;
		return `${names.join(', ')} <span class="tag unknown">${reason}</span>${why}`;
	});
	const rest = Math.max(0, unknown.length - shown);
	return listCard('unknown', 'Not judged', rest === 0 ? items : [...items, `and ${formatCount(rest)} more`]);
}

/** What the run has to say about itself; empty without warnings. */
export function warningList(warnings: readonly string[]): string {
	return listCard(
		'warnings',
		'Warnings',
		warnings.map((warning) => escapeHtml(neutraliseLine(warning))),
	);
}

/** What ignore rules took out, by their reasons; empty without any. */
export function ignoredChanges(devices: readonly DeviceReport[]): string {
	const items = ignoredInFleet(devices).map(({ reason, changes, devices: names }) => {
		const what = `${plural(changes, 'change')} on <b>${plural(names.length, 'device')}</b>`;
		return `${what}: ${escapeHtml(neutraliseLine(reason))}<br><span class="soft">${listNames(names)}</span>`;
	});
	return listCard('ignored', 'Ignored by rules', items);
}

function groupItem({ change, devices }: ChangeGroup): string {
	const code = (text: string): string => `<code>${escapeHtml(neutraliseLine(text))}</code>`;
	const what = change.kind === 'changed' ? `runs as ${code(change.runningText ?? '')}` : change.kind;
	const where = change.lineage.length === 0 ? '' : ` in ${change.lineage.map(code).join(' › ')}`;
	const tag = change.class === null ? '' : ` <span class="tag ${change.class}">${change.class}</span>`;
	return `${code(change.line)}${where} ${what} on <b>${plural(devices.length, 'device')}</b>${tag}<br><span class="soft">${listNames(devices)}</span>`;
}

function listNames(devices: readonly string[]): string {
	return nameSome(devices, { most: NAMES_SHOWN, write: escapeHtml });
}

function listCard(id: string, title: string, items: readonly string[]): string {
	if (items.length === 0) return '';
	return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="plain card">
${items.map((item) => `<li>${item}</li>`).join('\n')}
</ul></section>`;
}
