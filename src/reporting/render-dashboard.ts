import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import type { RunSummary } from '../domain/run-summary.ts';
import { isNoteworthy } from './describe-device.ts';
import { describeFleet, stateOfFleet } from './describe-fleet.ts';
import { escapeHtml } from './escape-html.ts';
import { groupChanges } from './group-changes.ts';
import { fleetHeader } from './html/fleet-header.ts';
import { fleetTable } from './html/fleet-table.ts';
import { healthChart } from './html/health-chart.ts';
import { sharedChanges, unknownDevices, warningList } from './html/lists.ts';
import { renderPage } from './html/page.ts';
import { runTable } from './html/run-table.ts';
import { stateStrip } from './html/state-strip.ts';
import type { RunHistory } from './run-history.ts';
import { readHistory } from './run-history.ts';

const STRIP_RUNS = 20;
const RUNS_SHOWN = 20;
const GROUPS_SHOWN = 20;
/** Larger fleets have strips only where there is something to see: 5,000 of them would weigh a megabyte. */
const STRIPS_FOR_ALL = 500;

/** `index.html` of the results branch: the fleet now and how it came to this. */
export function renderDashboard({
	latest,
	runs,
}: {
	readonly latest: FleetReport;
	readonly runs: readonly RunSummary[];
}): string {
	const history = readHistory(runs);
	const headline = describeFleet(latest);
	const body = [
		fleetHeader({ title: 'Network drift', headline, verdict: stateOfFleet(latest), report: latest }),
		'<main>',
		healthChart(history.runs),
		fleetTable({ devices: latest.devices, extra: historyColumns(latest, history), linkOf: () => null }),
		unknownDevices(latest.devices),
		sharedChanges(groupChanges(latest.devices).slice(0, GROUPS_SHOWN)),
		runTable(history.runs, RUNS_SHOWN),
		warningList(latest.warnings),
		'</main>',
		`<footer>${escapeHtml(latest.tool.name)} ${escapeHtml(latest.tool.version)} · health: in sync ÷ reachable · coverage: judged ÷ all</footer>`,
	];
	return renderPage({ title: `Network drift: ${headline}`, body: body.filter((part) => part !== '').join('\n') });
}

function historyColumns({ devices }: FleetReport, history: RunHistory): Parameters<typeof fleetTable>[0]['extra'] {
	if (history.runs.length === 0) return [];
	const since = (device: DeviceReport): string =>
		isNoteworthy(device) ? escapeHtml(history.since(device.name)?.slice(0, 10) ?? '') : '';
	const strip = (device: DeviceReport): string =>
		devices.length <= STRIPS_FOR_ALL || isNoteworthy(device)
			? stateStrip(history.statesOf(device.name, STRIP_RUNS))
			: '';
	return [
		{ title: 'Since', cell: since },
		{ title: `Last ${STRIP_RUNS} runs`, cell: strip },
	];
}
