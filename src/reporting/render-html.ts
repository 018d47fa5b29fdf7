import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { describeFleet } from './describe-fleet.ts';
import { describeSince } from './describe-since.ts';
import { escapeHtml } from './escape-html.ts';
import { groupChanges } from './group-changes.ts';
import { deviceChanges } from './html/device-changes.ts';
import { featureTable } from './html/feature-table.ts';
import { fleetHeader } from './html/fleet-header.ts';
import { fleetTable } from './html/fleet-table.ts';
import { sharedChanges, unknownDevices, warningList } from './html/lists.ts';
import { renderPage } from './html/page.ts';
import { rankDevices } from './rank-devices.ts';

/** With this few devices there is nothing to gain from folding them. */
const UNFOLDED_DEVICES = 5;

/** The whole report as one page that needs nothing else: `report.html`. */
export function renderHtml(report: FleetReport, verdict: Verdict): string {
	const changed = rankDevices(report.devices).filter((device) => device.changes.length > 0);
	const ids = new Map<DeviceReport, string>(changed.map((device, index) => [device, `device-${index + 1}`]));
	const linkOf = (device: DeviceReport): string | null => {
		const id = ids.get(device);
		if (id !== undefined) return `#${id}`;
		return device.status === 'unknown' ? '#unknown' : null;
	};
	const title = report.mode === 'preflight' ? 'Pre-flight check' : 'Drift audit';
	const body = [
		fleetHeader({ title, headline: describeFleet(report), verdict: verdict.verdict, report }),
		'<main>',
		warningList(report.warnings),
		fleetTable({ devices: report.devices, extra: sinceColumn(report), linkOf }),
		featureTable(report.features ?? []),
		unknownDevices(report.devices),
		sharedChanges(groupChanges(report.devices)),
		changesSection(changed, ids),
		'</main>',
		`<footer>${escapeHtml(report.tool.name)} ${escapeHtml(report.tool.version)} · <b>-</b> intended, not running · <b>+</b> running, not intended · <b>!</b> moved. Secrets are shown as fingerprints.</footer>`,
	];
	return renderPage({ title: `${title}: ${verdict.summary}`, body: body.filter((part) => part !== '').join('\n') });
}

/** Where the report knows the past of its devices. */
function sinceColumn(report: FleetReport): Parameters<typeof fleetTable>[0]['extra'] {
	if (!report.devices.some(({ since = null }) => since !== null)) return [];
	return [{ title: 'Since', cell: (device) => escapeHtml(describeSince(device, report)) }];
}

function changesSection(changed: readonly DeviceReport[], ids: ReadonlyMap<DeviceReport, string>): string {
	if (changed.length === 0) return '';
	const open = changed.length <= UNFOLDED_DEVICES ? ' open' : '';
	const devices = changed.map((device) => deviceChanges(device, { id: ids.get(device) ?? '', open }));
	return `<section aria-labelledby="changes"><h2 id="changes">Changes</h2>\n${devices.join('\n')}\n</section>`;
}
