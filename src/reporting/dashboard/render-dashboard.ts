import type { FleetReport } from '../../domain/fleet-report.ts';
import type { MaskUse } from '../../domain/masking/mask-use.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { wordless } from '../../domain/text/pieces.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { groupChanges } from '../group-changes.ts';
import { deviceBrowser } from '../html/device-browser.ts';
import { fleetHeader } from '../html/fleet-header.ts';
import { healthChart } from '../html/health-chart.ts';
import { sharedChanges, unknownDevices, warningList } from '../html/lists.ts';
import { maskTable } from '../html/mask-table.ts';
import { renderPage } from '../html/page.ts';
import { runTable } from '../html/run-table.ts';
import { describeFleet, stateOfFleet } from '../wording/describe-fleet.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import type { PageState } from './page-data.ts';
import { pageScript } from './page-script.ts';
import { pageState } from './page-state.ts';
import { recentTrend, spanDays } from './recent-trend.ts';
import type { Embedded } from './segment.ts';

const RUNS_SHOWN = 20;
const GROUPS_SHOWN = 20;
const UNKNOWN_SHOWN = 50;

/** What the page of the results branch is drawn from. */
export interface Dashboard {
	readonly latest: FleetReport;
	readonly masks: readonly MaskUse[];
	/** Audits of the newest months, oldest first. */
	readonly runs: readonly RunSummary[];
	/** `2026-11`: months that have a segment beside the page, oldest first. */
	readonly months: readonly string[];
	/** Left out: data lies beside the page. */
	readonly embedded?: Embedded;
}

/**
 * `index.html` of the results branch, in pieces: the fleet now and how it came to this. What is not in sync is there without a
 * script; the script filters, sorts, and loads timelines and months when they are asked for.
 */
export function* renderDashboard(dashboard: Dashboard): Generator<string> {
	const { latest, months, embedded = null } = dashboard;
	const title = `Network drift: ${describeFleet(latest)}`;
	const state = yield* wordless(pageState(latest, months));
	yield* renderPage({ title, body: bodyOf(dashboard, state), script: pageScript(state, embedded) });
}

function* bodyOf({ latest, masks, runs }: Dashboard, state: PageState): Generator<string> {
	const secrets = describeSecrets(latest);
	yield fleetHeader({
		title: 'Network drift',
		headline: describeFleet(latest),
		verdict: stateOfFleet(latest),
		report: latest,
	});
	yield '<main>';
	yield healthChart(recentTrend(runs, latest.startedAt));
	yield* deviceBrowser(latest.devices, state, { hasMap: spanDays(runs) });
	yield sharedChanges((yield* wordless(groupChanges(latest.devices))).slice(0, GROUPS_SHOWN));
	yield unknownDevices(latest.devices, UNKNOWN_SHOWN);
	yield maskTable(masks);
	yield runTable(runs, RUNS_SHOWN);
	yield warningList(latest.warnings);
	yield '</main>';
	yield `<footer>${escapeHtml(latest.tool.name)} ${escapeHtml(latest.tool.version)} · health: in sync ÷ reachable · coverage: judged ÷ all${secrets === '' ? '' : ` · ${secrets}`}</footer>`;
}
