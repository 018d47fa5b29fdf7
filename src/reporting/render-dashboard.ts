import type { FleetReport } from '../domain/fleet-report.ts';
import type { MaskUse } from '../domain/masking/mask-use.ts';
import type { RunSummary } from '../domain/run-summary.ts';
import type { PageState } from './dashboard/page-data.ts';
import { SCRIPT, SCRIPT_HASH } from './dashboard/script.ts';
import { inertJson } from './dashboard/segment.ts';
import { describeChanges, describeReason } from './describe-device.ts';
import { describeFleet, stateOfFleet } from './describe-fleet.ts';
import { escapeHtml } from './escape-html.ts';
import { groupChanges } from './group-changes.ts';
import { deviceBrowser } from './html/device-browser.ts';
import { fleetHeader } from './html/fleet-header.ts';
import { healthChart } from './html/health-chart.ts';
import { sharedChanges, unknownDevices, warningList } from './html/lists.ts';
import { maskTable } from './html/mask-table.ts';
import { renderPage } from './html/page.ts';
import { runTable } from './html/run-table.ts';
import { neutraliseLine } from './neutralise.ts';
import { rankDevices } from './rank-devices.ts';

const RUNS_SHOWN = 20;
const GROUPS_SHOWN = 20;
const UNKNOWN_SHOWN = 50;
const TREND_DAYS = 90;

export interface Dashboard {
	readonly latest: FleetReport;
	readonly masks: readonly MaskUse[];
	/** Audits of the newest months, oldest first. */
	readonly runs: readonly RunSummary[];
	/** `2026-11`: months that have a segment beside the page, oldest first. */
	readonly months: readonly string[];
	/** Data that the page carries itself, by the path under which it would lie beside it. */
	readonly embedded?: ReadonlyMap<string, unknown>;
}

/**
 * `index.html` of the results branch: the fleet now and how it came to this. What is not in sync is there without a script;
 * the script filters, sorts, and loads timelines and months when they are asked for.
 */
export function renderDashboard({ latest, masks, runs, months, embedded = new Map() }: Dashboard): string {
	const headline = describeFleet(latest);
	const state = pageState(latest, months);
	const since = Date.parse(latest.startedAt) - TREND_DAYS * 86_400_000;
	const points = runs
		.filter(({ startedAt }) => Date.parse(startedAt) > since)
		.map(({ startedAt: at, fleet: { health, coverage } }) => ({ at, health, coverage }));
	const body = [
		fleetHeader({ title: 'Network drift', headline, verdict: stateOfFleet(latest), report: latest }),
		'<main>',
		healthChart(points),
		deviceBrowser(latest.devices, state.open),
		sharedChanges(groupChanges(latest.devices).slice(0, GROUPS_SHOWN)),
		unknownDevices(latest.devices, UNKNOWN_SHOWN),
		maskTable(masks),
		runTable(runs, RUNS_SHOWN),
		warningList(latest.warnings),
		'</main>',
		`<footer>${escapeHtml(latest.tool.name)} ${escapeHtml(latest.tool.version)} · health: in sync ÷ reachable · coverage: judged ÷ all</footer>`,
	];
	const data = [
		`<script type="application/json" id="state">${inertJson(state)}</script>`,
		...[...embedded].map(
			([path, value]) => `<script type="application/json" data-path="${escapeHtml(path)}">${inertJson(value)}</script>`,
		),
	];
	return renderPage({
		title: `Network drift: ${headline}`,
		body: body.filter((part) => part !== '').join('\n'),
		script: { code: SCRIPT, hash: SCRIPT_HASH, data: data.join('\n') },
	});
}

function pageState({ devices, startedAt, runId }: FleetReport, months: readonly string[]): PageState {
	return {
		at: startedAt,
		version: runId,
		months,
		open: rankDevices(devices)
			.filter(({ status }) => status !== 'in-sync')
			.map((device) => ({
				name: neutraliseLine(device.name),
				status: device.status,
				since: device.since ?? null,
				detail: device.status === 'unknown' ? describeReason(device) : describeChanges(device),
			})),
	};
}
